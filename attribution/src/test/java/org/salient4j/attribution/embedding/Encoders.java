package org.salient4j.attribution.embedding;

import java.util.random.RandomGenerator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.GraphModel;

/** Small encoders out of primitives. */
final class Encoders {
    private Encoders() {}

    /** [n] to [C] by layers with exact GELUs between them, clipped at ±5. */
    static DifferentiableModel mlp(DataType type, INDArray[] weights, INDArray[] biases) {
        SameDiff graph = SameDiff.create();
        int inputs = (int) weights[0].size(0);
        SDVariable a = graph.placeHolder("x", type, -1, inputs);
        for (int layer = 0; layer < weights.length; layer++) {
            a = layer == 0 ? a : gelu(graph, a);
            a =
                    a.mmul(graph.var("w" + layer, weights[layer].castTo(type)))
                            .add(graph.var("b" + layer, biases[layer].castTo(type)));
        }
        graph.math().clipByValue("f", a, -5, 5);
        return GraphModel.of(graph, "x", "f", (int) weights[weights.length - 1].size(1));
    }

    /** 6 neurons to 4 dimensions, smooth, with random weights. */
    static DifferentiableModel smooth(DataType type) {
        return mlp(
                type,
                new INDArray[] {uniform(1, 6, 9), uniform(2, 9, 4)},
                new INDArray[] {uniform(3, 9), uniform(4, 4)});
    }

    /** Windows of 3 steps of 5 neurons to 4 dimensions: tanh(flatten(x) W) V. */
    static DifferentiableModel windowed(DataType type) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", type, -1, 3, 5);
        graph.math()
                .tanh(x.reshape(-1, 15).mmul(graph.var("w", uniform(5, 15, 7).castTo(type))))
                .mmul("f", graph.var("v", uniform(6, 7, 4).castTo(type)));
        return GraphModel.of(graph, "x", "f", 4);
    }

    /** Windows of a single step of 6 neurons to 4 dimensions: tanh(x W). */
    static DifferentiableModel singleStep(DataType type) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", type, -1, 1, 6);
        graph.math()
                .tanh("f", x.reshape(-1, 6).mmul(graph.var("w", uniform(5, 6, 4).castTo(type))));
        return GraphModel.of(graph, "x", "f", 4);
    }

    /** 6 neurons to two blocks of 2 and 3 dimensions, each of length 1. */
    static DifferentiableModel normalised(DataType type) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", type, -1, 6);
        SDVariable hidden =
                graph.math().tanh(x.mmul(graph.var("w", uniform(7, 6, 9).castTo(type))));
        SDVariable one = hidden.mmul(graph.var("u", uniform(8, 9, 2).castTo(type)));
        SDVariable two = hidden.mmul(graph.var("v", uniform(9, 9, 3).castTo(type)));
        graph.concat("f", 1, unit(graph, one), unit(graph, two));
        return GraphModel.of(graph, "x", "f", 5);
    }

    /** f = x W + b. */
    static DifferentiableModel linear(INDArray w, INDArray b) {
        return mlp(DataType.DOUBLE, new INDArray[] {w}, new INDArray[] {b});
    }

    /** U(-1, 1) values. */
    static INDArray uniform(long seed, long... shape) {
        RandomGenerator random = Seed.of(seed).random();
        int length = 1;
        for (long size : shape) {
            length *= (int) size;
        }
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextDouble(-1, 1);
        }
        return HostArray.of(values, DataType.DOUBLE, shape);
    }

    /** a Φ(a). */
    private static SDVariable gelu(SameDiff graph, SDVariable a) {
        return graph.math().erf(a.div(Math.sqrt(2))).add(1).mul(a).mul(0.5);
    }

    private static SDVariable unit(SameDiff graph, SDVariable a) {
        return a.div(graph.math().sqrt(a.mul(a).sum(true, 1)));
    }
}
