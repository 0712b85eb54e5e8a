package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.language.LanguageCell;
import org.salient4j.benchmarks.language.LanguageResult;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.language.WordMapScore;
import org.salient4j.benchmarks.report.ReportedRun;

/**
 * The results of a run by training, seed after seed.
 *
 * @param run the run
 */
record LanguageGroups(ReportedRun<LanguageCell, LanguageResult> run) {

    /**
     * A method and what it makes a word's score of.
     *
     * @param method its name, or {@code random}
     * @param score the kind; empty for random scores
     */
    record Map(String method, String score) {}

    /** The trainings, in the order of the cells. */
    List<LanguageTraining> trainings() {
        return run.cells().stream().map(LanguageCell::training).distinct().toList();
    }

    private List<Long> seeds() {
        return run.cells().stream().map(LanguageCell::seed).distinct().toList();
    }

    /** Any result, for what all have in common. */
    Optional<LanguageResult> any() {
        return run.results().stream().map(CellResult::result).findFirst();
    }

    /** The results of a training, in the order of the seeds. */
    List<LanguageResult> of(LanguageTraining training) {
        return run.results().stream()
                .filter(result -> result.cell().training() == training)
                .map(CellResult::result)
                .toList();
    }

    /** A value for each seed; NaN where there is no result. */
    double[] values(LanguageTraining training, ToDoubleFunction<LanguageResult> value) {
        return seeds().stream()
                .mapToDouble(
                        seed ->
                                run.results().stream()
                                        .filter(r -> r.cell().training() == training)
                                        .filter(r -> r.cell().seed() == seed)
                                        .mapToDouble(r -> value.applyAsDouble(r.result()))
                                        .findFirst()
                                        .orElse(Double.NaN))
                .toArray();
    }

    /** A metric of a map for each seed; NaN where there is none. */
    double[] values(LanguageTraining training, Map map, MapMetric metric) {
        return values(
                training,
                result ->
                        result.scores().stream()
                                .filter(score -> isOf(score, map))
                                .mapToDouble(metric::of)
                                .findFirst()
                                .orElse(Double.NaN));
    }

    /** The same where the network {@linkplain LanguageResult#learned learned}, else NaN. */
    double[] ofLearned(LanguageTraining training, Map map, MapMetric metric) {
        double[] kept = values(training, map, metric);
        double[] learned = values(training, result -> result.learned() ? 1 : 0);
        for (int i = 0; i < kept.length; i++) {
            if (learned[i] != 1) {
                kept[i] = Double.NaN;
            }
        }
        return kept;
    }

    /** How many networks learned, of those there are: {@code 2 of 3}. */
    String learned(LanguageTraining training) {
        List<LanguageResult> results = of(training);
        return "%d of %d"
                .formatted(
                        results.stream().filter(LanguageResult::learned).count(), results.size());
    }

    /** Whether there are networks that did not learn. */
    boolean anyUnlearned() {
        return run.results().stream().anyMatch(result -> !result.result().learned());
    }

    /** How many texts a map was made of. */
    int texts(Map map) {
        return run.results().stream()
                .flatMap(result -> result.result().scores().stream())
                .filter(score -> isOf(score, map))
                .mapToInt(WordMapScore::texts)
                .max()
                .orElse(0);
    }

    private static boolean isOf(WordMapScore score, Map map) {
        return score.method().equals(map.method()) && score.score().equals(map.score());
    }

    /** What there is, random scores last. */
    List<Map> maps() {
        Set<Map> maps = new LinkedHashSet<>();
        run.results()
                .forEach(
                        result ->
                                result.result()
                                        .scores()
                                        .forEach(s -> maps.add(new Map(s.method(), s.score()))));
        List<Map> ordered = new ArrayList<>(maps);
        Map random = new Map(WordMapScore.RANDOM, "");
        if (ordered.remove(random)) {
            ordered.add(random);
        }
        return ordered;
    }

    /** What was passed over or put right in reading: all networks read the same. */
    List<String> findings() {
        return run.results().stream()
                .flatMap(result -> result.result().findings().stream())
                .distinct()
                .toList();
    }

    /** Whether people's rationales are known. */
    boolean marked() {
        return run.results().stream().anyMatch(r -> r.result().rationaleShare() != null);
    }
}
