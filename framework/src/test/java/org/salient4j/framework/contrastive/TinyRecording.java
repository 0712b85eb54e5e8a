package org.salient4j.framework.contrastive;

import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

/** Ten neurons driven by a walk in two latents, the second of which is the label. */
final class TinyRecording {
    static final int NEURONS = 10;

    private TinyRecording() {}

    static NeuralRecording of(int steps, long seed) {
        var mixing = Seed.of(99).random();
        double[] weights = mixing.doubles(2L * NEURONS, -1.5, 1.5).toArray();
        var random = Seed.of(seed).random();
        double[] z = new double[2 * steps];
        double[] x = new double[NEURONS * steps];
        double[] label = new double[steps];
        for (int t = 0; t < steps; t++) {
            for (int d = 0; d < 2; d++) {
                double before = t == 0 ? 0 : z[2 * (t - 1) + d];
                double next = before + 0.3 * random.nextGaussian();
                z[2 * t + d] = next < -1 || next > 1 ? before : next;
            }
            label[t] = z[2 * t + 1];
            for (int n = 0; n < NEURONS; n++) {
                // The first half of the neurons does not see the second latent.
                double sum = weights[2 * n] * z[2 * t];
                sum += n < NEURONS / 2 ? 0 : weights[2 * n + 1] * z[2 * t + 1];
                x[NEURONS * t + n] = Math.tanh(sum) + 0.1 * sum;
            }
        }
        return new NeuralRecording(
                HostArray.of(x, DataType.FLOAT, steps, NEURONS),
                HostArray.of(label, DataType.FLOAT, steps, 1));
    }
}
