package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.timeseries.comparison.Claim;
import org.salient4j.benchmarks.timeseries.comparison.ClaimAnswer;
import org.salient4j.benchmarks.timeseries.comparison.ClaimWords;
import org.salient4j.benchmarks.timeseries.comparison.PaperComparison;

/** The claims of the paper and what a run says of them. */
final class ClaimTable {
    private final PaperComparison comparison;

    ClaimTable(PaperComparison comparison) {
        this.comparison = comparison;
    }

    Table table() {
        List<TableRow> rows = new ArrayList<>();
        Claim last = null;
        for (ClaimAnswer answer : comparison.answers()) {
            boolean first = answer.claim() != last;
            last = answer.claim();
            if (answer.contrasts() == 0 && !first) {
                continue;
            }
            String remark = ClaimWords.published(last, answer.heldByPublished());
            rows.add(
                    new TableRow(
                            List.of(
                                    new TableCell(
                                            last.id(), "", "from: " + last.source(), Tone.PLAIN),
                                    TableCell.of(
                                            first ? last.statement() : "", first ? remark : ""),
                                    TableCell.of(
                                            answer.contrasts() == 0
                                                    ? ""
                                                    : TrainingWords.word(answer.guided())),
                                    TableCell.marked(
                                            answer.outcome().tone(), answer.outcome().words()),
                                    new TableCell(
                                            ClaimWords.evidence(answer),
                                            "",
                                            String.join(", ", answer.datasets()),
                                            Tone.PLAIN)),
                            first,
                            Tone.PLAIN));
        }
        return new Table(
                "What the paper claims of time series",
                List.of(
                        new TableColumn("", "Letters: targets; numbers: sentences", false, false),
                        TableColumn.sentences("Claim"),
                        new TableColumn("SGT", "Which gradients are masked", false, false),
                        TableColumn.words("Answer"),
                        TableColumn.sentences("Evidence")),
                rows,
                "SGT: saliency guided training.");
    }
}
