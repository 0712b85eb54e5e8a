package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.language.LanguageCell;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.WordMapScore;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.io.Csv;

/** The results as comma-separated values, one row a network, method and kind of word score. */
final class LanguageCsv {
    private static final List<String> HEADER =
            List.of(
                    "corpus",
                    "training",
                    "seed",
                    "masked_fraction",
                    "accuracy",
                    "tf_idf_accuracy",
                    "train_seconds",
                    "method",
                    "word_score",
                    "texts",
                    "comprehensiveness",
                    "sufficiency",
                    "token_auprc",
                    "token_f1",
                    "iou_f1",
                    "attribution_seconds",
                    "key");

    private LanguageCsv() {}

    static String of(ReportedRun<LanguageCell, LanguageResult> run) {
        StringBuilder csv = new StringBuilder(Csv.line(HEADER));
        for (CellResult<LanguageCell, LanguageResult> each : run.results()) {
            for (WordMapScore score : each.result().scores()) {
                csv.append(Csv.line(row(each, score)));
            }
        }
        return csv.toString();
    }

    private static List<String> row(
            CellResult<LanguageCell, LanguageResult> each, WordMapScore score) {
        LanguageResult result = each.result();
        List<String> values = new ArrayList<>();
        values.add(result.corpus());
        values.add(LanguageWords.of(each.cell().training()));
        values.add(Long.toString(each.cell().seed()));
        add(values, result.maskedFraction(), result.accuracy(), result.tfIdfAccuracy());
        add(values, result.trainSeconds());
        values.add(score.method());
        values.add(score.score());
        values.add(Integer.toString(score.texts()));
        add(values, score.comprehensiveness(), score.sufficiency());
        add(values, score.auprc(), score.tokenF1(), score.iouF1(), score.seconds());
        values.add(each.key());
        return values;
    }

    private static void add(List<String> values, Double... numbers) {
        for (Double number : numbers) {
            values.add(number == null || number.isNaN() ? "" : number.toString());
        }
    }
}
