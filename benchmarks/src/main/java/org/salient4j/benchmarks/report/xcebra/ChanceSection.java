package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.report.EffectDirection;
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

/** What the maps would score if they knew nothing of the neurons. */
final class ChanceSection {

    private final EncoderGroups groups;

    ChanceSection(EncoderGroups groups) {
        this.groups = groups;
    }

    Section section() {
        return new Section(
                "Against chance",
                List.of(
                        new Paragraph(
                                "Chance is the mean pooled auROC of the same map against truths whose"
                                        + " neurons changed places, each with all its latents: what"
                                        + " remains is what the scale of the map\u2019s rows alone is"
                                        + " worth, which may lie far from 0.5. p is the share of these"
                                        + " truths against which the map scores as high; the table has"
                                        + " the largest p of all recordings. ? marks where it is above"
                                        + " 0.05: of some recording the map may be chance."),
                        table()));
    }

    private Table table() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        for (EncoderGroup group : groups.groups()) {
            columns.add(
                    TableColumn.numbers("chance", "Mean over recordings").under(group.heading()));
            columns.add(
                    TableColumn.numbers("p at most", "The largest over recordings")
                            .under(group.heading()));
        }
        List<TableRow> rows = new ArrayList<>();
        for (String method : groups.methods()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(Words.method(method)));
            for (EncoderGroup group : groups.groups()) {
                MeanInterval chance = MeanInterval.of(group.maps(method, MapScore::chance));
                cells.add(
                        chance.count() == 0
                                ? TableCell.missing("no result")
                                : TableCell.of(IntervalCell.number(chance.mean(), 3)));
                cells.add(largest(group.maps(method, MapScore::pValue)));
            }
            rows.add(new TableRow(cells, method.equals(MapMethods.LINEAR_REGRESSION), Tone.PLAIN));
        }
        return new Table("Pooled auROC by chance", columns, rows, "");
    }

    private static TableCell largest(double[] pValues) {
        OptionalDouble largest = Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).max();
        if (largest.isEmpty()) {
            return TableCell.missing("no result");
        }
        String text = IntervalCell.number(largest.getAsDouble(), 3);
        return largest.getAsDouble() > EffectDirection.LEVEL
                ? TableCell.marked(Tone.UNSURE, text)
                : TableCell.of(text);
    }
}
