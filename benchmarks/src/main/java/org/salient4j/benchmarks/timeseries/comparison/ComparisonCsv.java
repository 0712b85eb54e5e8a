package org.salient4j.benchmarks.timeseries.comparison;

import java.util.List;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.framework.io.Csv;

/** A comparison as comma-separated values: one row a published number and training of ours. */
public final class ComparisonCsv {
    private ComparisonCsv() {}

    /** A header and the rows; what is missing is empty. */
    public static String of(PaperComparison comparison) {
        StringBuilder csv =
                new StringBuilder(
                        Csv.line(
                                List.of(
                                        "table",
                                        "dataset",
                                        "network",
                                        "training",
                                        "method",
                                        "metric",
                                        "published_k",
                                        "k",
                                        "published",
                                        "published_in",
                                        "mean",
                                        "lower",
                                        "upper",
                                        "n",
                                        "missing",
                                        "difference",
                                        "published_inside",
                                        "datasets",
                                        "why_missing")));
        for (ComparedValue value : comparison.values()) {
            csv.append(
                    Csv.line(
                            List.of(
                                    Integer.toString(value.table()),
                                    value.dataset(),
                                    value.network(),
                                    TrainingWords.word(value.training()),
                                    value.method(),
                                    value.metric(),
                                    number(value.publishedFraction()),
                                    number(value.fraction()),
                                    number(value.published()),
                                    value.publishedIn(),
                                    number(value.ours().mean()),
                                    number(value.ours().lower()),
                                    number(value.ours().upper()),
                                    Integer.toString(value.ours().count()),
                                    Integer.toString(value.ours().missing()),
                                    number(value.difference()),
                                    value.isDecidable()
                                            ? Boolean.toString(value.holdsPublished())
                                            : "",
                                    String.join(" ", value.datasets()),
                                    value.why())));
        }
        return csv.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
