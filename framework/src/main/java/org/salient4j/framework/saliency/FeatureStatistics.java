package org.salient4j.framework.saliency;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;

/**
 * Minimum, maximum and mean per group of cells.
 *
 * @param lowest per group
 * @param highest per group
 * @param mean per group
 */
public record FeatureStatistics(double[] lowest, double[] highest, double[] mean) {

    /**
     * Statistics of every feature over a whole data set, for {@link Fill.Range#DATASET_FEATURE}.
     *
     * @param x [N, F], [N, T, F] or [N, C, H, W]
     */
    public static FeatureStatistics ofDataset(INDArray x) {
        FeatureAxis axis = FeatureAxis.of(x.shape());
        double[] values = HostArray.doubles(x);
        Collector collector = new Collector(axis.features());
        for (int i = 0; i < values.length; i++) {
            collector.add(axis.feature(i % axis.cells()), values[i]);
        }
        return collector.statistics();
    }

    /** Statistics of one sample, one group a feature. */
    static FeatureStatistics ofSampleByFeature(double[] values, int from, FeatureAxis axis) {
        Collector collector = new Collector(axis.features());
        int i = from;
        for (int outer = 0; outer < axis.outer(); outer++) {
            for (int feature = 0; feature < axis.features(); feature++) {
                for (int inner = 0; inner < axis.inner(); inner++) {
                    collector.add(feature, values[i++]);
                }
            }
        }
        return collector.statistics();
    }

    /** Statistics of one sample, one group in all. */
    static FeatureStatistics ofSample(double[] values, int from, int cells) {
        Collector collector = new Collector(1);
        for (int i = from; i < from + cells; i++) {
            collector.add(0, values[i]);
        }
        return collector.statistics();
    }

    private static final class Collector {
        private final double[] lowest;
        private final double[] highest;
        private final double[] sum;
        private final int[] count;

        Collector(int groups) {
            lowest = new double[groups];
            highest = new double[groups];
            sum = new double[groups];
            count = new int[groups];
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        }

        void add(int group, double value) {
            if (value < lowest[group]) {
                lowest[group] = value;
            }
            if (value > highest[group]) {
                highest[group] = value;
            }
            sum[group] += value;
            count[group]++;
        }

        FeatureStatistics statistics() {
            double[] mean = new double[sum.length];
            for (int g = 0; g < mean.length; g++) {
                mean[g] = sum[g] / count[g];
            }
            return new FeatureStatistics(lowest, highest, mean);
        }
    }
}
