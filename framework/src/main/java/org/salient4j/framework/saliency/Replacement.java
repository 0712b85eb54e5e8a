package org.salient4j.framework.saliency;

import java.util.function.IntToDoubleFunction;
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
     * @param uniform a draw of U(0, 1) for a masked cell of the batch; asked in order, once each
     */
    void write(double[] values, Mask mask, FeatureAxis axis, IntToDoubleFunction uniform) {
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
        boolean grouped = fill.range() != Fill.Range.EXAMPLE;
        for (int b = 0; b < axis.samples(); b++) {
            int from = b * cells;
            FeatureStatistics statistics = statistics(values, from, axis);
            int cell = from;
            for (int outer = 0; outer < axis.outer(); outer++) {
                for (int feature = 0; feature < axis.features(); feature++) {
                    int group = grouped ? feature : 0;
                    for (int inner = 0; inner < axis.inner(); inner++, cell++) {
                        if (mask.masked()[cell]) {
                            values[cell] = value(statistics, group, cell, uniform);
                        }
                    }
                }
            }
        }
    }

    private double value(
            FeatureStatistics statistics, int group, int cell, IntToDoubleFunction uniform) {
        return switch (fill.kind()) {
            case CONSTANT -> fill.constant();
            case MEAN -> statistics.mean()[group];
            case UNIFORM_IN_RANGE -> {
                double low = statistics.lowest()[group];
                yield low + uniform.applyAsDouble(cell) * (statistics.highest()[group] - low);
            }
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
