package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** How a series of hidden states becomes one. */
public enum TimePooling {
    /** The largest value of each channel. */
    MAX_OVER_TIME {
        @Override
        public SDVariable pool(SameDiff graph, SDVariable x, int timeSteps) {
            return x.max(1);
        }
    },
    /** The state of the last step. */
    LAST_STEP {
        @Override
        public SDVariable pool(SameDiff graph, SDVariable x, int timeSteps) {
            // A single index instead of an interval has no working gradient.
            SDVariable last =
                    x.get(
                            SDIndex.all(),
                            SDIndex.interval(timeSteps - 1L, (long) timeSteps),
                            SDIndex.all());
            return graph.squeeze(last, 1);
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
    public abstract SDVariable pool(SameDiff graph, SDVariable x, int timeSteps);
}
