package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.salient4j.benchmarks.report.TrainingWords;

/** Saliency guided against standard training over data sets, as lines of text. */
final class TrainingLines {
    private final PaperComparison comparison;

    TrainingLines(PaperComparison comparison) {
        this.comparison = comparison;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String row = "%-17s%-10s%-22s%-6s%10s%7s%9s%9s%9s";
        lines.add("SGT minus standard training over data sets (Wilcoxon signed-rank, Holm per");
        lines.add("network and training; r: rank-biserial correlation; pairs: data sets)");
        lines.add(
                row.formatted(
                        "network", "training", "method", "", "mean", "r", "p", "p, Holm", "pairs"));
        for (TrainingComparison each :
                TrainingComparison.all(comparison.run(), PaperContrasts.METRICS)) {
            boolean none = each.difference().count() == 0;
            lines.add(
                    row.formatted(
                            each.network(),
                            TrainingWords.word(each.guided()),
                            each.method(),
                            each.metric(),
                            none ? "missing" : Numbers.signed(each.difference().mean(), ""),
                            Double.isNaN(each.test().effectSize())
                                    ? "-"
                                    : String.format(Locale.ROOT, "%.2f", each.test().effectSize()),
                            Numbers.probability(each.test().pValue()),
                            Numbers.probability(each.holm()),
                            each.test().missing() == 0
                                    ? Integer.toString(each.test().pairs())
                                    : "%d of %d"
                                            .formatted(
                                                    each.test().pairs(),
                                                    each.test().pairs() + each.test().missing())));
        }
        return lines;
    }
}
