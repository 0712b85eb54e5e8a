package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.language.LanguageCell;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.LanguageSetup;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Listing;
import org.salient4j.benchmarks.report.MissingTrainings;
import org.salient4j.benchmarks.report.ProvenanceBlocks;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.framework.io.Json;

/** What was run, and what is missing. */
final class RunSection {
    private RunSection() {}

    static Section of(ReportedRun<LanguageCell, LanguageResult> run) {
        List<Block> blocks = new ArrayList<>(ProvenanceBlocks.of(run));
        if (!run.cells().isEmpty()) {
            blocks.add(new Definitions(settings(run)));
        }
        List<String> findings = new LanguageGroups(run).findings();
        if (!findings.isEmpty()) {
            blocks.add(
                    new Fold(
                            "What was passed over or put right in reading",
                            List.of(new Listing("File and line", String.join("\n", findings)))));
        }
        blocks.add(
                new Fold(
                        "Settings of the experiment",
                        List.of(new Listing("experiment.json", Json.pretty(run.card()).strip()))));
        return new Section("What was run", blocks);
    }

    static Section missing(ReportedRun<LanguageCell, LanguageResult> run) {
        return MissingTrainings.section(
                run,
                List.of(TableColumn.words("Training"), TableColumn.numbers("Seed", "")),
                cell ->
                        List.of(
                                TableCell.of(LanguageWords.of(cell.training())),
                                TableCell.of(Long.toString(cell.seed()))));
    }

    private static List<Definitions.Item> settings(ReportedRun<LanguageCell, LanguageResult> run) {
        LanguageCell cell = run.cells().get(0);
        LanguageSetup setup = cell.setup();
        List<Definitions.Item> items = new ArrayList<>();
        items.add(new Definitions.Item("Texts", cell.corpus()));
        items.add(new Definitions.Item("Word vectors", cell.vectors()));
        items.add(
                new Definitions.Item(
                        "Network",
                        "bidirectional LSTM, %d units a direction, %s pooling, dropout %s, word"
                                        .formatted(
                                                setup.hidden(),
                                                Json.tree(setup.pooling()).asText(),
                                                TrainingProtocol.number(setup.dropout()))
                                + " vectors %s, the first %d words"
                                        .formatted(
                                                setup.trainVectors() ? "trained too" : "frozen",
                                                setup.words())));
        items.add(
                new Definitions.Item(
                        "Training", String.join(", ", TrainingProtocol.parts(setup.options()))));
        items.add(
                new Definitions.Item(
                        "Masking",
                        "\u03bb = %s; a word's score is the %s of the gradient, %s; replacement %s"
                                .formatted(
                                        TrainingProtocol.number(setup.lambda()),
                                        Json.tree(setup.score()).asText(),
                                        Json.tree(setup.ranking()).asText(),
                                        Json.tree(setup.replacement()).asText())));
        items.add(new Definitions.Item("Methods", Json.tree(setup.attribution()).toString()));
        run.results().stream()
                .findFirst()
                .ifPresent(
                        first ->
                                items.add(
                                        new Definitions.Item(
                                                "Known words",
                                                IntervalCell.share(first.result().knownWords())
                                                        + " of the different words have a vector")));
        return items;
    }
}
