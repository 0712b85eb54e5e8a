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
        if (from.areFloats()) {
            fillFloats(from, to, mask, uniform, axis);
        } else {
            fillDoubles(from, to, mask, uniform, axis);
        }
        return filled;
    }

    private void fillFloats(
            HostRows from, HostRows to, Mask mask, IntToDoubleFunction uniform, FeatureAxis axis) {
        float[] values = new float[axis.cells()];
        int[] features = features(axis);
        int[] cells = new int[axis.cells()];
        SampleLine line = new SampleLine(fill, dataset, axis);
        for (int b = 0; b < axis.samples(); b++) {
            from.read(b, values);
            line.of(from, b);
            int first = b * axis.cells();
            int count = masked(mask, first, cells);
            for (int i = 0; i < count; i++) {
                int cell = cells[i];
                double value = line.at(features[cell], uniform.applyAsDouble(first + cell));
                values[cell] = (float) value;
            }
            to.write(b, values);
        }
    }

    private void fillDoubles(
            HostRows from, HostRows to, Mask mask, IntToDoubleFunction uniform, FeatureAxis axis) {
        double[] values = new double[axis.cells()];
        int[] features = features(axis);
        int[] cells = new int[axis.cells()];
        SampleLine line = new SampleLine(fill, dataset, axis);
        for (int b = 0; b < axis.samples(); b++) {
            from.read(b, values);
            line.of(from, b);
            int first = b * axis.cells();
            int count = masked(mask, first, cells);
            for (int i = 0; i < count; i++) {
                int cell = cells[i];
                values[cell] = line.at(features[cell], uniform.applyAsDouble(first + cell));
            }
            to.write(b, values);
        }
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
}
