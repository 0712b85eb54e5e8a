package org.salient4j.synthetic.latent;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.synthetic.Require;

/** Rows of a recording as Java arrays, and from there to ND4J. */
final class LatentMatrix {

    private LatentMatrix() {}

    static INDArray of(double[][] rows) {
        int columns = rows[0].length;
        double[] flat = new double[rows.length * columns];
        for (int t = 0; t < rows.length; t++) {
            System.arraycopy(rows[t], 0, flat, t * columns, columns);
        }
        return Nd4j.createFromArray(flat).reshape('c', rows.length, columns);
    }

    /** A scale needs two samples, an array has an end. */
    static void requireSamples(int samples, int columns) {
        Require.atLeast(2, "samples", samples);
        int most = (Integer.MAX_VALUE - 8) / columns;
        if (samples > most) {
            throw new IllegalArgumentException(
                    String.format(
                            "samples must be at most %d for %d neurons, was %d",
                            most, columns, samples));
        }
    }

    static void requireLatents(double[] z, int latents) {
        if (z.length != latents) {
            throw new IllegalArgumentException(
                    "z must hold " + latents + " latents, held " + z.length);
        }
    }
}
