package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * How the hidden states of a text become one vector, whatever its length: padding has no part in
 * it.
 */
public enum SequencePooling {
    /** The largest value of each unit. */
    MAX {
        @Override
        SDVariable pool(SameDiff graph, SDVariable states, SDVariable padding) {
            // States lie in (-1, 1): those of the padding fall below all others.
            return (padding == null ? states : states.sub(padding.mul(BELOW))).max(0);
        }
    },
    /** The mean of each unit: what a long text needs, whose single states weigh little. */
    MEAN {
        @Override
        SDVariable pool(SameDiff graph, SDVariable states, SDVariable padding) {
            if (padding == null) {
                return states.mean(0);
            }
            SDVariable text = padding.rsub(1);
            return states.mul(text).sum(0).div(text.sum(0));
        }
    },
    /**
     * The state after the whole text: of the last word in the one direction, of the first in the
     * other.
     */
    LAST {
        @Override
        SDVariable pool(SameDiff graph, SDVariable states, SDVariable padding) {
            SDVariable left = graph.cumsum(padding.rsub(1), false, true, 0);
            SDVariable isLast = graph.eq(left, 1);
            return states.mul(isLast.castTo(states.dataType())).sum(0);
        }
    };

    private static final double BELOW = 4;

    /**
     * Removes the time axis.
     *
     * @param states [T, B, H], in (-1, 1)
     * @param padding [T, B, 1], 1 where a step is padding and 0 elsewhere; null if none is. Every
     *     row has a step that is not
     * @return [B, H]
     */
    abstract SDVariable pool(SameDiff graph, SDVariable states, SDVariable padding);
}
