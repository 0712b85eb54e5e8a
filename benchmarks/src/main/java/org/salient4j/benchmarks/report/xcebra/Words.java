package org.salient4j.benchmarks.report.xcebra;

import java.math.BigDecimal;
import java.util.Locale;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapScore;

/** How the report calls things. */
final class Words {

    /** What means and tests are over. */
    static final String RECORDING = "recording";

    private Words() {}

    static String of(EncoderTraining training) {
        return training.name().toLowerCase(Locale.ROOT);
    }

    /** Without needless decimals or an exponent. */
    static String lambda(double lambda) {
        return BigDecimal.valueOf(lambda).stripTrailingZeros().toPlainString();
    }

    /** For instance {@code Gradient SHAP zeros}. */
    static String method(String name) {
        return capital(running(name));
    }

    /** A method in running text, for instance {@code gradient SHAP zeros}. */
    static String running(String name) {
        return name.replace('-', ' ').replace("shap ", "SHAP ").replace("shapley", "Shapley");
    }

    static String of(MapAuRoc score) {
        return score.name().toLowerCase(Locale.ROOT).replace("row_", "row-").replace('_', ' ');
    }

    static double value(MapScore map, MapAuRoc score) {
        return switch (score) {
            case POOLED -> map.auroc();
            case MIXED_ROWS -> map.aurocMixedRows();
            case WITHIN_ROWS -> map.aurocRows();
            case ROW_NORMALISED -> map.aurocRowNormalised();
        };
    }

    /** For instance {@code +0.052 [0.010, 0.094]}; without the interval where there is none. */
    static String difference(MeanInterval difference) {
        String sign = difference.mean() >= 0.0005 ? "+" : "";
        String mean = sign + IntervalCell.number(difference.mean(), 3);
        return difference.isDefined()
                ? "%s [%s, %s]"
                        .formatted(
                                mean,
                                IntervalCell.number(difference.lower(), 3),
                                IntervalCell.number(difference.upper(), 3))
                : mean;
    }

    /** For instance {@code 3 recordings}. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
