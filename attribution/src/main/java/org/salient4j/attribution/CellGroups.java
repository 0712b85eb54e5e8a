package org.salient4j.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.saliency.FeatureAxis;

/** The {@link FeatureGroups} of a batch, as the cells of each group. */
final class CellGroups {
    private final int[][][] groups;

    /**
     * @param groups cells of each group: of all samples alike, or of each sample
     */
    private CellGroups(int[][]... groups) {
        this.groups = groups;
    }

    /** The same groups for all samples, from a cell's group number, negative for none. */
    static CellGroups of(Samples samples, IntUnaryOperator number) {
        return new CellGroups(grouped(samples.cells(), number));
    }

    /** The same groups for all samples. */
    static CellGroups of(int[][] groups) {
        return new CellGroups(groups);
    }

    static CellGroups features(Samples samples) {
        return of(samples, axis(samples)::feature);
    }

    static CellGroups positions(Samples samples) {
        return of(samples, position(axis(samples)));
    }

    /**
     * @param lengths how many positions of each sample are groups, or one number for all
     * @param name what the groups are called in errors
     */
    static CellGroups positions(Samples samples, int[] lengths, String name) {
        FeatureAxis axis = axis(samples);
        if (lengths.length != 1 && lengths.length != samples.count()) {
            throw new InvalidInputException(
                    "groups '%s' have lengths for %d samples, found %d samples"
                            .formatted(name, lengths.length, samples.count()));
        }
        IntUnaryOperator position = position(axis);
        int[][][] groups = new int[lengths.length][][];
        for (int b = 0; b < lengths.length; b++) {
            int length = lengths[b];
            if (length > axis.positions()) {
                throw new InvalidInputException(
                        "groups '%s' have length %d for sample %d, which has %d positions"
                                .formatted(name, length, b, axis.positions()));
            }
            groups[b] =
                    grouped(
                            samples.cells(),
                            cell -> {
                                int at = position.applyAsInt(cell);
                                return at < length ? at : -1;
                            });
        }
        return new CellGroups(groups);
    }

    static CellGroups read(Samples samples, GivenArray numbers) {
        double[] values = numbers.rows("groups", samples);
        for (double value : values) {
            if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw new InvalidInputException(
                        "groups %s must be whole numbers, found %s"
                                .formatted(numbers.text(), value));
            }
        }
        int cells = samples.cells();
        int[][][] groups = new int[values.length / cells][][];
        for (int b = 0; b < groups.length; b++) {
            int from = b * cells;
            groups[b] = grouped(cells, cell -> (int) values[from + cell]);
        }
        return new CellGroups(groups);
    }

    /** Cells of each group of a sample. */
    int[][] of(int sample) {
        return groups[groups.length == 1 ? 0 : sample];
    }

    private static FeatureAxis axis(Samples samples) {
        return FeatureAxis.of(samples.shape(samples.count()));
    }

    /** The inverse of {@link FeatureAxis#cell} in its first argument. */
    private static IntUnaryOperator position(FeatureAxis axis) {
        return cell -> cell / (axis.features() * axis.inner()) * axis.inner() + cell % axis.inner();
    }

    /** Cells by their group's number, in the order of the numbers. */
    private static int[][] grouped(int cells, IntUnaryOperator number) {
        TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
        for (int cell = 0; cell < cells; cell++) {
            int group = number.applyAsInt(cell);
            if (group >= 0) {
                groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(cell);
            }
        }
        return groups.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
