package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.salient4j.benchmarks.report.TrainingWords;

/** How many published numbers lie in our intervals, as lines of text. */
final class SummaryLines {
    private static final List<String> EXPLAINED =
            List.of(
                    "published: the table's numbers of that training; measured: those we have a value"
                            + " of",
                    "paper inside: the published mean lies in our 95 % interval over seeds, of those"
                            + " with an interval",
                    "same sign: SGT minus standard has the paper's sign, of those with both trainings"
                            + " over the same data sets and no difference of 0");
    private final PaperComparison comparison;

    SummaryLines(PaperComparison comparison) {
        this.comparison = comparison;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String row = "%-7s%-10s%11s%10s%14s%12s%12s";
        lines.add("Summary");
        lines.add(
                row.formatted(
                        "table",
                        "training",
                        "published",
                        "measured",
                        "paper inside",
                        "mean |diff|",
                        "same sign"));
        for (ComparisonSummary each : ComparisonSummary.all(comparison)) {
            lines.add(
                    row.formatted(
                            each.table(),
                            TrainingWords.word(each.training()),
                            each.published(),
                            each.measured(),
                            each.decidable() == 0 ? "-" : each.inside() + " of " + each.decidable(),
                            Double.isNaN(each.meanAbsoluteDifference())
                                    ? "-"
                                    : String.format(
                                            Locale.ROOT, "%.3f", each.meanAbsoluteDifference()),
                            each.signs() == 0 ? "-" : each.sameSigns() + " of " + each.signs()));
        }
        for (String word : EXPLAINED) {
            lines.addAll(Wrapped.lines("", 4, word));
        }
        return lines;
    }
}
