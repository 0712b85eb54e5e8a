package org.salient4j.attribution;

import java.util.random.RandomGenerator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.GraphModel;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.zoo.LstmClassifier;

/** Small classifiers of [6, 4] inputs. */
final class Models {
    static final int T = 6;
    static final int F = 4;
    static final int CELLS = T * F;
    static final int CLASSES = 3;

    private Models() {}

    static DifferentiableModel lstm(DataType type) {
        return Network.initialise(
                new LstmClassifier(T, F, 5, CLASSES, 0.1, 0, false), type, Seed.of(3));
    }

    /** z = flatten(x) W + c, with W [24, 3]. */
    static DifferentiableModel linear(INDArray weights, DataType type) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", type, -1, T, F);
        SDVariable w = graph.var("w", weights.castTo(type));
        SDVariable c = graph.var("c", uniform(5, CLASSES).castTo(type));
        x.reshape(-1, CELLS).mmul(w).add("z", c);
        return GraphModel.of(graph, "x", "z", CLASSES);
    }

    /** A graph as a user writes it: z = tanh(flatten(x) W) V. */
    static DifferentiableModel handWritten(INDArray w, INDArray v) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("series", DataType.DOUBLE, -1, T, F);
        SDVariable hidden =
                graph.math().tanh(x.reshape(-1, CELLS).mmul(graph.var("first", w.dup())));
        hidden.mmul("scores", graph.var("second", v.dup()));
        return GraphModel.of(graph, "series", "scores", CLASSES);
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
}
