package org.salient4j.framework.saliency;

/**
 * How the gradients of the channels of one position become one score. With any but {@link #NONE}
 * the position is masked in all channels at once (images); the channel is the last axis of series
 * and the first axis of images.
 */
public enum Reduction {
    /** No reduction: every cell has its own score. */
    NONE {
        @Override
        double accumulate(double sum, double gradient) {
            return gradient;
        }
    },
    /** Mean of the signed gradients: the released image code. */
    MEAN {
        @Override
        double accumulate(double sum, double gradient) {
            return sum + gradient;
        }

        @Override
        double finish(double sum, int channels) {
            return sum / channels;
        }
    },
    /** Sum of the signed gradients. */
    SUM {
        @Override
        double accumulate(double sum, double gradient) {
            return sum + gradient;
        }
    },
    /** Sum of magnitudes. */
    L1 {
        @Override
        double accumulate(double sum, double gradient) {
            return sum + Math.abs(gradient);
        }
    },
    /** Euclidean norm. */
    L2 {
        @Override
        double accumulate(double sum, double gradient) {
            return sum + gradient * gradient;
        }

        @Override
        double finish(double sum, int channels) {
            return Math.sqrt(sum);
        }
    };

    abstract double accumulate(double sum, double gradient);

    double finish(double sum, int channels) {
        return sum;
    }
}
