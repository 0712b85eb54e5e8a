package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** How a series of hidden states becomes one. */
public enum TimePooling {
    /** The largest value of each channel, the first of equal ones. */
    MAX_OVER_TIME {
        @Override
        public Dual pool(SameDiff graph, Dual x, int timeSteps) {
            SDVariable a = x.value();
            return x.moved(a.max(1), t -> LargestOf.along(graph, a, 1, timeSteps).mul(t).sum(1));
        }
    },
    /** The state of the last step. */
    LAST_STEP {
        @Override
        public Dual pool(SameDiff graph, Dual x, int timeSteps) {
            return x.linear(a -> last(graph, a, timeSteps));
        }
    };

    /**
     * Removes the time axis.
     *
     * @param graph the graph
     * @param x [·, T, ·]
     * @param timeSteps T
     * @return the other two axes
     */
    public abstract Dual pool(SameDiff graph, Dual x, int timeSteps);

    private static SDVariable last(SameDiff graph, SDVariable x, int timeSteps) {
        // A single index instead of an interval has no working gradient.
        SDVariable last =
                x.get(
                        SDIndex.all(),
                        SDIndex.interval(timeSteps - 1L, (long) timeSteps),
                        SDIndex.all());
        return graph.squeeze(last, 1);
    }
}
