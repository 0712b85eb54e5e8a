package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.Verdict;

/** What the run says of the paper's claims. */
final class AnswerSection {
    private AnswerSection() {}

    static Section of(LanguageGroups groups) {
        List<Block> blocks = new ArrayList<>();
        if (groups.any().isEmpty()) {
            blocks.add(new Paragraph("Nothing was computed yet."));
            return new Section("Answers", blocks);
        }
        blocks.add(
                new Note(
                        groups.any().get().genuine() ? Tone.PLAIN : Tone.WARNING,
                        "Beside the paper:",
                        LanguageTable.paper(groups.any().get()) + "."));
        LanguageClaims claims = new LanguageClaims(groups);
        List<TableRow> rows = new ArrayList<>();
        for (LanguageClaim claim : LanguageClaim.values()) {
            boolean first = true;
            for (String score : claim.byScore() ? claims.scores() : List.of("")) {
                Verdict verdict = claims.judge(claim, score);
                rows.add(
                        new TableRow(
                                List.of(
                                        TableCell.of(first ? claim.statement() : ""),
                                        TableCell.of(LanguageWords.score(score)),
                                        TableCell.marked(
                                                verdict.outcome().tone(),
                                                verdict.outcome().words()),
                                        TableCell.of(LanguageClaims.text(verdict))),
                                first,
                                Tone.PLAIN));
                first = false;
            }
        }
        blocks.add(
                new Table(
                        "Claims",
                        List.of(
                                TableColumn.sentences("Claim"),
                                TableColumn.words("Word score"),
                                TableColumn.words("Answer"),
                                TableColumn.sentences("The least of the differences")),
                        rows,
                        "A claim is a set of differences paired over seeds. It is held if all lie on"
                                + " the claimed side with p \u2264 0.05 by the paired t-test after"
                                + " Holm's correction, not held if any lies on the other side with"
                                + " such a p, and undecided otherwise; fewer than three seeds decide"
                                + " nothing. The paper does not say what a word's score is, so every"
                                + " kind is asked."));
        return new Section("Answers", blocks);
    }
}
