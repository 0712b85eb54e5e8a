package org.salient4j.benchmarks.report.timeseries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.Score;
import org.salient4j.benchmarks.timeseries.ScoreState;

/**
 * The scores of one condition over its seeds, in one cell of a table.
 *
 * @param scores one a seed
 * @param difference whether the difference to random maps is shown
 */
record ScoreCell(List<Score> scores, boolean difference) {

    private static final int DECIMALS = 3;

    MeanInterval interval() {
        return MeanInterval.of(
                scores.stream().mapToDouble(s -> difference ? s.diff() : s.value()).toArray());
    }

    /** The mean as it is shown, so that equal texts are equal numbers; NaN without a value. */
    double rounded() {
        double mean = interval().mean();
        return Double.isNaN(mean) ? mean : Math.round(mean * 1000) / 1000d;
    }

    TableCell cell(boolean best) {
        MeanInterval interval = interval();
        if (interval.count() == 0) {
            return new TableCell(why(), "", reasons(), Tone.MUTED);
        }
        TableCell cell = IntervalCell.decimal(interval, DECIMALS);
        String missing = interval.missing() == 0 ? "" : ", n\u00a0=\u00a0" + interval.count();
        String reasons = interval.missing() == 0 ? "" : ": " + reasons();
        return new TableCell(
                cell.text(),
                cell.detail() + missing,
                cell.hint() + reasons,
                best ? Tone.STRONG : Tone.PLAIN);
    }

    private String why() {
        List<String> words = scores.stream().map(ScoreCell::words).distinct().toList();
        return words.size() == 1 ? words.get(0) : "missing";
    }

    /** For instance {@code did not learn: seeds 1, 2; failed: seed 3}. */
    private String reasons() {
        Map<String, List<Score>> byWord =
                scores.stream()
                        .filter(score -> Double.isNaN(difference ? score.diff() : score.value()))
                        .collect(
                                Collectors.groupingBy(
                                        ScoreCell::words, LinkedHashMap::new, Collectors.toList()));
        return byWord.entrySet().stream()
                .map(
                        each ->
                                each.getKey()
                                        + (each.getValue().size() == 1 ? ": seed " : ": seeds ")
                                        + each.getValue().stream()
                                                .map(score -> Long.toString(score.seed()))
                                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String words(Score score) {
        return score.state() == ScoreState.MEASURED
                ? "no value of random maps"
                : score.state().words();
    }
}
