package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salient4j.attribution.embedding.EmbeddingMethod;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Listing;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ProvenanceBlocks;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.benchmarks.xcebra.MapMethods;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;
import org.salient4j.benchmarks.xcebra.XcebraSetup;
import org.salient4j.framework.io.Json;
import org.salient4j.synthetic.latent.LatentDynamics;

/** The section on what was run: command, settings, provenance. */
final class RunSection {

    private RunSection() {}

    static Section of(ReportedRun<XcebraCell, XcebraResult> run) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Encoders of one recording share its data and their start values, whatever"
                                + " their training. Attributions are of every dimension of the"
                                + " embedding, computed in double on samples that were drawn from the"
                                + " recording; a map is the mean of their magnitudes."));
        blocks.addAll(ProvenanceBlocks.of(run));
        if (!run.cells().isEmpty()) {
            blocks.add(new Subheading("Settings"));
            blocks.add(new Definitions(settings(run.cells())));
        }
        blocks.add(
                new Fold(
                        "Settings of the experiment",
                        List.of(new Listing("experiment.json", Json.pretty(run.card()).strip()))));
        return new Section("What was run", blocks);
    }

    private static List<Definitions.Item> settings(List<XcebraCell> cells) {
        XcebraSetup setup = cells.get(0).setup();
        List<Definitions.Item> items = new ArrayList<>();
        items.add(new Definitions.Item("Recordings", recordings(cells)));
        items.add(
                new Definitions.Item(
                        "Encoder",
                        "of one time step; layers of %s units for each of its d dimensions, then d;"
                                        .formatted(joined(setup.hidden()))
                                + " clipped to \u00b1"
                                + TrainingProtocol.number(setup.clip())));
        items.add(
                new Definitions.Item(
                        "Training",
                        "%d steps of %d samples, Adam %s; InfoNCE with Euclidean similarity, \u03c4 ="
                                        .formatted(
                                                setup.steps(),
                                                setup.batchSize(),
                                                TrainingProtocol.number(setup.learningRate()))
                                + " %s; the penalty rises from 0 at %s to \u03bb at %s of the steps"
                                        .formatted(
                                                TrainingProtocol.number(setup.temperature()),
                                                TrainingProtocol.number(setup.rampFrom()),
                                                TrainingProtocol.number(setup.rampTo()))));
        items.add(
                new Definitions.Item(
                        "Maps",
                        "%d explained samples, %d resamples of the bootstrap, %d shuffled truths"
                                .formatted(
                                        setup.explained(), setup.resamples(), setup.shuffles())));
        for (Map.Entry<String, EmbeddingMethod> each : MapMethods.of(setup).entrySet()) {
            items.add(
                    new Definitions.Item(
                            Words.method(each.getKey()),
                            each.getValue().descriptor().cost()
                                    + "; "
                                    + Json.tree(each.getValue())));
        }
        return items;
    }

    private static String recordings(List<XcebraCell> cells) {
        Set<String> files = new LinkedHashSet<>();
        for (XcebraCell cell : cells) {
            if (cell.file() != null) {
                files.add("%s: %s, SHA-256 %s".formatted(cell.data(), cell.file(), cell.digest()));
            }
        }
        if (!files.isEmpty()) {
            return "read from files, the first half of the latents not observed; "
                    + String.join("; ", files);
        }
        XcebraSetup setup = cells.get(0).setup();
        LatentDynamics drawn = setup.generator();
        return "drawn, %d samples of %d + %d latents and %d + %d neurons, \u03c3 %s, gain %s, noise %s"
                .formatted(
                        setup.samples(),
                        drawn.d1(),
                        drawn.d2(),
                        drawn.n1(),
                        drawn.n2(),
                        TrainingProtocol.number(drawn.sigma()),
                        TrainingProtocol.number(drawn.gain()),
                        TrainingProtocol.number(drawn.noise()));
    }

    private static String joined(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
