package org.salient4j.benchmarks.report.bridge;

import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TrainingView;

/** The trainings of the bridge, for the sections that every report of trainings has. */
record BridgeView() implements TrainingView<BridgeCell, BridgeResult> {

    @Override
    public String network(BridgeCell cell) {
        return cell.network();
    }

    @Override
    public String training(BridgeCell cell) {
        return BridgeRow.of(cell).words();
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.words("Data set"),
                TableColumn.words("Network"),
                TableColumn.words("Training"),
                TableColumn.numbers("Seed", ""));
    }

    @Override
    public List<TableCell> described(BridgeCell cell) {
        return List.of(
                TableCell.of(cell.dataset()),
                TableCell.of(cell.network()),
                TableCell.of(training(cell)),
                TableCell.of(Long.toString(cell.seed())));
    }

    @Override
    public double gate(BridgeCell cell) {
        return cell.setup().gate();
    }

    @Override
    public boolean learned(BridgeResult result) {
        return result.gatePassed();
    }

    @Override
    public double testAccuracy(BridgeResult result) {
        return result.testAccuracy();
    }

    @Override
    public double trainAccuracy(BridgeResult result) {
        return result.trainAccuracy();
    }

    @Override
    public Map<String, String> refused(BridgeResult result) {
        return result.refused();
    }
}
