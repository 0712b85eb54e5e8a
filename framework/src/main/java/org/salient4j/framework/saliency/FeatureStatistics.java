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
        for (int b = 0; b < axis.samples(); b++) {
            collector.addSample(values, b * axis.cells(), axis);
        }
        return collector.statistics();
    }

    /** Statistics of one sample, one group a feature. */
    static FeatureStatistics ofSampleByFeature(double[] values, FeatureAxis axis) {
        Collector collector = new Collector(axis.features());
        collector.addSample(values, 0, axis);
        return collector.statistics();
    }

    private static final class Collector {
        private final double[] lowest;
        private final double[] highest;
        private final double[] sum;
        private int count;

        Collector(int groups) {
            lowest = new double[groups];
            highest = new double[groups];
            sum = new double[groups];
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        }

        void addSample(double[] values, int from, FeatureAxis axis) {
            int features = axis.features();
            int inner = axis.inner();
            for (int outer = 0; outer < axis.outer(); outer++) {
                int row = from + outer * features * inner;
                // The innermost loop is the long one either way, so that it is vectorised.
                if (inner == 1) {
                    for (int f = 0; f < features; f++) {
                        add(f, values[row + f]);
                    }
                } else {
                    for (int f = 0; f < features; f++) {
                        for (int i = row + f * inner; i < row + (f + 1) * inner; i++) {
                            add(f, values[i]);
                        }
                    }
                }
            }
            count += axis.positions();
        }

        private void add(int group, double value) {
            lowest[group] = Math.min(lowest[group], value);
            highest[group] = Math.max(highest[group], value);
            sum[group] += value;
        }

        FeatureStatistics statistics() {
            return new FeatureStatistics(
                    lowest, highest, Arrays.stream(sum).map(s -> s / count).toArray());
        }
    }
}
