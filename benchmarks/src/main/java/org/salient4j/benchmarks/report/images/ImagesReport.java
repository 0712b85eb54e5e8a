package org.salient4j.benchmarks.report.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.report.ExperimentReport;
import org.salient4j.benchmarks.report.MissingTrainings;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.framework.io.Json;

/** The report of the image experiment. */
public final class ImagesReport implements ExperimentReport<ImagesCell, ImagesResult> {

    /** Makes one; it has no state. */
    public ImagesReport() {}

    @Override
    public String name() {
        return Images.NAME;
    }

    @Override
    public Experiment<ImagesCell, ImagesResult> experiment(JsonNode settings) {
        return Json.convert(settings, Images.class, "settings of " + name());
    }

    @Override
    public String description() {
        return "does saliency guided training of image classifiers keep accuracy, make gradients"
                + " sparse and find what the network needs";
    }

    @Override
    public List<String> lines(ReportedRun<ImagesCell, ImagesResult> run) {
        return ImagesTable.lines(run);
    }

    @Override
    public String csvName() {
        return "images.csv";
    }

    @Override
    public String csv(ReportedRun<ImagesCell, ImagesResult> run) {
        return ImagesCsv.of(run);
    }

    @Override
    public Page page(ReportedRun<ImagesCell, ImagesResult> run) {
        List<ImageGroup> groups = ImageGroup.of(run);
        List<Section> sections = new ArrayList<>();
        sections.add(new ImageAnswerSection(groups).section());
        for (ImageGroup group : groups) {
            String of = groups.size() == 1 ? "" : " \u2013 " + group.title();
            sections.add(new ImageAccuracySection(group).section("Accuracy" + of));
            sections.add(
                    new DropSection(group, run).section("Accuracy without salient pixels" + of));
            sections.add(new GradientSection(group).section("Gradients" + of));
            sections.add(new ImageMapSection(group, run).section("Maps" + of));
            if (TruthSection.known(group)) {
                sections.add(new TruthSection(group, run).section("Known pixels" + of));
            }
        }
        sections.add(
                MissingTrainings.section(
                        run,
                        List.of(
                                TableColumn.words("Data set"),
                                TableColumn.words("Network"),
                                TableColumn.words("Training"),
                                TableColumn.numbers("Seed", "")),
                        cell ->
                                List.of(
                                        TableCell.of(cell.data().name()),
                                        TableCell.of(cell.network()),
                                        TableCell.of(cell.training().words()),
                                        TableCell.of(Long.toString(cell.seed())))));
        sections.add(ImageRunSection.of(run));
        return new Page(
                "Images: saliency guided training of classifiers",
                run.subtitle(
                        "networks",
                        String.join("; ", groups.stream().map(ImageGroup::title).toList())),
                sections);
    }
}
