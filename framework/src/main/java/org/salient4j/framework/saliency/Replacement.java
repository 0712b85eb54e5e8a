package org.salient4j.framework.saliency;

import java.util.function.IntToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostRows;

/** Writes replacement values into the masked cells of a batch. */
final class Replacement {
    private final Fill fill;
    private final FeatureStatistics dataset;

    /**
     * @param dataset statistics of the training data; null unless the fill's range is the data set
     */
    Replacement(Fill fill, FeatureStatistics dataset) {
        if (fill.range() == Fill.Range.DATASET_FEATURE && dataset == null) {
            throw new InvalidInputException(
                    "fill range DATASET_FEATURE needs the training data's statistics: pass"
                            + " FeatureStatistics.ofDataset(x) to the listener");
        }
        this.fill = fill;
        this.dataset = dataset;
    }

    /**
     * The batch with the masked cells replaced.
     *
     * @param x the batch, not changed
     * @param mask which cells
     * @param uniform U(0, 1) for each cell of the batch in C order, finite
     */
    INDArray fill(INDArray x, Mask mask, IntToDoubleFunction uniform) {
        FeatureAxis axis = FeatureAxis.of(x.shape());
        requireFits(axis);
        INDArray filled = Nd4j.createUninitialized(x.dataType(), x.shape(), 'c');
        HostRows from = HostRows.reading(x);
        HostRows to = HostRows.writing(filled);
        double[] values = new double[axis.cells()];
        int[] features = features(axis);
        int[] cells = new int[axis.cells()];
        for (int b = 0; b < axis.samples(); b++) {
            from.read(b, values);
            int first = b * axis.cells();
            int count = masked(mask, first, cells);
            double[][] line = line(statistics(values, axis), axis.features());
            for (int i = 0; i < count; i++) {
                int cell = cells[i];
                int f = features[cell];
                values[cell] = line[0][f] + uniform.applyAsDouble(first + cell) * line[1][f];
            }
            to.write(b, values);
        }
        return filled;
    }

    private void requireFits(FeatureAxis axis) {
        if (fill.range() == Fill.Range.DATASET_FEATURE
                && dataset.mean().length != axis.features()) {
            throw new InvalidInputException(
                    "the data set's statistics have %d features, the batch has %d"
                            .formatted(dataset.mean().length, axis.features()));
        }
        if (fill.range() == Fill.Range.EXAMPLE_FEATURE
                && fill.kind() != Fill.Kind.CONSTANT
                && axis.positions() == 1) {
            throw new InvalidInputException(
                    "fill range EXAMPLE_FEATURE changes nothing where an example has one value a"
                            + " feature: use EXAMPLE or DATASET_FEATURE");
        }
    }

    /** The feature of each cell of a sample. */
    private static int[] features(FeatureAxis axis) {
        int[] features = new int[axis.cells()];
        for (int cell = 0; cell < features.length; cell++) {
            features[cell] = axis.feature(cell);
        }
        return features;
    }

    /**
     * The masked cells of a sample. Without a branch, because which cells are masked cannot be
     * predicted.
     *
     * @return how many
     */
    private static int masked(Mask mask, int first, int[] cells) {
        boolean[] masked = mask.masked();
        int count = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            cells[count] = cell;
            count += masked[first + cell] ? 1 : 0;
        }
        return count;
    }

    /** Offset and slope by feature: what is written is offset + slope · U(0, 1). */
    private double[][] line(FeatureStatistics statistics, int features) {
        double[] offset = new double[features];
        double[] slope = new double[features];
        boolean grouped = fill.range() != Fill.Range.EXAMPLE;
        for (int f = 0; f < features; f++) {
            int group = grouped ? f : 0;
            switch (fill.kind()) {
                case CONSTANT -> offset[f] = fill.constant();
                case MEAN -> offset[f] = statistics.mean()[group];
                case UNIFORM_IN_RANGE -> {
                    offset[f] = statistics.lowest()[group];
                    slope[f] = statistics.highest()[group] - offset[f];
                }
            }
        }
        return new double[][] {offset, slope};
    }

    private FeatureStatistics statistics(double[] values, FeatureAxis axis) {
        if (fill.kind() == Fill.Kind.CONSTANT) {
            return null;
        }
        return switch (fill.range()) {
            case EXAMPLE -> FeatureStatistics.ofSample(values);
            case EXAMPLE_FEATURE -> FeatureStatistics.ofSampleByFeature(values, axis);
            case DATASET_FEATURE -> dataset;
        };
    }
}
