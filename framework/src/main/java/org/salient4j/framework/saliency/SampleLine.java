package org.salient4j.framework.saliency;

import java.util.Arrays;
import org.salient4j.framework.graph.HostRows;

/**
 * What the masked cells of a sample are replaced by, for each feature a line over U(0, 1): offset +
 * slope · u.
 */
final class SampleLine {
    private final Fill fill;
    private final FeatureStatistics dataset;
    private final FeatureAxis axis;
    private final FeatureAxis groups;
    private final SampleRanges ranges;
    private final double[] offset;
    private final double[] slope;

    /**
     * @param dataset statistics of the training data; null unless the fill's range is the data set
     * @param axis where the features lie
     */
    SampleLine(Fill fill, FeatureStatistics dataset, FeatureAxis axis) {
        this.fill = fill;
        this.dataset = dataset;
        this.axis = axis;
        boolean one = fill.range() == Fill.Range.EXAMPLE;
        this.groups = one ? new FeatureAxis(axis.samples(), 1, 1, axis.cells()) : axis;
        this.ranges = new SampleRanges(groups);
        this.offset = new double[axis.features()];
        this.slope = new double[axis.features()];
    }

    /** What is written into a cell. */
    double at(int feature, double uniform) {
        return offset[feature] + uniform * slope[feature];
    }

    /** Turns to a sample. */
    void of(HostRows samples, int sample) {
        if (fill.kind() == Fill.Kind.CONSTANT) {
            Arrays.fill(offset, fill.constant());
        } else if (fill.range() == Fill.Range.DATASET_FEATURE) {
            set(dataset);
        } else if (fill.kind() == Fill.Kind.UNIFORM_IN_RANGE && samples.areFloats()) {
            samples.readBits(sample, ranges.bits());
            ranges.find();
            for (int f = 0; f < axis.features(); f++) {
                offset[f] = ranges.lowest(group(f));
                slope[f] = ranges.highest(group(f)) - offset[f];
            }
        } else {
            double[] values = new double[axis.cells()];
            samples.read(sample, values);
            set(FeatureStatistics.ofSampleByFeature(values, groups));
        }
    }

    private void set(FeatureStatistics statistics) {
        for (int f = 0; f < axis.features(); f++) {
            int group = group(f);
            if (fill.kind() == Fill.Kind.MEAN) {
                offset[f] = statistics.mean()[group];
            } else {
                offset[f] = statistics.lowest()[group];
                slope[f] = statistics.highest()[group] - offset[f];
            }
        }
    }

    private int group(int feature) {
        return groups.features() == 1 ? 0 : feature;
    }
}
