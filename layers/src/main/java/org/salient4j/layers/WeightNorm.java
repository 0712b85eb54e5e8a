package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weight normalisation (Salimans and Kingma, NeurIPS 2016): length and direction of every output
 * channel's weights are parameters of their own, w = g · v / |v|.
 *
 * <p>Parameters: {@code v}, of the weight's shape, and {@code g} [out], which starts at |v|, so
 * that w starts at v.
 */
final class WeightNorm {
    private WeightNorm() {}

    /**
     * The effective weight.
     *
     * @param direction start values of v
     * @param shape the weight's shape, output channels first
     * @return [out, everything else]
     */
    static SDVariable weight(Scope scope, Initializer direction, long... shape) {
        SameDiff graph = scope.graph();
        SDVariable v = scope.parameter("v", direction, shape);
        SDVariable g = scope.parameter("g", lengths(v.getArr()), shape[0]);
        SDVariable rows = graph.reshape(v, shape[0], -1);
        SDVariable scale = graph.reshape(g, -1, 1).div(rows.norm2(true, 1));
        return rows.mul(scale);
    }

    private static Initializer lengths(INDArray v) {
        return (values, random) -> {
            INDArray rows = v.dup('c').reshape('c', v.size(0), v.length() / v.size(0));
            System.arraycopy(rows.norm2(1).toDoubleVector(), 0, values, 0, values.length);
        };
    }
}
