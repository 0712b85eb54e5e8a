package org.salient4j.benchmarks.report.timeseries;

import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.benchmarks.report.TrainingView;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;

/** The trainings of the benchmark, for the sections that every report of trainings has. */
record TimeSeriesView() implements TrainingView<TimeSeriesCell, TimeSeriesResult> {

    @Override
    public String network(TimeSeriesCell cell) {
        return cell.network();
    }

    @Override
    public String training(TimeSeriesCell cell) {
        return TrainingWords.of(cell.training());
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.words("Data set"),
                TableColumn.words("Process"),
                TableColumn.words("Network"),
                TableColumn.words("Training"),
                TableColumn.numbers("k", "Masked fraction"),
                TableColumn.numbers("Seed", ""));
    }

    @Override
    public List<TableCell> described(TimeSeriesCell cell) {
        return List.of(
                TableCell.of(cell.dataset()),
                TableCell.of(cell.process()),
                TableCell.of(cell.network()),
                TableCell.of(training(cell)),
                TableCell.of(
                        cell.training().saliencyGuided()
                                ? TrainingProtocol.number(cell.maskedFraction())
                                : "\u2013"),
                TableCell.of(Long.toString(cell.seed())));
    }

    @Override
    public double gate(TimeSeriesCell cell) {
        return cell.setup().gate();
    }

    @Override
    public boolean learned(TimeSeriesResult result) {
        return result.gatePassed();
    }

    @Override
    public double testAccuracy(TimeSeriesResult result) {
        return result.testAccuracy();
    }

    @Override
    public double trainAccuracy(TimeSeriesResult result) {
        return result.trainAccuracy();
    }

    @Override
    public Map<String, String> refused(TimeSeriesResult result) {
        return result.refused();
    }
}
