package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.Listing;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ProvenanceBlocks;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.benchmarks.vanishing.VanishingSetup;
import org.salient4j.framework.io.Json;

/** The section on what was run: command, settings, provenance. */
final class RunSection {

    private RunSection() {}

    static Section of(ReportedRun<VanishingCell, VanishingResult> run) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Networks of one seed and box share their data and start values, whatever"
                                + " their training. Saliency is the magnitude of the gradient of the"
                                + " true class\u2019s log-odds at each input cell, on the test"
                                + " samples."));
        blocks.addAll(ProvenanceBlocks.of(run));
        blocks.add(new Subheading("Settings"));
        blocks.add(new Definitions(settings(run.cells())));
        blocks.add(
                new Listing(
                        "Settings of the experiment (experiment.json)",
                        Json.pretty(run.card()).strip()));
        return new Section("What was run", blocks);
    }

    private static List<Definitions.Item> settings(List<VanishingCell> cells) {
        Map<String, VanishingSetup> setups = new LinkedHashMap<>();
        cells.forEach(cell -> setups.putIfAbsent(cell.preset(), cell.setup()));
        return setups.entrySet().stream()
                .map(each -> new Definitions.Item(each.getKey(), sentence(each.getValue())))
                .toList();
    }

    private static String sentence(VanishingSetup setup) {
        List<String> parts = new ArrayList<>();
        parts.add(
                "%d training, %d validation and %d test samples"
                        .formatted(setup.train(), setup.validation(), setup.test()));
        parts.add(setup.hidden() + " units");
        parts.add("forget-gate bias +" + TrainingProtocol.number(setup.forgetBias()));
        parts.add(setup.doubleSoftmax() ? "softmax twice" : "softmax once");
        parts.addAll(TrainingProtocol.parts(setup.options()));
        parts.add(
                "saliency guided with masked fraction %s and \u03bb = %s"
                        .formatted(
                                TrainingProtocol.number(setup.maskedFraction()),
                                TrainingProtocol.number(setup.lambda())));
        parts.add(setup.dataType().name().toLowerCase(Locale.ROOT));
        return String.join("; ", parts) + ".";
    }
}
