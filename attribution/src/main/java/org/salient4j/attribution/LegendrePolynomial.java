package org.salient4j.attribution;

/**
 * Gauss-Legendre nodes and weights on [0, 1], by Newton's method on the three-term recurrence: wᵢ =
 * 1 / ((1 - tᵢ²) Pₙ'(tᵢ)²), t the root in [-1, 1].
 *
 * <p>commons-math3 has them too, but builds every smaller rule first: 500 nodes take it 17 s and
 * this some milliseconds, and whoever checks convergence needs hundreds. The tests hold the two
 * against each other.
 */
final class LegendrePolynomial {
    private static final int MAX_ITERATIONS = 100;

    private final double[] nodes;
    private final double[] weights;

    LegendrePolynomial(int n) {
        nodes = new double[n];
        weights = new double[n];
        for (int i = 0; i < (n + 1) / 2; i++) {
            // Tricomi's estimate is close enough for Newton's method to find the i-th root.
            double t = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double step = 1;
            for (int k = 0; k < MAX_ITERATIONS && Math.abs(step) > Math.ulp(1.0); k++) {
                double[] p = valueAndDerivative(n, t);
                step = p[0] / p[1];
                t -= step;
            }
            boolean centre = 2 * i + 1 == n;
            t = centre ? 0 : t;
            double slope = valueAndDerivative(n, t)[1];
            double weight = 1 / ((1 - t * t) * slope * slope);
            nodes[i] = (1 - t) / 2;
            nodes[n - 1 - i] = (1 + t) / 2;
            weights[i] = weight;
            weights[n - 1 - i] = weight;
        }
    }

    double[] nodes() {
        return nodes;
    }

    double[] weights() {
        return weights;
    }

    private static double[] valueAndDerivative(int n, double t) {
        double before = 1;
        double value = t;
        for (int k = 2; k <= n; k++) {
            double next = ((2 * k - 1) * t * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return new double[] {value, n * (before - t * value) / (1 - t * t)};
    }
}
