package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.published.PublishedLanguage;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;

/** The scores of every method beside the paper's. */
final class ScoreSection {
    private ScoreSection() {}

    static Section of(LanguageGroups groups) {
        List<Block> blocks = new ArrayList<>();
        for (MapMetric metric : MapMetric.values()) {
            boolean there =
                    groups.maps().stream()
                            .flatMap(
                                    map ->
                                            groups.trainings().stream()
                                                    .map(t -> groups.values(t, map, metric)))
                            .flatMapToDouble(Arrays::stream)
                            .anyMatch(value -> !Double.isNaN(value));
            if (there) {
                blocks.add(table(groups, metric));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph("No method was scored yet."));
        } else if (!groups.marked()) {
            blocks.add(
                    new Paragraph(
                            "Nobody marked rationales in this corpus, so agreement with people is"
                                    + " not measured."));
        }
        return new Section("Faithfulness and agreement", blocks);
    }

    private static Table table(LanguageGroups groups, MapMetric metric) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        columns.add(TableColumn.words("Word score"));
        columns.add(TableColumn.numbers("Texts", "How many texts were explained"));
        for (LanguageTraining training : groups.trainings()) {
            columns.add(TableColumn.numbers(LanguageWords.of(training), ""));
        }
        boolean published = !metric.published().isEmpty();
        if (published) {
            columns.add(TableColumn.numbers("standard", "").under("Paper"));
            columns.add(TableColumn.numbers("guided", "").under("Paper"));
        }
        List<TableRow> rows = new ArrayList<>();
        String before = "";
        for (LanguageGroups.Map map : groups.maps()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(map.method()));
            cells.add(TableCell.of(LanguageWords.score(map.score())));
            cells.add(TableCell.of(Integer.toString(groups.texts(map))));
            for (LanguageTraining training : groups.trainings()) {
                cells.add(AccuracySection.cell(groups.values(training, map, metric), 3));
            }
            if (published) {
                cells.add(paper(groups, map, false, metric));
                cells.add(paper(groups, map, true, metric));
            }
            rows.add(new TableRow(cells, !map.method().equals(before), Tone.PLAIN));
            before = map.method();
        }
        return new Table(
                metric.descriptor().title()
                        + ": "
                        + metric.descriptor().summary()
                        + (metric.sign() > 0 ? " (higher is better)" : " (lower is better)"),
                columns,
                rows,
                metric.descriptor().caveat(),
                true);
    }

    private static TableCell paper(
            LanguageGroups groups, LanguageGroups.Map map, boolean guided, MapMetric metric) {
        OptionalDouble value =
                PublishedLanguage.find(
                        groups.any().map(LanguageResult::published).orElse(""),
                        map.method(),
                        guided,
                        metric.published());
        return TableCell.of(
                value.isEmpty() ? "\u2013" : IntervalCell.number(value.getAsDouble(), 3));
    }
}
