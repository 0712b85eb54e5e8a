package org.salient4j.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.Direction;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.framework.io.Json;

/**
 * How the report calls methods and metrics. A result may come from a program that has more of them;
 * those keep their technical names.
 */
public final class Names {

    /** The metrics of the paper's tables, which are shown as differences to random maps. */
    public static final List<String> DIFFERENCES = List.of("aup", "aur");

    private final Map<String, JsonNode> settings;

    /**
     * @param settings all settings of each method, by its name
     */
    public Names(Map<String, JsonNode> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** What a method is, with the settings of the run. */
    public Optional<MethodDescriptor> method(String name) {
        if (!AttributionMethod.registry().names().contains(name)) {
            return Optional.empty();
        }
        AttributionMethod registered = AttributionMethod.registry().get(name);
        JsonNode asked = settings.get(name);
        return Optional.of(
                (asked == null
                                ? registered
                                : Json.convert(
                                        asked,
                                        registered.getClass(),
                                        "settings of the method " + name))
                        .descriptor());
    }

    /** A method's title, without its settings. */
    public String title(String method) {
        return method(method).map(about -> about.title().split(",")[0]).orElse(method);
    }

    /** What a metric is; empty if this program does not have it. */
    public static Optional<MetricDescriptor> metric(String name) {
        return AttributionMetric.registry().names().contains(name)
                ? Optional.of(AttributionMetric.registry().get(name).descriptor())
                : Optional.empty();
    }

    /** A metric as its table shows it, for instance {@code Diff(AUP)}. */
    public static String shown(String metric) {
        String title = metric(metric).map(MetricDescriptor::title).orElse(metric);
        return difference(metric) ? "Diff(" + title + ")" : title;
    }

    /** Whether the metric is shown as the difference to random maps. */
    public static boolean difference(String metric) {
        return DIFFERENCES.contains(metric);
    }

    /** Which values of a metric are better. */
    public static Direction direction(String metric) {
        return metric(metric).map(MetricDescriptor::direction).orElse(Direction.HIGHER);
    }
}
