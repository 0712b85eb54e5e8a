package org.salient4j.attribution;

import java.util.Arrays;

/**
 * How an integral over [0, 1] becomes a weighted sum over n nodes: ∫ g(α) dα ≈ Σ wᵢ g(αᵢ).
 *
 * <p>{@link #GAUSS_LEGENDRE} is exact for polynomials up to degree 2n - 1 and by far the best on
 * smooth networks; where ReLU or max make kinks, {@link #RIEMANN_MIDDLE} is as good.
 */
public enum QuadratureRule {
    /** The roots of the Legendre polynomial. */
    GAUSS_LEGENDRE {
        @Override
        double[] nodes(int n) {
            return new LegendrePolynomial(n).nodes();
        }

        @Override
        double[] weights(int n) {
            return new LegendrePolynomial(n).weights();
        }
    },
    /** α = i / n: starts at the baseline, never reaches the sample. */
    RIEMANN_LEFT {
        @Override
        double[] nodes(int n) {
            return grid(n, 0, n);
        }
    },
    /** α = (i + 1) / n: ends at the sample, never sees the baseline. */
    RIEMANN_RIGHT {
        @Override
        double[] nodes(int n) {
            return grid(n, 1, n);
        }
    },
    /** α = (i + ½) / n. */
    RIEMANN_MIDDLE {
        @Override
        double[] nodes(int n) {
            return grid(n, 0.5, n);
        }
    },
    /**
     * The trapezoid rule: α = i / (n - 1), weights 1 / (n - 1), halved at both ends. Needs n ≥ 2.
     */
    RIEMANN_TRAPEZOID {
        @Override
        double[] nodes(int n) {
            return grid(n, 0, n - 1);
        }

        @Override
        double[] weights(int n) {
            return halvedAtTheEnds(n, n - 1);
        }

        @Override
        int fewest() {
            return 2;
        }
    },
    /**
     * What Captum calls its trapezoid rule: weights 1 / n, halved at both ends, that sum to 1 - 1/n
     * and so make every attribution too small by that share. Only for comparison. Needs n ≥ 2.
     */
    RIEMANN_TRAPEZOID_CAPTUM {
        @Override
        double[] nodes(int n) {
            return grid(n, 0, n - 1);
        }

        @Override
        double[] weights(int n) {
            return halvedAtTheEnds(n, n);
        }

        @Override
        int fewest() {
            return 2;
        }
    };

    /** Nodes αᵢ in [0, 1], ascending. */
    abstract double[] nodes(int n);

    /** Weights wᵢ. */
    double[] weights(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        return weights;
    }

    /** The smallest n. */
    int fewest() {
        return 1;
    }

    private static double[] grid(int n, double shift, int intervals) {
        double[] nodes = new double[n];
        for (int i = 0; i < n; i++) {
            nodes[i] = (i + shift) / intervals;
        }
        return nodes;
    }

    private static double[] halvedAtTheEnds(int n, int intervals) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / intervals);
        weights[0] /= 2;
        weights[n - 1] /= 2;
        return weights;
    }
}
