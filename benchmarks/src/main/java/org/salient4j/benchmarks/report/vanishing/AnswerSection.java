package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.Verdict;

/** The first section: the question, the answers and how they were decided. */
final class AnswerSection {

    private static final String QUESTION =
            "A network classifies noise in which one box of cells carries the class. Its input"
                    + " gradients, the saliency map, should point to that box. For a recurrent network"
                    + " they often do not when the box lies early in time, even where the network uses"
                    + " it: the saliency vanishes on its way back through the time steps (Ismail et"
                    + " al., NeurIPS 2019). Saliency guided training masks the inputs of lowest"
                    + " gradient during training and asks for the same output (Ismail et al., NeurIPS"
                    + " 2021). The paper claims: with standard training, AUP and AUR of the maps rise"
                    + " as the box moves later; with saliency guided training they do not depend on"
                    + " where it lies.";

    private final LocationClaim claim;
    private final VanishingRule vanishing;

    AnswerSection(LocationClaim claim, VanishingRule vanishing) {
        this.claim = claim;
        this.vanishing = vanishing;
    }

    Section of(List<VanishingPanel> panels) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(QUESTION));
        panels.forEach(panel -> blocks.add(answer(panel)));
        blocks.add(table(panels));
        blocks.add(new Subheading("How this was decided"));
        blocks.add(new Definitions(rules()));
        return new Section("The paper\u2019s claim", blocks);
    }

    private List<Definitions.Item> rules() {
        List<Definitions.Item> rules = new ArrayList<>();
        rules.add(new Definitions.Item("Learned", claim.gate().sentence()));
        rules.add(new Definitions.Item("Vanished", vanishing.sentence()));
        rules.add(new Definitions.Item("The claim", claim.sentence()));
        rules.add(
                new Definitions.Item(
                        "\u00b1",
                        "Half the 95 % interval of a mean over seeds, by Student\u2019s t"
                                + " distribution. One seed has no interval, shown as \u00b1"
                                + " \u2013."));
        rules.addAll(PanelTable.caveats());
        return rules;
    }

    private Note answer(VanishingPanel panel) {
        List<Verdict> all = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (TrainingKind training : panel.trainings()) {
            List<Verdict> verdicts = verdicts(panel, training);
            all.addAll(verdicts);
            parts.add(
                    "%s (%s): %s"
                            .formatted(
                                    Words.capital(Words.of(training)),
                                    statement(training),
                                    LocationClaim.together(verdicts).words()));
        }
        Outcome outcome = LocationClaim.together(all);
        return new Note(
                outcome.tone(),
                panel.title() + ": " + outcome.words() + ".",
                String.join(". ", parts) + ".");
    }

    private Table table(List<VanishingPanel> panels) {
        List<TableRow> rows = new ArrayList<>();
        for (VanishingPanel panel : panels) {
            boolean first = true;
            for (TrainingKind training : panel.trainings()) {
                List<TableCell> cells = new ArrayList<>();
                cells.add(TableCell.of(panel.title()));
                cells.add(TableCell.of(Words.capital(Words.of(training)), statement(training)));
                verdicts(panel, training).forEach(verdict -> cells.add(cell(verdict)));
                rows.add(new TableRow(cells, first, Tone.PLAIN));
                first = false;
            }
        }
        return new Table(
                "The claim, part by part: late minus early, mean and 95 % interval over seeds",
                List.of(
                        TableColumn.words("Preset \u00b7 network"),
                        TableColumn.words("Training and claim"),
                        TableColumn.words("AUP"),
                        TableColumn.words("AUR")),
                rows,
                "");
    }

    private List<Verdict> verdicts(VanishingPanel panel, TrainingKind training) {
        return LocationClaim.METRICS.stream()
                .map(metric -> claim.judge(panel, training, metric))
                .toList();
    }

    private static String statement(TrainingKind training) {
        return training.saliencyGuided() ? "independent of location" : "rises with later boxes";
    }

    private static TableCell cell(Verdict verdict) {
        String trend =
                verdict.difference().isDefined()
                        ? "%s [%s, %s], n = %d"
                                .formatted(
                                        IntervalCell.number(verdict.difference().mean(), 3),
                                        IntervalCell.number(verdict.difference().lower(), 3),
                                        IntervalCell.number(verdict.difference().upper(), 3),
                                        verdict.difference().count())
                        : verdict.difference().count() == 1
                                ? IntervalCell.number(verdict.difference().mean(), 3)
                                        + ", "
                                        + verdict.reason()
                                : verdict.reason();
        String why = verdict.difference().isDefined() ? verdict.reason() : "";
        return new TableCell(verdict.outcome().words(), trend, why, verdict.outcome().tone());
    }
}
