package org.salient4j.attribution.deeplift;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * (φ(x) - φ(x₀)) / (x - x₀) in forms that lose no digits where x and x₀ are close, which in float
 * is most of the time.
 */
final class Quotients {
    // tanh(w) / w differs from 1 by w² / 3 below it.
    private static final double CLOSE = 1e-6;

    private Quotients() {}

    /** tanh(x) - tanh(x₀) = tanh(x - x₀) (1 - tanh(x) tanh(x₀)). */
    static SDVariable tanh(SameDiff graph, SDVariable change, SDVariable y, SDVariable y0) {
        return tanhOver(graph, graph.math().abs(change)).mul(y.mul(y0).rsub(1));
    }

    /** σ(x) = ½ (1 + tanh(x / 2)). */
    static SDVariable sigmoid(SameDiff graph, SDVariable change, SDVariable y, SDVariable y0) {
        SDVariable slope = y.add(y0).mul(0.5).sub(y.mul(y0));
        return tanhOver(graph, graph.math().abs(change).mul(0.5)).mul(slope);
    }

    /**
     * The logarithmic mean (y - y₀) / (ln y - ln y₀) = max(y, y₀) (1 - exp(-w)) / w with w = |ln y
     * - ln y₀|.
     */
    static SDVariable exp(SameDiff graph, SDVariable change, SDVariable y, SDVariable y0) {
        SDVariable half = graph.math().abs(change).mul(0.5);
        SDVariable share = tanhOver(graph, half).div(graph.math().tanh(half).add(1));
        return graph.math().max(y, y0).mul(share);
    }

    /** tanh(w) / w of w ≥ 0. */
    private static SDVariable tanhOver(SameDiff graph, SDVariable w) {
        SDVariable apart = graph.clipByValue(w, CLOSE, Double.MAX_VALUE);
        return graph.math().tanh(apart).div(apart);
    }
}
