package org.salient4j.benchmarks.metrics;

import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;

/**
 * Every registered metric on one set of attributions, each beside what random saliency gets on the
 * same truth.
 *
 * @param samples N
 * @param cells cells of a sample
 * @param metrics the scores, by metric name
 */
public record ScoreCard(int samples, int cells, Map<String, MetricLine> metrics) {
    /** Fixed, so that the same files give the same text. */
    private static final Seed SEED = Seed.of(1);

    /** Copies the scores, in the order of their names. */
    public ScoreCard {
        metrics = new TreeMap<>(metrics);
    }

    /**
     * Scores attributions.
     *
     * @param attributions signed, [N, ..]
     * @param truth the same shape; boolean, or of numbers that are all 0 or 1
     * @throws org.salient4j.framework.InvalidInputException if they do not fit together, or an
     *     attribution is not finite
     */
    public static ScoreCard of(INDArray attributions, INDArray truth) {
        MetricContext context = MetricContext.of(attributions, truth);
        Map<String, MetricLine> metrics = new TreeMap<>();
        for (AttributionMetric metric : AttributionMetric.registry().members()) {
            RandomBaseline baseline = baseline(metric, context.cells());
            Diff diff = Diff.of(metric, context, baseline, SEED.child(metric.name()).random());
            metrics.put(
                    metric.name(),
                    new MetricLine(
                            metric.descriptor().title(),
                            metric.descriptor().direction(),
                            present(diff.method().mean()),
                            present(diff.baseline().mean()),
                            present(diff.value()),
                            diff.method().valid(),
                            diff.method().skipped()));
        }
        return new ScoreCard(context.samples(), context.cells(), metrics);
    }

    /** The exact expectation where the metric knows it, else an average over random maps. */
    private static RandomBaseline baseline(AttributionMetric metric, int cells) {
        return metric.expectedUnderRandom(cells, cells / 2).isPresent()
                ? new AnalyticBaseline()
                : new UniformBaseline();
    }

    private static Double present(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
