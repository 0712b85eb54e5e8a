package org.salient4j.benchmarks.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.MetricContext;

/** Maps of images whose telling pixels are known, and how well they find them. */
final class TruthRecord {
    private final ImageTask task;
    private final PixelLayout layout;
    private final List<boolean[]> truth = new ArrayList<>();
    private final Map<String, List<double[]>> maps = new LinkedHashMap<>();

    TruthRecord(ImageTask task, PixelLayout layout) {
        this.task = task;
        this.layout = layout;
    }

    /** More images of a method: consecutive ones, from the first on. */
    void add(String method, double[] attributions, int from, int count) {
        List<double[]> of = maps.computeIfAbsent(method, m -> new ArrayList<>());
        for (int i = 0; i < count; i++) {
            double[] pixels = new double[layout.pixels()];
            for (int p = 0; p < pixels.length; p++) {
                for (int c = 0; c < layout.channels(); c++) {
                    pixels[p] += attributions[i * layout.cells() + layout.cell(p, c)];
                }
            }
            of.add(pixels);
            if (truth.size() == from + i) {
                truth.add(task.truth(from + i));
            }
        }
    }

    /** The mean of every metric, by method; a metric that scores no map is left out. */
    Map<String, Map<String, Double>> scores() {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        maps.forEach(
                (method, of) -> {
                    MetricContext context =
                            MetricContext.of(
                                    of.toArray(double[][]::new),
                                    truth.subList(0, of.size()).toArray(boolean[][]::new));
                    Map<String, Double> byMetric = new LinkedHashMap<>();
                    for (AttributionMetric metric : AttributionMetric.registry().members()) {
                        double mean = metric.evaluate(context).mean();
                        if (!Double.isNaN(mean)) {
                            byMetric.put(metric.name(), mean);
                        }
                    }
                    scores.put(method, byMetric);
                });
        return scores;
    }
}
