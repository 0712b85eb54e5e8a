package org.salient4j.framework;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.data.Examples;
import org.salient4j.layers.zoo.LstmClassifier;

/** A small problem that an LSTM learns in a few epochs: the sign of the last steps' mean. */
public final class TinySeries {
    public static final int STEPS = 6;
    public static final int FEATURES = 3;

    private TinySeries() {}

    public static LstmClassifier architecture() {
        return new LstmClassifier(STEPS, FEATURES, 4, 2, 0.1, 0, false);
    }

    public static Examples examples(int n, long seed) {
        var random = Seed.of(seed).random();
        double[] values = new double[n * STEPS * FEATURES];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            for (int j = 0; j < STEPS * FEATURES; j++) {
                double shift = j / FEATURES >= 3 ? 0.8 * (2 * labels[i] - 1) : 0;
                values[i * STEPS * FEATURES + j] = random.nextGaussian() + shift;
            }
        }
        INDArray x = Nd4j.create(values, new long[] {n, STEPS, FEATURES}, 'c');
        return new Examples(x.castTo(DataType.FLOAT), labels);
    }
}
