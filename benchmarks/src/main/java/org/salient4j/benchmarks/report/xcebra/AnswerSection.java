package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.PairedContrast;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/** The first section: the question, the answers and how they were decided. */
final class AnswerSection {

    private static final String QUESTION =
            "Hidden latents drive recorded neurons, some latents only some of the neurons; here it is"
                    + " known which. An encoder is trained to find the latents from the neurons, with"
                    + " labels of a part of them. An attribution method then makes a map of it,"
                    + " latents by neurons, and the map is good if connected entries lie above"
                    + " unconnected ones: its auROC is 1 if all do. The paper (Schneider et al.,"
                    + " Time-series attribution maps with regularized contrastive learning, AISTATS"
                    + " 2025) claims that contrastive encoders with a penalty on their Jacobian,"
                    + " explained by its pseudo-inverse, the inverted neuron gradient, give better"
                    + " maps than others do.";

    private final ReportedRun<XcebraCell, XcebraResult> run;
    private final EncoderGroups groups;
    private final LatentGate gate;
    private final MapClaims claims;

    AnswerSection(
            ReportedRun<XcebraCell, XcebraResult> run, EncoderGroups groups, LatentGate gate) {
        this.run = run;
        this.groups = groups;
        this.gate = gate;
        this.claims = new MapClaims(groups, gate);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(QUESTION));
        blocks.add(status());
        for (MapClaim claim : MapClaim.values()) {
            blocks.add(answer(claim));
        }
        blocks.add(verdicts());
        blocks.add(new Fold("Each difference, tested", List.of(differences())));
        blocks.add(new Subheading("How this was decided"));
        blocks.add(new Definitions(rules()));
        return new Section("What was found", blocks);
    }

    /** Whether there is what answers can rest on. */
    private Note status() {
        List<String> below = new ArrayList<>();
        for (EncoderGroup group : groups.groups()) {
            List<String> recordings = gate.below(group);
            if (!recordings.isEmpty() && group.training() != EncoderTraining.UNTRAINED) {
                below.add(group.title() + ": " + String.join(", ", recordings));
            }
        }
        int missing = run.cells().size() - run.results().size();
        if (below.isEmpty() && missing == 0) {
            return new Note(
                    Tone.GOOD,
                    "All %d encoders have a result.".formatted(run.cells().size()),
                    "R\u00b2 of the latents is at least %s for every one that was trained."
                            .formatted(gate.minimumR2()));
        }
        List<String> parts = new ArrayList<>();
        if (missing > 0) {
            parts.add("They are left out of every statement, never taken as 0");
        }
        if (!below.isEmpty()) {
            parts.add(
                    "R\u00b2 of the latents is below %s for %s; maps of an encoder that does not hold"
                                    .formatted(gate.minimumR2(), String.join("; ", below))
                            + " the latents say little, and no claim counts them");
        }
        return new Note(
                Tone.WARNING,
                missing > 0
                        ? "%d of %d encoders have no result.".formatted(missing, run.cells().size())
                        : "Not every encoder holds the latents.",
                String.join(". ", parts) + ".");
    }

    private Note answer(MapClaim claim) {
        List<Verdict> verdicts =
                MapClaims.SCORES.stream().map(score -> claims.judge(claim, score)).toList();
        List<Outcome> outcomes = verdicts.stream().map(Verdict::outcome).distinct().toList();
        boolean same = outcomes.size() == 1;
        String title =
                "%s: %s."
                        .formatted(
                                Words.capital(claim.statement()),
                                verdicts.get(0).outcome().words() + beside(verdicts));
        if (same && outcomes.get(0) == Outcome.NOT_MEASURED) {
            return new Note(Tone.MUTED, title, Words.capital(verdicts.get(0).reason()) + ".");
        }
        List<String> parts = new ArrayList<>();
        for (MapAuRoc score : MapClaims.SCORES) {
            parts.add(Words.of(score) + " " + claims.judge(claim, score).outcome().words());
        }
        boolean few = verdicts.stream().noneMatch(verdict -> verdict.difference().isDefined());
        return new Note(
                same ? outcomes.get(0).tone() : Tone.UNSURE,
                title,
                "Contrastive encoders, %s. %s."
                        .formatted(
                                setting(claim),
                                few
                                        ? Words.capital(verdicts.get(0).reason())
                                        : "auROC: " + String.join("; ", parts)));
    }

    /** Of the scores beside the first, those whose answer is another one; none if all agree. */
    private static String beside(List<Verdict> verdicts) {
        List<String> others = new ArrayList<>();
        for (int i = 1; i < verdicts.size(); i++) {
            if (verdicts.get(i).outcome() != verdicts.get(0).outcome()) {
                others.add(Words.of(MapClaims.SCORES.get(i)));
            }
        }
        return others.isEmpty()
                ? ""
                : " by the paper\u2019s score, but not " + String.join(" and ", others);
    }

    private String setting(MapClaim claim) {
        OptionalDouble penalty = groups.penalty();
        return penalty.isEmpty() ? "" : claim.setting(penalty.getAsDouble());
    }

    private static String detail(Verdict verdict) {
        return verdict.difference().count() == 0
                ? verdict.reason()
                : Words.difference(verdict.difference()) + ", " + verdict.reason();
    }

    private Table verdicts() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.sentences("Claim"));
        MapClaims.SCORES.forEach(score -> columns.add(TableColumn.sentences(Words.of(score))));
        List<TableRow> rows = new ArrayList<>();
        for (MapClaim claim : MapClaim.values()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(Words.capital(claim.statement()), setting(claim)));
            for (MapAuRoc score : MapClaims.SCORES) {
                Verdict verdict = claims.judge(claim, score);
                cells.add(
                        new TableCell(
                                verdict.outcome().words(),
                                detail(verdict),
                                "",
                                verdict.outcome().tone()));
            }
            rows.add(new TableRow(cells, false, Tone.PLAIN));
        }
        return new Table(
                "The claims by three scores, each with the weakest of its differences: mean and 95 %"
                        + " interval over recordings",
                columns,
                rows,
                "Pooled is the paper\u2019s score; the others do not see how large the rows of a map"
                        + " are against each other.");
    }

    private Table differences() {
        List<TableRow> rows = new ArrayList<>();
        for (MapClaim claim : MapClaim.values()) {
            boolean first = true;
            for (MapAuRoc score : MapClaims.SCORES) {
                for (PairedContrast contrast : claims.contrasts(claim, score)) {
                    rows.add(row(claim, score, contrast, first));
                    first = false;
                }
            }
        }
        return new Table(
                "Differences in auROC, paired over recordings",
                List.of(
                        TableColumn.words("Difference"),
                        TableColumn.words("Of"),
                        TableColumn.words("Score"),
                        TableColumn.numbers("Mean", "And half its 95 % interval"),
                        TableColumn.numbers("n", "Recordings with both"),
                        TableColumn.numbers(
                                "p, Holm", "Paired t, corrected over a claim and score"),
                        TableColumn.numbers("p", "Paired t, not corrected"),
                        TableColumn.numbers("d", "Cohen\u2019s d_z"),
                        TableColumn.numbers("p, Wilcoxon", "Exact, not corrected")),
                rows,
                rows.isEmpty()
                        ? "The run has no contrastive encoders with a penalty."
                        : TestCells.BOLD,
                true);
    }

    private static TableRow row(
            MapClaim claim, MapAuRoc score, PairedContrast contrast, boolean startsGroup) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(
                TableCell.of(
                        claim == MapClaim.PENALTY
                                ? "with less without the penalty"
                                : "inverted neuron gradient less"));
        cells.add(TableCell.of(contrast.label()));
        cells.add(TableCell.of(Words.of(score)));
        cells.add(
                contrast.difference().count() == 0
                        ? TableCell.missing("no recording has both")
                        : IntervalCell.decimal(contrast.difference(), 3, Words.RECORDING));
        cells.add(TableCell.of(Integer.toString(contrast.difference().count())));
        cells.addAll(TestCells.of(contrast.student(), contrast.holm()));
        cells.add(TestCells.of(contrast.wilcoxon(), Double.NaN).get(1));
        return new TableRow(cells, startsGroup, Tone.PLAIN);
    }

    private List<Definitions.Item> rules() {
        return List.of(
                new Definitions.Item("Claims", MapClaims.sentence()),
                new Definitions.Item(
                        "\u03bb",
                        "The claims are asked of contrastive encoders with \u03bb = 0.1, the"
                                + " paper\u2019s weight, or with the largest weight if the run does"
                                + " not have it: a weight that was chosen by its scores would prove"
                                + " nothing."),
                new Definitions.Item(
                        "Linear regression",
                        "Of the neurons on the embedding: a map without any gradient, a baseline of"
                                + " ours. A method that does not beat it has found nothing"
                                + " that a straight line does not see."),
                new Definitions.Item("Holding the latents", gate.sentence()),
                new Definitions.Item(
                        "\u00b1",
                        "Half the 95 % interval of a mean over recordings, by Student\u2019s t"
                                + " distribution. One recording has no interval and is shown"
                                + " alone."),
                new Definitions.Item(
                        "Recordings",
                        "Each has its own latents, maps from latents to neurons, start values and"
                                + " samples: an interval over them says what to expect of another such"
                                + " recording, not of real ones."));
    }
}
