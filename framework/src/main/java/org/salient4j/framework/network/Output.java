package org.salient4j.framework.network;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Which function of the logits z is differentiated for a target class y. */
public enum Output {
    /** z_y. */
    LOGIT {
        @Override
        public SDVariable of(SameDiff graph, SDVariable logits, SDVariable target) {
            return logits.mul(target).sum();
        }
    },
    /** log p_y, p = softmax(z). */
    LOGPROB {
        @Override
        public SDVariable of(SameDiff graph, SDVariable logits, SDVariable target) {
            return graph.nn().logSoftmax(logits).mul(target).sum();
        }
    },
    /** p_y: underflows to a zero gradient where the network is sure. */
    PROB {
        @Override
        public SDVariable of(SameDiff graph, SDVariable logits, SDVariable target) {
            return graph.nn().softmax(logits, 1).mul(target).sum();
        }
    },
    /**
     * The log-odds log p_y - log(1 - p_y) = z_y - log Σ_{c ≠ y} exp z_c; with two classes the
     * difference of the logits. Orders features as {@link #PROB} does and does not saturate.
     */
    MARGIN {
        @Override
        public SDVariable of(SameDiff graph, SDVariable logits, SDVariable target) {
            if (target.placeholderShape()[1] == 2) {
                // z_y - z_other: a third of the ops, and this runs in every guided step.
                return logits.mul(target.mul(2).sub(1)).sum();
            }
            SDVariable others = logits.sub(target.mul(EXCLUDED));
            SDVariable highest = others.max(true, 1);
            SDVariable rest =
                    graph.math()
                            .log(graph.math().exp(others.sub(highest)).sum(1))
                            .add(graph.squeeze(highest, 1));
            return logits.mul(target).sum(1).sub(rest).sum();
        }
    };

    // Far below any logit, and its sum with one is still finite in float.
    private static final double EXCLUDED = 1e9;

    /**
     * Adds the sum over the batch of the chosen output; rows do not see each other, so its gradient
     * is every row's own.
     *
     * @param graph the graph
     * @param logits [B, C]
     * @param target one-hot [B, C], a placeholder
     * @return scalar
     */
    public abstract SDVariable of(SameDiff graph, SDVariable logits, SDVariable target);
}
