package org.salient4j.benchmarks.report.timeseries;

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
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;
import org.salient4j.benchmarks.timeseries.TimeSeriesPreset;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.benchmarks.timeseries.TimeSeriesSetup;
import org.salient4j.framework.io.Json;

/** What was run, and by what. */
final class RunSection {

    private final ReportedRun<TimeSeriesCell, TimeSeriesResult> run;
    private final ScoreTable scores;
    private final Names names;

    RunSection(ReportedRun<TimeSeriesCell, TimeSeriesResult> run, ScoreTable scores, Names names) {
        this.run = run;
        this.scores = scores;
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Trainings of one seed, data set and network share their data and start"
                                + " values. Attributions are of the true class, on the test"
                                + " samples."));
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

    private List<Definitions.Item> protocol(TimeSeriesSetup setup) {
        List<Definitions.Item> items = new ArrayList<>();
        items.add(new Definitions.Item("Preset", preset()));
        items.add(new Definitions.Item("Changed from the preset", changes()));
        items.add(
                new Definitions.Item(
                        "Samples",
                        "%d training, %d validation and %d test samples; processes: %s"
                                .formatted(
                                        setup.train(),
                                        setup.validation(),
                                        setup.test(),
                                        String.join(", ", scores.processes()))));
        training().forEach((how, networks) -> items.add(new Definitions.Item(networks, how)));
        items.add(
                new Definitions.Item(
                        "Saliency guided",
                        "\u03bb = %s; masked fractions: %s"
                                .formatted(TrainingProtocol.number(setup.lambda()), fractions())));
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
        for (TimeSeriesCell cell : run.cells()) {
            TimeSeriesSetup setup = cell.setup();
            List<String> parts = new ArrayList<>(TrainingProtocol.parts(setup.options()));
            parts.add(setup.doubleSoftmax() ? "softmax twice" : "softmax once");
            parts.add(setup.dataType().name().toLowerCase(Locale.ROOT));
            networks.computeIfAbsent(String.join("; ", parts), how -> new LinkedHashSet<>())
                    .add(cell.network());
        }
        Map<String, String> training = new LinkedHashMap<>();
        networks.forEach(
                (how, names) -> training.put(how, "Training of " + String.join(", ", names)));
        return training;
    }

    private String preset() {
        String name = run.card().settings().path("preset").asText("");
        return TimeSeriesPreset.all().stream()
                .filter(preset -> preset.name().equals(name))
                .map(preset -> name + ": " + preset.description())
                .findFirst()
                .orElse(name.isEmpty() ? "not recorded" : name);
    }

    private String changes() {
        List<String> changes = new ArrayList<>();
        run.card()
                .settings()
                .path("changes")
                .fields()
                .forEachRemaining(
                        each -> changes.add(each.getKey() + " = " + each.getValue().asText()));
        return changes.isEmpty() ? "nothing" : String.join("; ", changes);
    }

    /** For instance {@code 0.1 (lstm: middle, rare-time); 0.5 (tcn: middle)}. */
    private String fractions() {
        return scores.conditions().stream()
                .filter(each -> each.training().saliencyGuided())
                .collect(
                        Collectors.groupingBy(
                                TimeSeriesCondition::maskedFraction,
                                TreeMap::new,
                                Collectors.mapping(
                                        each -> each.network() + " on " + each.dataset(),
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
    }
}
