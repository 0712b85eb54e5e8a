package org.salient4j.benchmarks.report.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** How well maps find the pixels of the shape, in drawn images. */
final class TruthSection {
    private static final List<String> SHOWN = List.of("roc-auc", "pointing-game");

    private final ImageGroup group;
    private final Map<String, JsonNode> settings;

    TruthSection(ImageGroup group, ReportedRun<ImagesCell, ImagesResult> run) {
        this.group = group;
        this.settings = run.cells().get(0).setup().methods();
    }

    /** Whether any result has scores. */
    static boolean known(ImageGroup group) {
        return group.trainings().stream()
                .flatMap(t -> group.first(t).stream())
                .anyMatch(result -> result.truth() != null);
    }

    Section section(String title) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "The images are drawn, so it is known which pixels belong to the shape that"
                                + " makes the class. Pixels inside a full shape tell less of its"
                                + " outline than those at its edge: no map that is right needs to"
                                + " fill it."));
        for (String metric : AttributionMetric.registry().names()) {
            Table table = table(metric);
            blocks.add(
                    SHOWN.contains(metric) ? table : new Fold(Names.shown(metric), List.of(table)));
        }
        return new Section(title, blocks);
    }

    private Table table(String metric) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        group.trainings()
                .forEach(t -> columns.add(TableColumn.numbers(ImageWords.capital(t.words()), "")));
        List<TableRow> rows = new ArrayList<>();
        for (String method : group.methods()) {
            if (!method.equals(ImagesResult.RANDOM)) {
                List<TableCell> cells = new ArrayList<>();
                cells.add(TableCell.of(ImageWords.method(method, settings)));
                for (ImageTraining training : group.trainings()) {
                    cells.add(
                            IntervalCell.decimal(
                                    MeanInterval.of(
                                            group.each(training, r -> score(r, method, metric))),
                                    3));
                }
                rows.add(TableRow.of(cells.toArray(TableCell[]::new)));
            }
        }
        String title = Names.metric(metric).map(about -> about.title()).orElse(metric);
        return new Table(title + ", mean over images and seeds", columns, rows, "");
    }

    private static double score(ImagesResult result, String method, String metric) {
        return result.truth() == null
                ? Double.NaN
                : result.truth().getOrDefault(method, Map.of()).getOrDefault(metric, Double.NaN);
    }
}
