package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * An attribution map of an embedding beside the truth: how much each output depends on each neuron,
 * and whether the latent that the output stands for drives the neuron.
 *
 * @param map mean over samples of |attribution|, [C][n], C outputs in the order of the latents
 * @param truth whether latent c drives neuron i, [C][n]
 */
public record MapWithTruth(double[][] map, boolean[][] truth) {

    /**
     * Copies and checks the two.
     *
     * @throws InvalidInputException if the shapes differ, a value is negative or not finite, or the
     *     truth is true everywhere or nowhere
     */
    public MapWithTruth {
        map =
                Arrays.stream(MatrixRows.checked("map", map))
                        .map(double[]::clone)
                        .toArray(double[][]::new);
        truth = Arrays.stream(truth).map(boolean[]::clone).toArray(boolean[][]::new);
        requireOneShape(map, truth);
        requireMagnitudes(map);
        requireBothKinds(truth);
    }

    /**
     * Takes the map as an array.
     *
     * @param map numbers, [C, n]
     * @param truth [C][n]
     */
    public static MapWithTruth of(INDArray map, boolean[][] truth) {
        return new MapWithTruth(MatrixRows.of("map", map), truth);
    }

    /** The number of outputs, C. */
    public int outputs() {
        return map.length;
    }

    /** The number of neurons, n. */
    public int neurons() {
        return map[0].length;
    }

    /** Whether an output is connected to some neurons and not to others. */
    public boolean isMixed(int output) {
        boolean first = truth[output][0];
        for (boolean value : truth[output]) {
            if (value != first) {
                return true;
            }
        }
        return false;
    }

    private static void requireOneShape(double[][] map, boolean[][] truth) {
        boolean same = map.length == truth.length;
        for (int output = 0; same && output < map.length; output++) {
            same = map[output].length == truth[output].length;
        }
        if (!same) {
            throw new InvalidInputException(
                    "map and truth must have one shape, outputs x neurons, were %d x %d and %d x %d"
                            .formatted(
                                    map.length,
                                    map[0].length,
                                    truth.length,
                                    truth.length == 0 ? 0 : truth[truth.length - 1].length));
        }
    }

    private static void requireMagnitudes(double[][] map) {
        for (int output = 0; output < map.length; output++) {
            for (int neuron = 0; neuron < map[output].length; neuron++) {
                if (map[output][neuron] < 0) {
                    throw new InvalidInputException(
                            ("map must hold magnitudes, found %s for output %d and neuron %d:"
                                            + " take the mean of |attribution|")
                                    .formatted(map[output][neuron], output, neuron));
                }
            }
        }
    }

    private static void requireBothKinds(boolean[][] truth) {
        int cells = 0;
        int connected = 0;
        for (boolean[] row : truth) {
            for (boolean value : row) {
                cells++;
                connected += value ? 1 : 0;
            }
        }
        if (connected == 0 || connected == cells) {
            throw new InvalidInputException(
                    ("truth must have connected and unconnected entries to tell apart, but %s"
                                    + " of %d are connected")
                            .formatted(connected == 0 ? "none" : "all", cells));
        }
    }
}
