package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.benchmarks.images.ImageSetup;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Listing;
import org.salient4j.benchmarks.report.ProvenanceBlocks;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.framework.io.Json;

/** What was run: command, settings, provenance. */
final class ImageRunSection {
    private ImageRunSection() {}

    static Section of(ReportedRun<ImagesCell, ImagesResult> run) {
        List<Block> blocks = new ArrayList<>(ProvenanceBlocks.of(run));
        if (!run.cells().isEmpty()) {
            blocks.add(new Subheading("Settings"));
            blocks.add(new Definitions(settings(run)));
        }
        blocks.add(
                new Fold(
                        "Settings of the experiment",
                        List.of(new Listing("experiment.json", Json.pretty(run.card()).strip()))));
        return new Section("What was run", blocks);
    }

    private static List<Definitions.Item> settings(ReportedRun<ImagesCell, ImagesResult> run) {
        ImageSetup setup = run.cells().get(0).setup();
        List<Definitions.Item> items = new ArrayList<>();
        items.add(
                new Definitions.Item(
                        "Images",
                        String.join(
                                "; ",
                                run.cells().stream()
                                        .map(cell -> cell.data())
                                        .distinct()
                                        .map(ImageSource::described)
                                        .toList())));
        items.add(
                new Definitions.Item(
                        "Training",
                        String.join(", ", TrainingProtocol.parts(setup.options()))
                                + "; fine-tuning: "
                                + String.join(", ", TrainingProtocol.parts(setup.fineTuning()))));
        items.add(new Definitions.Item("Masking", Json.tree(setup.guidance()).toString()));
        for (Map.Entry<String, AttributionMethod> each :
                MethodSettings.methods(setup.methods()).entrySet()) {
            MethodDescriptor about = each.getValue().descriptor();
            items.add(
                    new Definitions.Item(
                            about.title(), about.cost() + "; " + Json.tree(each.getValue())));
        }
        run.results().stream()
                .flatMap(each -> each.result().refused().entrySet().stream())
                .distinct()
                .forEach(
                        refused ->
                                items.add(
                                        new Definitions.Item(
                                                refused.getKey() + " was refused",
                                                refused.getValue())));
        return items;
    }
}
