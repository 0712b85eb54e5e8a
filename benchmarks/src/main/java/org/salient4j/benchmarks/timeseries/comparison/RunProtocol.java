package org.salient4j.benchmarks.timeseries.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.timeseries.TimeSeriesPreset;

/** What was done, for those who compare it with other numbers. */
final class RunProtocol {
    private RunProtocol() {}

    /**
     * In a sentence.
     *
     * @param settings those of the experiment
     */
    static String of(JsonNode settings) {
        String name = settings.path("preset").asText();
        String about =
                TimeSeriesPreset.all().stream()
                        .filter(preset -> preset.name().equals(name))
                        .map(preset -> " (" + preset.description() + ")")
                        .findFirst()
                        .orElse("");
        List<String> changes = new ArrayList<>();
        settings.path("changes")
                .fields()
                .forEachRemaining(e -> changes.add(e.getKey() + " = " + e.getValue().asText()));
        return "preset "
                + name
                + about
                + (changes.isEmpty() ? "" : ", changed: " + String.join(", ", changes))
                + "; unlike the paper's code, networks are trained in single precision behind one"
                + " softmax instead of two, no test sample decides when to stop, and methods"
                + " explain the log-odds instead of the probability";
    }
}
