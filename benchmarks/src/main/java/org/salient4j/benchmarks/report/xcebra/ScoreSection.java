package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.BarChart;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.xcebra.MapMethods;
import org.salient4j.benchmarks.xcebra.MapScore;

/** The published score, pooled over all entries of a map: bars and numbers. */
final class ScoreSection {

    private final EncoderGroups groups;

    ScoreSection(EncoderGroups groups) {
        this.groups = groups;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        String bars =
                groups.recordings().size() == 1
                        ? "A bar is the score of a method\u2019s map of "
                                + groups.recordings().get(0)
                        : "A bar is the score of a method\u2019s map of one recording; from top to"
                                + " bottom they are "
                                + String.join(", ", groups.recordings());
        blocks.add(
                new Paragraph(
                        "Pooled auROC, as published: the chance that a connected entry of the map"
                                + " lies above an unconnected one. "
                                + bars
                                + ". Its whisker is the 95 % interval over the explained samples, by"
                                + " bootstrap: how far the score depends on which samples were"
                                + " explained, not how another training would come out. A linear"
                                + " regression has one map for all samples and no such interval."));
        List<BarChart> shown = charts(groups::isMain);
        if (!shown.isEmpty()) {
            blocks.add(new Charts(shown, false));
        }
        List<BarChart> others = charts(group -> !groups.isMain(group));
        if (!others.isEmpty()) {
            blocks.add(
                    new Fold("Other weights of the penalty", List.of(new Charts(others, false))));
        }
        blocks.add(table());
        blocks.add(new Fold("Each recording", List.of(each())));
        return new Section("Scores of the maps", blocks);
    }

    private List<BarChart> charts(Predicate<EncoderGroup> which) {
        return groups.groups().stream()
                .filter(group -> !group.results().isEmpty())
                .filter(which)
                .map(this::chart)
                .toList();
    }

    private BarChart chart(EncoderGroup group) {
        return new BarChart(
                Words.capital(group.heading()),
                "pooled auROC",
                groups.methods().stream().map(method -> bars(group, method)).toList(),
                "95 % interval over explained samples",
                new BarChart.Reference("0.5: a map of random numbers", 0.5),
                1,
                "Pooled auROC of each method, a bar a recording; the tables below have the"
                        + " numbers.");
    }

    private BarChart.Group bars(EncoderGroup group, String method) {
        BarChart.Fill fill = BarChart.Fill.USUAL;
        String kind = "other attribution method";
        if (method.equals(MapMethods.INVERTED)) {
            fill = BarChart.Fill.STRONG;
            kind = "inverted neuron gradient";
        } else if (method.equals(MapMethods.LINEAR_REGRESSION)) {
            fill = BarChart.Fill.HOLLOW;
            kind = "no gradient";
        }
        MeanInterval mean = MeanInterval.of(group.scores(method, MapAuRoc.POOLED));
        MeanInterval chance = MeanInterval.of(group.maps(method, MapScore::chance));
        List<BarChart.Mark> marks = new ArrayList<>();
        if (group.recordings().size() > 1) {
            marks.add(new BarChart.Mark("mean over recordings", BarChart.Shape.TICK, mean.mean()));
        }
        marks.add(
                new BarChart.Mark(
                        "chance: the same map, neurons of the truth shuffled",
                        BarChart.Shape.RING,
                        chance.mean()));
        return new BarChart.Group(
                Words.method(method),
                fill,
                kind,
                group.recordings().stream()
                        .map(recording -> bar(recording, group.map(recording, method)))
                        .toList(),
                marks,
                mean.count() == 0 ? "\u2013" : IntervalCell.number(mean.mean(), 3));
    }

    private static BarChart.Bar bar(String recording, Optional<MapScore> map) {
        return map.map(
                        there ->
                                new BarChart.Bar(
                                        there.auroc(),
                                        there.lower() == null ? Double.NaN : there.lower(),
                                        there.upper() == null ? Double.NaN : there.upper(),
                                        recording + ": " + withInterval(there)))
                .orElse(new BarChart.Bar(Double.NaN, Double.NaN, Double.NaN, ""));
    }

    private static String withInterval(MapScore map) {
        return (IntervalCell.number(map.auroc(), 3) + " " + interval(map)).strip();
    }

    private static String interval(MapScore map) {
        return map.lower() == null || map.lower().isNaN()
                ? ""
                : "[%s, %s]"
                        .formatted(
                                IntervalCell.number(map.lower(), 3),
                                IntervalCell.number(map.upper(), 3));
    }

    private Table table() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        groups.groups().forEach(group -> columns.add(group.column()));
        List<TableRow> rows = new ArrayList<>();
        for (String method : groups.methods()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(Words.method(method)));
            for (EncoderGroup group : groups.groups()) {
                cells.add(
                        IntervalCell.decimal(
                                MeanInterval.of(group.scores(method, MapAuRoc.POOLED)),
                                3,
                                Words.RECORDING));
            }
            rows.add(new TableRow(cells, method.equals(MapMethods.LINEAR_REGRESSION), Tone.PLAIN));
        }
        return new Table(
                "Pooled auROC, mean \u00b1 half the 95 % interval over recordings",
                columns,
                rows,
                "Supervised encoders are trained on all latents, also those that no label of the"
                        + " contrastive ones tells of: an oracle, not a rival.",
                true);
    }

    private Table each() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Training"));
        columns.add(TableColumn.words("Method"));
        groups.recordings().forEach(recording -> columns.add(TableColumn.numbers(recording, "")));
        List<TableRow> rows = new ArrayList<>();
        for (EncoderGroup group : groups.groups()) {
            for (String method : groups.methods()) {
                List<TableCell> cells = new ArrayList<>();
                cells.add(TableCell.of(group.title()));
                cells.add(TableCell.of(Words.method(method)));
                for (String recording : groups.recordings()) {
                    cells.add(
                            group.map(recording, method)
                                    .map(
                                            map ->
                                                    TableCell.of(
                                                            IntervalCell.number(map.auroc(), 3),
                                                            interval(map)))
                                    .orElse(TableCell.missing("no result")));
                }
                rows.add(new TableRow(cells, method.equals(groups.methods().get(0)), Tone.PLAIN));
            }
        }
        return new Table(
                "Pooled auROC of each recording, and its 95 % interval over explained samples",
                columns, rows, "", true);
    }
}
