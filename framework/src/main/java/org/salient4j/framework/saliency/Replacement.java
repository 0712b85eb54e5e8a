package org.salient4j.framework.saliency;

import java.util.function.DoubleSupplier;
import org.salient4j.framework.InvalidInputException;

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
     * Replaces the masked cells in place.
     *
     * @param values the batch in C order
     * @param mask which cells
     * @param axis where features lie
     * @param uniform draws of U(0, 1), one for every cell of the batch in order, masked or not
     */
    void write(double[] values, Mask mask, FeatureAxis axis, DoubleSupplier uniform) {
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
        int cells = axis.cells();
        for (int b = 0; b < axis.samples(); b++) {
            int from = b * cells;
            FeatureStatistics statistics = statistics(values, from, axis);
            for (int i = 0; i < cells; i++) {
                double u = fill.kind() == Fill.Kind.UNIFORM_IN_RANGE ? uniform.getAsDouble() : 0;
                if (mask.masked()[from + i]) {
                    int group =
                            fill.range() == Fill.Range.EXAMPLE || statistics == null
                                    ? 0
                                    : axis.feature(i);
                    values[from + i] = value(statistics, group, u);
                }
            }
        }
    }

    private double value(FeatureStatistics statistics, int group, double u) {
        return switch (fill.kind()) {
            case CONSTANT -> fill.constant();
            case MEAN -> statistics.mean()[group];
            case UNIFORM_IN_RANGE ->
                    statistics.lowest()[group]
                            + u * (statistics.highest()[group] - statistics.lowest()[group]);
        };
    }

    private FeatureStatistics statistics(double[] values, int from, FeatureAxis axis) {
        if (fill.kind() == Fill.Kind.CONSTANT) {
            return null;
        }
        return switch (fill.range()) {
            case EXAMPLE -> FeatureStatistics.ofSample(values, from, axis.cells());
            case EXAMPLE_FEATURE -> FeatureStatistics.ofSampleByFeature(values, from, axis);
            case DATASET_FEATURE -> dataset;
        };
    }
}
