package org.salient4j.attribution;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * A batch that fits a model, checked, as one Java array: row {@code b} holds cells {@code b * cells
 * … (b + 1) * cells - 1}. Methods compute in double whatever the model's type is.
 */
final class Samples {
    private final DifferentiableModel model;
    private final double[] values;
    private final int[] targets;
    private final int cells;

    private Samples(DifferentiableModel model, double[] values, int[] targets) {
        this.model = model;
        this.values = values;
        this.targets = targets;
        this.cells = values.length / targets.length;
    }

    static Samples of(DifferentiableModel model, INDArray x, int[] targets) {
        long[] example = model.inputShape();
        long[] shape = x.shape();
        boolean fits =
                shape.length == example.length + 1
                        && Arrays.equals(shape, 1, shape.length, example, 0, example.length);
        if (!fits || shape[0] == 0) {
            throw new InvalidInputException(
                    "the network takes batches of %s, found %s"
                            .formatted(Arrays.toString(example), Arrays.toString(shape)));
        }
        if (targets.length != shape[0]) {
            throw new InvalidInputException(
                    "expected a target for each of %d samples, found %d"
                            .formatted(shape[0], targets.length));
        }
        for (int b = 0; b < targets.length; b++) {
            if (targets[b] < 0 || targets[b] >= model.outputs()) {
                throw new InvalidInputException(
                        "target of sample %d must be in [0, %d), was %d"
                                .formatted(b, model.outputs(), targets[b]));
            }
        }
        double[] values = HostArray.doubles(x);
        requireFinite("x", values, shape);
        return new Samples(model, values, targets.clone());
    }

    /** A batch of which every output is explained; its targets are all 0. */
    static Samples of(DifferentiableModel model, INDArray x) {
        return of(model, x, new int[x.rank() == 0 ? 0 : (int) x.size(0)]);
    }

    static void requireFinite(String name, double[] values, long[] shape) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidInputException(
                        "%s must be finite, was %s at %s"
                                .formatted(name, values[i], Arrays.toString(index(i, shape))));
            }
        }
    }

    DifferentiableModel model() {
        return model;
    }

    double[] values() {
        return values;
    }

    int[] targets() {
        return targets;
    }

    /** B. */
    int count() {
        return targets.length;
    }

    /** Cells of one sample. */
    int cells() {
        return cells;
    }

    /** [rows, inputShape…]. */
    long[] shape(int rows) {
        long[] example = model.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = rows;
        System.arraycopy(example, 0, shape, 1, example.length);
        return shape;
    }

    /** A batch for the model, to be filled. */
    INDArray empty(int rows) {
        return Nd4j.createUninitialized(model.dataType(), shape(rows), 'c');
    }

    /** Values for all samples as an array shaped as x, of the model's type. */
    INDArray array(double[] all) {
        return HostArray.of(all, model.dataType(), shape(count()));
    }

    /** Values of every output as an array [B, C, inputShape…], of the model's type. */
    INDArray arrayOfEach(double[] all) {
        long[] batch = shape(count());
        long[] shape = new long[batch.length + 1];
        shape[0] = batch[0];
        shape[1] = model.outputs();
        System.arraycopy(batch, 1, shape, 2, batch.length - 1);
        return HostArray.of(all, model.dataType(), shape);
    }

    /**
     * Where the draws of one sample come from. It follows from the sample's values, rounded to
     * float, and not from its position: so neither the way rows are batched nor the model's type
     * changes what is drawn.
     */
    Seed seed(Seed parent, int sample) {
        long hash = 1;
        for (int i = sample * cells; i < (sample + 1) * cells; i++) {
            float value = (float) values[i] + 0f; // -0 and 0 are one value
            hash = 0x9e3779b97f4a7c15L * (hash ^ (hash >>> 29)) + Float.floatToIntBits(value);
        }
        return parent.child(hash);
    }

    private static long[] index(int flat, long[] shape) {
        long[] index = new long[shape.length];
        long rest = flat;
        for (int d = shape.length - 1; d >= 0; d--) {
            index[d] = rest % shape[d];
            rest /= shape[d];
        }
        return index;
    }
}
