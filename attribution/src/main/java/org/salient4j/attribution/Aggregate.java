package org.salient4j.attribution;

/** What of each noisy gradient is averaged. */
public enum Aggregate {
    /** g: noise of opposite signs cancels (Smilkov et al. 2017). */
    SIGNED {
        @Override
        double of(double gradient) {
            return gradient;
        }
    },
    /** |g|: what the released code of saliency guided training averages on time series. */
    ABSOLUTE {
        @Override
        double of(double gradient) {
            return Math.abs(gradient);
        }
    },
    /** g²: SmoothGrad-Squared (Hooker et al. 2019); no sign, large gradients count more. */
    SQUARED {
        @Override
        double of(double gradient) {
            return gradient * gradient;
        }
    };

    abstract double of(double gradient);
}
