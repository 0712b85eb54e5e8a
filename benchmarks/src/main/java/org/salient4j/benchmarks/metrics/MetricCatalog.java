package org.salient4j.benchmarks.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** The registered metrics. */
public final class MetricCatalog {
    private MetricCatalog() {}

    /**
     * All registered metrics, with their default options.
     *
     * @return the metrics in the order of registration
     * @throws IllegalStateException if two metrics have the same name
     */
    public static List<AttributionMetric> all() {
        List<AttributionMetric> metrics = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (AttributionMetric metric : ServiceLoader.load(AttributionMetric.class)) {
            if (!names.add(metric.name())) {
                throw new IllegalStateException(
                        "two attribution metrics are named '" + metric.name() + "'");
            }
            metrics.add(metric);
        }
        return List.copyOf(metrics);
    }

    /**
     * The metric of a name.
     *
     * @param name for instance {@code aup}
     * @return the metric with its default options
     * @throws IllegalArgumentException naming the nearest metric if there is none of this name
     */
    public static AttributionMetric named(String name) {
        List<AttributionMetric> metrics = all();
        for (AttributionMetric metric : metrics) {
            if (metric.name().equals(name)) {
                return metric;
            }
        }
        String nearest =
                metrics.stream()
                        .map(AttributionMetric::name)
                        .min(Comparator.comparingInt(known -> edits(known, name)))
                        .orElse("none is registered");
        throw new IllegalArgumentException(
                "unknown metric '" + name + "' (did you mean '" + nearest + "'?)");
    }

    /** The Levenshtein distance of two names. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
