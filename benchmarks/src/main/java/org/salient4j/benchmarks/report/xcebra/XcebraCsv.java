package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.xcebra.MapScore;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;
import org.salient4j.framework.io.Csv;
import org.salient4j.framework.io.Json;

/**
 * The results as comma-separated values, one row an encoder and method: {@code xcebra.csv}. A value
 * that does not exist is empty. Everything but the seconds is equal wherever it was computed.
 */
final class XcebraCsv {

    private static final List<String> HEADER =
            List.of(
                    "data",
                    "mode",
                    "lambda",
                    "method",
                    "auroc",
                    "auroc_rows",
                    "auroc_row_normalised",
                    "r2",
                    "train_seconds",
                    "auroc_lower",
                    "auroc_upper",
                    "auroc_mixed_rows",
                    "chance",
                    "p",
                    "gap_max",
                    "gap_mean",
                    "gap_min",
                    "gap_minmax",
                    "r2_first_from_z1",
                    "r2_first_from_z2",
                    "r2_second_from_z1",
                    "r2_second_from_z2",
                    "decoding_error",
                    "jacobian_norm",
                    "rank_min",
                    "rank_median",
                    "rank_max",
                    "clipped",
                    "loss",
                    "goodness_of_fit",
                    "updates",
                    "attribution_seconds",
                    "seed",
                    "key");

    private XcebraCsv() {}

    static String of(ReportedRun<XcebraCell, XcebraResult> run) {
        List<String> methods = EncoderGroups.of(run).methods();
        StringBuilder csv = new StringBuilder(Csv.line(HEADER));
        for (CellResult<XcebraCell, XcebraResult> each : run.results()) {
            for (String method : methods) {
                MapScore map = each.result().methods().get(method);
                if (map != null) {
                    csv.append(Csv.line(row(each, method, map)));
                }
            }
        }
        return csv.toString();
    }

    private static List<String> row(
            CellResult<XcebraCell, XcebraResult> each, String method, MapScore map) {
        XcebraCell cell = each.cell();
        XcebraResult encoder = each.result();
        List<String> values = new ArrayList<>();
        values.add(cell.data());
        values.add(Json.tree(cell.training()).asText());
        values.add(Words.lambda(cell.lambda()));
        values.add(method);
        add(values, map.auroc(), map.aurocRows(), map.aurocRowNormalised());
        add(values, encoder.r2(), encoder.trainSeconds());
        add(values, map.lower(), map.upper(), map.aurocMixedRows(), map.chance(), map.pValue());
        add(values, map.gaps().gapMax(), map.gaps().gapMean());
        add(values, map.gaps().gapMin(), map.gaps().gapMinMax());
        for (double[] block : encoder.embeddingFromBlocks()) {
            add(values, block[0], block[1]);
        }
        add(values, encoder.decodingError(), encoder.jacobianNorm());
        add(values, encoder.ranks().toArray(Double[]::new));
        add(values, encoder.clipped(), encoder.loss(), encoder.goodnessOfFit());
        values.add(Long.toString(encoder.updates()));
        add(values, map.seconds());
        values.add(Long.toString(cell.seed()));
        values.add(each.key());
        return values;
    }

    private static void add(List<String> values, Double... numbers) {
        for (Double number : numbers) {
            values.add(number == null || number.isNaN() ? "" : number.toString());
        }
    }
}
