package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the metrics of a report mean and what they hide. */
public final class MetricSection {

    private MetricSection() {}

    /**
     * The section.
     *
     * @param metrics their names
     */
    public static Section of(List<String> metrics) {
        List<Definitions.Item> items = new ArrayList<>();
        for (String metric : metrics) {
            Names.metric(metric)
                    .ifPresent(
                            about ->
                                    items.add(
                                            new Definitions.Item(
                                                    about.title(),
                                                    "%s; %s is better. %s %s."
                                                            .formatted(
                                                                    capital(about.summary()),
                                                                    about.direction()
                                                                            .name()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT),
                                                                    stop(about.caveat()),
                                                                    about.citation()))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Diff(\u2026) is the metric minus what uniformly random maps are expected to"
                                + " get on the same truth: 0 is no better than chance. \u00b1 is half"
                                + " the 95 % interval of a mean, by Student\u2019s t distribution; one"
                                + " value has no interval and is shown alone."));
        blocks.add(
                items.isEmpty()
                        ? new Paragraph("No result has a metric.")
                        : new Definitions(items));
        return new Section("What the metrics hide", blocks);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String stop(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
