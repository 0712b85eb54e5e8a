package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Definitions;
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
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapMethods;

/** The published score beside those that the scale of a map's rows does not enter. */
final class RowScaleSection {

    private static final List<MapAuRoc> SCORES =
            List.of(
                    MapAuRoc.POOLED,
                    MapAuRoc.MIXED_ROWS,
                    MapAuRoc.WITHIN_ROWS,
                    MapAuRoc.ROW_NORMALISED);

    private final EncoderGroups groups;

    RowScaleSection(EncoderGroups groups) {
        this.groups = groups;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "The latents that no label tells of drive all neurons, so their rows of the"
                                + " truth are connected throughout: a method that merely makes these"
                                + " rows larger gains on the pooled score without telling neurons"
                                + " apart. An inverse does make the rows of small gradients large."
                                + " The other scores do not see that; a lead that vanishes in them was"
                                + " one of scale. The last line needs no gradient: what does not beat"
                                + " it has found nothing that a straight line does not see."));
        List<Block> others = new ArrayList<>();
        for (EncoderGroup group : groups.groups()) {
            boolean shown = group.training() == EncoderTraining.CONTRASTIVE && groups.isMain(group);
            (shown ? blocks : others).add(table(group));
        }
        if (!others.isEmpty()) {
            // Something must be seen without opening a fold.
            boolean only = others.size() == groups.groups().size();
            blocks.add(new Fold("Other encoders", others, only));
        }
        blocks.add(new Definitions(SCORES.stream().map(RowScaleSection::item).toList()));
        return new Section("What the scale of the rows is worth", blocks);
    }

    private static Definitions.Item item(MapAuRoc score) {
        MetricDescriptor about = score.descriptor();
        return new Definitions.Item(
                Words.capital(Words.of(score)),
                Words.capital(about.summary()) + ". " + about.caveat());
    }

    private Table table(EncoderGroup group) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        for (MapAuRoc score : SCORES) {
            columns.add(TableColumn.numbers(Words.of(score), score.descriptor().summary()));
        }
        List<TableRow> rows = new ArrayList<>();
        for (String method : groups.methods()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(Words.method(method)));
            for (MapAuRoc score : SCORES) {
                cells.add(
                        IntervalCell.decimal(
                                MeanInterval.of(group.scores(method, score)), 3, Words.RECORDING));
            }
            rows.add(new TableRow(cells, method.equals(MapMethods.LINEAR_REGRESSION), Tone.PLAIN));
        }
        return new Table(
                Words.capital(group.heading())
                        + ": auROC, mean \u00b1 half the 95 % interval over recordings",
                columns,
                rows,
                "");
    }
}
