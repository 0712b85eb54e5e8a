package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.TrainingWords;

/** The claims and their answers as lines of text. */
final class ClaimLines {
    private final PaperComparison comparison;

    ClaimLines(PaperComparison comparison) {
        this.comparison = comparison;
    }

    /** One line for each guided training. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Claims (SGT: saliency guided training; letters: targets; numbers: sentences)");
        Claim last = null;
        for (ClaimAnswer answer : comparison.answers()) {
            if (answer.claim() != last) {
                last = answer.claim();
                lines.addAll(Wrapped.lines("(" + last.id() + ") ", 4, last.statement()));
                String remark = ClaimWords.published(last, answer.heldByPublished());
                if (!remark.isEmpty()) {
                    lines.add("    note: " + remark);
                }
            } else if (answer.contrasts() == 0) {
                continue;
            }
            lines.addAll(
                    Wrapped.lines(
                            "    %-9s%-13s"
                                    .formatted(
                                            answer.contrasts() == 0
                                                    ? ""
                                                    : TrainingWords.word(answer.guided()),
                                            answer.outcome().words()),
                            26,
                            ClaimWords.evidence(answer)));
        }
        return lines;
    }
}
