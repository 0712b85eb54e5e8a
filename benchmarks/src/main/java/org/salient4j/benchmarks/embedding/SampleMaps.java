package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * The attributions of an embedding's outputs to the neurons, sample by sample, as magnitudes; their
 * mean is the attribution map.
 */
public final class SampleMaps {
    private final int outputs;
    private final int neurons;
    private final double[][] magnitudes;

    private SampleMaps(int outputs, int neurons, double[][] magnitudes) {
        this.outputs = outputs;
        this.neurons = neurons;
        this.magnitudes = magnitudes;
    }

    /**
     * Takes the absolute values of attributions.
     *
     * @param attributions signed, numbers, [S, C, n]
     * @throws InvalidInputException if there are not three dimensions, or a value is not finite
     */
    public static SampleMaps of(INDArray attributions) {
        if (attributions.rank() != 3
                || attributions.isEmpty()
                || !attributions.dataType().isNumerical()) {
            throw new InvalidInputException(
                    "attributions must be numbers [samples, outputs, neurons], was %s %s"
                            .formatted(
                                    attributions.dataType(),
                                    Arrays.toString(attributions.shape())));
        }
        double[][] rows = MatrixRows.split(attributions, Math.toIntExact(attributions.size(0)));
        for (double[] row : MatrixRows.checked("attributions", rows)) {
            Arrays.setAll(row, i -> Math.abs(row[i]));
        }
        return new SampleMaps((int) attributions.size(1), (int) attributions.size(2), rows);
    }

    /** The number of samples, S. */
    public int samples() {
        return magnitudes.length;
    }

    /** The mean over all samples of |attribution|, [C][n]. */
    public double[][] mean() {
        return mean(IntStream.range(0, samples()).toArray());
    }

    /**
     * The mean over some samples of |attribution|.
     *
     * @param samples their indices, which may repeat
     * @return [C][n]
     */
    public double[][] mean(int[] samples) {
        double[] sum = new double[outputs * neurons];
        for (int sample : samples) {
            double[] row = magnitudes[sample];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        double[][] mean = new double[outputs][neurons];
        for (int i = 0; i < sum.length; i++) {
            mean[i / neurons][i % neurons] = sum[i] / samples.length;
        }
        return mean;
    }
}
