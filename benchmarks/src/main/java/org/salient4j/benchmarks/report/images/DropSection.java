package org.salient4j.benchmarks.report.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.images.DropCurve;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.published.PublishedImages;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Line;
import org.salient4j.benchmarks.report.LineChart;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** Curves of accuracy over removed pixels, and the areas below them. */
final class DropSection {
    private static final double[] LEVELS =
            IntStream.range(0, DropCurve.LEVELS).mapToDouble(level -> 10 * level).toArray();

    private final ImageGroup group;
    private final Map<String, JsonNode> settings;

    DropSection(ImageGroup group, ReportedRun<ImagesCell, ImagesResult> run) {
        this.group = group;
        this.settings = run.cells().get(0).setup().methods();
    }

    Section section(String title) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Pixels are removed from the test images, the most salient first, by rankings"
                                + " of the whole images; the network stays as it is. The steeper the"
                                + " fall below that of random removal, the more of what the network"
                                + " uses its saliency found. Bands: 95 % interval over seeds."));
        for (String replacement : group.replacements()) {
            blocks.add(new Subheading("Pixels replaced by " + ImageWords.replacement(replacement)));
            blocks.add(
                    new Charts(
                            group.methods().stream().map(m -> chart(m, replacement)).toList(),
                            true));
            blocks.add(areas(replacement));
        }
        if (blocks.size() == 1) {
            blocks.add(new Paragraph("There are no curves yet."));
        }
        return new Section(title, blocks);
    }

    private LineChart chart(String method, String replacement) {
        List<Line> lines = new ArrayList<>();
        for (ImageTraining training : group.trainings()) {
            MeanInterval[] means =
                    IntStream.range(0, DropCurve.LEVELS)
                            .mapToObj(
                                    level ->
                                            MeanInterval.of(
                                                    group.accuracies(
                                                            training, method, replacement, level)))
                            .toArray(MeanInterval[]::new);
            lines.add(ImageLines.line(training.words(), training.ordinal(), means));
        }
        String name = ImageWords.method(method, settings);
        return new LineChart(
                "%s, %d images".formatted(name, group.images(method, replacement)),
                "removed pixels, %",
                "test accuracy",
                LEVELS,
                lines,
                null,
                null,
                true,
                "Accuracy over removed pixels for each training; areas are in the table below.");
    }

    private Table areas(String replacement) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        columns.add(TableColumn.numbers("Images", "Test images that were explained"));
        group.trainings()
                .forEach(t -> columns.add(TableColumn.numbers(ImageWords.capital(t.words()), "")));
        List<TableRow> rows = new ArrayList<>();
        for (String method : group.methods()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(ImageWords.method(method, settings)));
            cells.add(TableCell.of(Integer.toString(group.images(method, replacement))));
            for (ImageTraining training : group.trainings()) {
                cells.add(
                        IntervalCell.decimal(
                                MeanInterval.of(group.areas(training, method, replacement)), 1));
            }
            rows.add(new TableRow(cells, method.equals(ImagesResult.RANDOM), Tone.PLAIN));
            if (method.equals(ImageClaims.GRADIENT)) {
                paper(rows);
            }
        }
        return new Table(
                "Area below the accuracy, pixels replaced by "
                        + ImageWords.replacement(replacement)
                        + ": smaller is better within a column",
                columns,
                rows,
                "0 to 9000. Columns are different networks: compare them by what is left of the"
                        + " difference to random.");
    }

    /** The published areas, where there are some. */
    private void paper(List<TableRow> rows) {
        boolean any =
                group.trainings().stream()
                        .anyMatch(
                                t ->
                                        PublishedImages.area(
                                                        group.data(),
                                                        group.network(),
                                                        ImageWords.published(t))
                                                .isPresent());
        if (!any) {
            return;
        }
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of("the paper\u2019s gradient"));
        cells.add(TableCell.of("\u2013"));
        for (ImageTraining training : group.trainings()) {
            cells.add(
                    TableCell.of(
                            ImageWords.published(
                                    PublishedImages.area(
                                            group.data(),
                                            group.network(),
                                            ImageWords.published(training)),
                                    1,
                                    1)));
        }
        rows.add(new TableRow(cells, false, Tone.MUTED));
    }
}
