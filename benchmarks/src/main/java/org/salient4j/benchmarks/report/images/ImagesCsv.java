package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.images.DropCurve;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.images.Sparsity;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.io.Csv;
import org.salient4j.framework.io.Json;

/**
 * The results as comma-separated values, one row a network, method and replacement: {@code
 * images.csv}. Everything but the seconds is equal wherever it was computed.
 */
final class ImagesCsv {
    private ImagesCsv() {}

    static String of(ReportedRun<ImagesCell, ImagesResult> run) {
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "data",
                                "network",
                                "training",
                                "seed",
                                "method",
                                "replacement",
                                "images",
                                "area"));
        for (int level = 0; level < DropCurve.LEVELS; level++) {
            header.add("accuracy_" + 10 * level);
        }
        header.addAll(
                List.of(
                        "test_accuracy",
                        "test_loss",
                        "train_images",
                        "test_images",
                        "epochs",
                        "updates",
                        "train_seconds",
                        "gini",
                        "hoyer",
                        "kurtosis",
                        "key"));
        StringBuilder csv = new StringBuilder(Csv.line(header));
        for (CellResult<ImagesCell, ImagesResult> each : run.results()) {
            each.result()
                    .drops()
                    .forEach(
                            (method, byReplacement) ->
                                    byReplacement.forEach(
                                            (replacement, curve) ->
                                                    csv.append(
                                                            Csv.line(
                                                                    row(
                                                                            each,
                                                                            method,
                                                                            replacement,
                                                                            curve)))));
        }
        return csv.toString();
    }

    private static List<String> row(
            CellResult<ImagesCell, ImagesResult> each,
            String method,
            String replacement,
            DropCurve curve) {
        ImagesCell cell = each.cell();
        ImagesResult result = each.result();
        Sparsity sparsity = result.gradients().sparsity();
        List<String> values = new ArrayList<>();
        values.add(cell.data().name());
        values.add(cell.network());
        values.add(Json.tree(cell.training()).asText());
        values.add(Long.toString(cell.seed()));
        values.add(method);
        values.add(replacement);
        values.add(Integer.toString(curve.images()));
        values.add(Double.toString(curve.area()));
        curve.accuracy().forEach(accuracy -> values.add(accuracy.toString()));
        values.add(Double.toString(result.testAccuracy()));
        values.add(Double.toString(result.testLoss()));
        values.add(Integer.toString(result.trainImages()));
        values.add(Integer.toString(result.testImages()));
        values.add(Integer.toString(result.epochs()));
        values.add(Long.toString(result.updates()));
        values.add(Double.toString(result.seconds().trained()));
        values.add(number(sparsity.gini()));
        values.add(number(sparsity.hoyer()));
        values.add(number(sparsity.kurtosis()));
        values.add(each.key());
        return values;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
