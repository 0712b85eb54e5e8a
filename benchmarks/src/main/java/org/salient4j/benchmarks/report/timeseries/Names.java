package org.salient4j.benchmarks.report.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.Direction;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.framework.io.Json;

/**
 * How the report calls methods and metrics. A result may come from a program that has more of them;
 * those keep their technical names.
 */
final class Names {

    /** The metrics of the paper's tables, which are shown as differences to random maps. */
    static final List<String> DIFFERENCES = List.of("aup", "aur");

    private final Map<String, JsonNode> settings;

    Names(List<TimeSeriesCell> cells) {
        settings = cells.isEmpty() ? Map.of() : cells.get(0).setup().methods();
    }

    /** What a method is, with the settings of the run. */
    Optional<MethodDescriptor> method(String name) {
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
    String title(String method) {
        return method(method).map(about -> about.title().split(",")[0]).orElse(method);
    }

    static Optional<MetricDescriptor> metric(String name) {
        return AttributionMetric.registry().names().contains(name)
                ? Optional.of(AttributionMetric.registry().get(name).descriptor())
                : Optional.empty();
    }

    /** A metric as its table shows it, for instance {@code Diff(AUP)}. */
    static String shown(String metric) {
        String title = metric(metric).map(MetricDescriptor::title).orElse(metric);
        return difference(metric) ? "Diff(" + title + ")" : title;
    }

    /** Whether the metric is shown as the difference to random maps. */
    static boolean difference(String metric) {
        return DIFFERENCES.contains(metric);
    }

    static Direction direction(String metric) {
        return metric(metric).map(MetricDescriptor::direction).orElse(Direction.HIGHER);
    }
}
