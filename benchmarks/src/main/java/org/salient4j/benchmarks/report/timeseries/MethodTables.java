package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.timeseries.comparison.TrainingComparison;

/** Saliency guided minus standard training of each method, tested. */
final class MethodTables {

    private final FractionView view;
    private final Names names;

    MethodTables(FractionView view, Names names) {
        this.view = view;
        this.names = names;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (String process : view.scores().processes()) {
            List<TableRow> rows = new ArrayList<>();
            for (TrainingComparison each :
                    TrainingComparison.all(view.compared(process), Names.DIFFERENCES)) {
                rows.add(row(each));
            }
            String of = view.scores().processes().size() > 1 ? ", " + process : "";
            blocks.add(
                    new Table(
                            "Saliency guided minus standard training, each method" + of,
                            List.of(
                                    TableColumn.words("Network"),
                                    TableColumn.words("Training"),
                                    TableColumn.words("Metric"),
                                    TableColumn.words("Method"),
                                    TableColumn.numbers("Difference", "Mean over data sets"),
                                    TableColumn.numbers("n", "Data sets with a pair"),
                                    TableColumn.numbers(
                                            "p, Holm",
                                            "Wilcoxon over data sets, corrected over methods and"
                                                    + " metrics of a network and training"),
                                    TableColumn.numbers("p", "Wilcoxon, not corrected"),
                                    TableColumn.numbers("r", "Rank-biserial correlation")),
                            rows,
                            TestCells.BOLD,
                            true));
        }
        return blocks;
    }

    private TableRow row(TrainingComparison each) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(each.network()));
        cells.add(TableCell.of(TrainingWords.of(each.guided())));
        cells.add(TableCell.of(Names.shown(each.metric())));
        cells.add(TableCell.of(names.title(each.method())));
        cells.add(
                each.difference().count() == 0
                        ? TableCell.missing("no data set with a pair of trainings that count")
                        : IntervalCell.decimal(each.difference(), 3, "data set"));
        cells.add(TableCell.of(Integer.toString(each.difference().count())));
        cells.addAll(TestCells.of(each.test(), each.holm()));
        return new TableRow(cells, false, Tone.PLAIN);
    }
}
