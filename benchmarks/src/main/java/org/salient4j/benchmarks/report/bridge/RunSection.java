package org.salient4j.benchmarks.report.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgePreset;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.bridge.BridgeSetup;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Listing;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ProvenanceBlocks;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.framework.io.Json;

/** What was run, and by what. */
final class RunSection {
    private final ReportedRun<BridgeCell, BridgeResult> run;
    private final BridgeScores scores;
    private final Names names;

    RunSection(ReportedRun<BridgeCell, BridgeResult> run, BridgeScores scores, Names names) {
        this.run = run;
        this.scores = scores;
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Trainings of one seed, data set and network share their data, start values"
                                + " and number of updates; all keep their last weights. Attributions"
                                + " are of the true class, on the test samples."));
        blocks.addAll(ProvenanceBlocks.of(run));
        if (!run.cells().isEmpty()) {
            blocks.add(new Subheading("Protocol"));
            blocks.add(new Definitions(protocol(run.cells().get(0).setup())));
        }
        blocks.add(
                new Fold(
                        "Settings of the experiment",
                        List.of(new Listing("experiment.json", Json.pretty(run.card()).strip()))));
        return new Section("What was run", blocks);
    }

    private List<Definitions.Item> protocol(BridgeSetup setup) {
        List<Definitions.Item> items = new ArrayList<>();
        items.add(new Definitions.Item("Preset", preset()));
        items.add(
                new Definitions.Item(
                        "Samples",
                        "%d training, %d validation and %d test samples of the process %s"
                                .formatted(
                                        setup.train(),
                                        setup.validation(),
                                        setup.test(),
                                        setup.process())));
        training().forEach((how, networks) -> items.add(new Definitions.Item(networks, how)));
        items.add(
                new Definitions.Item(
                        "Saliency guided",
                        "smallest magnitudes masked; \u03bb = %s; masked fractions: %s"
                                .formatted(TrainingProtocol.number(setup.lambda()), fractions())));
        items.add(
                new Definitions.Item(
                        "Jacobian",
                        "\u03bb_J \u00bd\u2016J\u2016\u00b2 of the logits at the clean batch is added to"
                                + " the loss, estimated with one random direction an update by"
                                + " forward-mode tangents; the weight grows from 0 to \u03bb_J in the"
                                + " course of a training"));
        items.add(
                new Definitions.Item(
                        "Accuracy gate",
                        "attributions count from a test accuracy of "
                                + IntervalCell.share(setup.gate())
                                + " on"));
        for (String method : scores.methods()) {
            JsonNode settings = setup.methods().get(method);
            items.add(
                    new Definitions.Item(
                            names.title(method), settings == null ? "" : settings.toString()));
        }
        return items;
    }

    /** How each network is trained; those that are trained alike are together. */
    private Map<String, String> training() {
        Map<String, Set<String>> networks = new LinkedHashMap<>();
        for (BridgeCell cell : run.cells()) {
            List<String> parts = new ArrayList<>(TrainingProtocol.parts(cell.setup().options()));
            parts.add(cell.setup().dataType().name().toLowerCase(Locale.ROOT));
            parts.add(
                    "a penalty grows from %s to %s of the updates"
                            .formatted(
                                    IntervalCell.share(cell.setup().rampFrom()),
                                    IntervalCell.share(cell.setup().rampTo())));
            networks.computeIfAbsent(String.join("; ", parts), how -> new LinkedHashSet<>())
                    .add(cell.network());
        }
        Map<String, String> training = new LinkedHashMap<>();
        networks.forEach((how, of) -> training.put(how, "Training of " + String.join(", ", of)));
        return training;
    }

    private String preset() {
        String name = run.card().settings().path("preset").asText("");
        String known =
                BridgePreset.all().stream()
                        .filter(preset -> preset.name().equals(name))
                        .map(preset -> name + ": " + preset.description())
                        .findFirst()
                        .orElse(name.isEmpty() ? "not recorded" : name);
        List<String> changes = new ArrayList<>();
        run.card()
                .settings()
                .path("changes")
                .fields()
                .forEachRemaining(
                        each -> changes.add(each.getKey() + " = " + each.getValue().asText()));
        return changes.isEmpty() ? known : known + "; changed: " + String.join("; ", changes);
    }

    /** For instance {@code 0.1 (lstm on middle, lstm on rare-time); 0.5 (tcn on middle)}. */
    private String fractions() {
        String all =
                run.cells().stream()
                        .filter(cell -> cell.training().base().saliencyGuided())
                        .collect(
                                Collectors.groupingBy(
                                        BridgeCell::maskedFraction,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                cell -> cell.network() + " on " + cell.dataset(),
                                                Collectors.toCollection(LinkedHashSet::new))))
                        .entrySet()
                        .stream()
                        .map(
                                each ->
                                        TrainingProtocol.number(each.getKey())
                                                + " ("
                                                + String.join(", ", each.getValue())
                                                + ")")
                        .collect(Collectors.joining("; "));
        return all.isEmpty() ? "none" : all;
    }
}
