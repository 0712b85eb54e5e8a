package org.salient4j.benchmarks.embedding;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * Which entries of an attribution map are larger than a training without signal would make them.
 *
 * <p>The null maps come from the same method on networks that were trained on shuffled labels (or
 * on neurons shifted in time against the labels), all alike but for the seed. Entry by entry p = (1
 * + number of null entries of at least the map's) / (1 + number of null maps): with 19 null maps p
 * is 0.05 at least. The map has many entries: correct the p-values, for instance by {@link
 * org.salient4j.benchmarks.statistics.HolmCorrection}.
 *
 * @param mean the mean of the null maps, [C][n]
 * @param pValues one sided, in (0, 1], [C][n]
 */
public record NullMap(double[][] mean, double[][] pValues) {

    /**
     * Compares a map with null maps.
     *
     * @param map mean over samples of |attribution|, [C][n]
     * @param nullMaps as the map, one at least
     * @throws InvalidInputException if there is none, or one has another shape or a value that is
     *     not finite
     */
    public static NullMap of(double[][] map, List<double[][]> nullMaps) {
        if (nullMaps.isEmpty()) {
            throw new InvalidInputException("a null map needs at least 1 control map, had 0");
        }
        int outputs = MatrixRows.checked("map", map).length;
        int neurons = map[0].length;
        for (double[][] other : nullMaps) {
            if (MatrixRows.checked("null map", other).length != outputs
                    || other[0].length != neurons) {
                throw new InvalidInputException(
                        "null maps must be %d x %d as the map, one was %d x %d"
                                .formatted(outputs, neurons, other.length, other[0].length));
            }
        }
        double[][] mean = new double[outputs][neurons];
        double[][] pValues = new double[outputs][neurons];
        double[] values = new double[nullMaps.size()];
        for (int output = 0; output < outputs; output++) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                for (int k = 0; k < values.length; k++) {
                    values[k] = nullMaps.get(k)[output][neuron];
                    mean[output][neuron] += values[k] / values.length;
                }
                pValues[output][neuron] = NullComparison.pValue(map[output][neuron], values);
            }
        }
        return new NullMap(mean, pValues);
    }
}
