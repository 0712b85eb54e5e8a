package org.salient4j.benchmarks.report.language;

import java.util.Locale;
import java.util.Map;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** What things are called in the report. */
final class LanguageWords {
    private static final Map<String, String> SCORES =
            Map.of(
                    "sum", "signed sum",
                    "l1", "L1 norm",
                    "l2", "L2 norm",
                    "dot", "dot with the vector",
                    "", "");

    private LanguageWords() {}

    static String of(LanguageTraining training) {
        return training.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String score(String score) {
        return SCORES.getOrDefault(score, score);
    }

    /** For a terminal, for instance {@code 0.812 ± 0.020}; one value alone. */
    static String interval(MeanInterval mean) {
        if (mean.count() == 0) {
            return "-";
        }
        String text = IntervalCell.number(mean.mean(), 3).replace('\u2212', '-');
        return mean.isDefined()
                ? text + " ± " + IntervalCell.number((mean.upper() - mean.lower()) / 2, 3)
                : text;
    }
}
