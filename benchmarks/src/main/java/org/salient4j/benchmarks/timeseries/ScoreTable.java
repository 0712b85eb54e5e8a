package org.salient4j.benchmarks.timeseries;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.DamagedFile;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedMethods;
import org.salient4j.benchmarks.report.ReportedRun;

/**
 * The scores of a run, to be looked up by condition, method and metric.
 *
 * <p>Every array has one value a seed of {@link #seeds()}, in that order, {@code NaN} where there
 * is none: two conditions can be paired by index. Why a score is missing is told by {@link Score}.
 */
public final class ScoreTable {
    private final List<TimeSeriesCondition> conditions;
    private final List<Long> seeds;
    private final List<String> methods;
    private final List<String> metrics;
    private final Map<TimeSeriesCondition, Map<Long, TimeSeriesResult>> results;
    private final Map<TimeSeriesCondition, Set<Long>> failed;
    private final Map<TimeSeriesCondition, Set<Long>> unreadable;

    private ScoreTable(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        conditions = distinct(run.cells(), TimeSeriesCondition::of);
        seeds = run.cells().stream().map(TimeSeriesCell::seed).distinct().sorted().toList();
        methods =
                PublishedMethods.inOrder(
                        run.cells().stream()
                                .flatMap(cell -> cell.setup().methods().keySet().stream())
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Set<String> scored = new LinkedHashSet<>();
        results = new LinkedHashMap<>();
        for (CellResult<TimeSeriesCell, TimeSeriesResult> each : run.results()) {
            TimeSeriesCell cell = each.cell();
            results.computeIfAbsent(TimeSeriesCondition.of(cell), c -> new LinkedHashMap<>())
                    .put(cell.seed(), each.result());
            each.result().methods().values().forEach(m -> scored.addAll(m.scores().keySet()));
        }
        metrics = List.copyOf(scored);
        failed = cells(run, run.failures().stream().map(CellFailure::key));
        unreadable = cells(run, run.damaged().stream().map(DamagedFile::key));
    }

    /** Indexes a run. */
    public static ScoreTable of(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        return new ScoreTable(run);
    }

    /** What was asked for, in the order of the experiment, measured or not. */
    public List<TimeSeriesCondition> conditions() {
        return conditions;
    }

    /** The seeds that were asked for, ascending. */
    public List<Long> seeds() {
        return seeds;
    }

    /** The attribution methods that were asked for: the paper's in its order, then others. */
    public List<String> methods() {
        return methods;
    }

    /** The metrics that any result has. */
    public List<String> metrics() {
        return metrics;
    }

    /** The data sets that were asked for. */
    public List<String> datasets() {
        return distinct(conditions, TimeSeriesCondition::dataset);
    }

    /** The processes that were asked for. */
    public List<String> processes() {
        return distinct(conditions, TimeSeriesCondition::process);
    }

    /** The networks that were asked for. */
    public List<String> networks() {
        return distinct(conditions, TimeSeriesCondition::network);
    }

    /** The trainings that were asked for. */
    public List<TrainingKind> trainings() {
        return distinct(conditions, TimeSeriesCondition::training);
    }

    /** The values of k that were asked for; {@code [0]} for standard training. */
    public List<Double> maskedFractions(
            String dataset, String process, String network, TrainingKind training) {
        return conditions.stream()
                .filter(c -> c.dataset().equals(dataset) && c.process().equals(process))
                .filter(c -> c.network().equals(network) && c.training() == training)
                .map(TimeSeriesCondition::maskedFraction)
                .distinct()
                .toList();
    }

    /** The result of one training, whether its network passed the gate or not. */
    public Optional<TimeSeriesResult> result(TimeSeriesCondition condition, long seed) {
        return Optional.ofNullable(results.getOrDefault(condition, Map.of()).get(seed));
    }

    /** One score a seed. */
    public List<Score> scores(TimeSeriesCondition condition, String method, String metric) {
        return seeds.stream().map(seed -> score(condition, seed, method, metric)).toList();
    }

    /** The metric by seed; {@code NaN} where missing. */
    public double[] values(TimeSeriesCondition condition, String method, String metric) {
        return scores(condition, method, metric).stream().mapToDouble(Score::value).toArray();
    }

    /** The metric minus that of random maps by seed; {@code NaN} where missing. */
    public double[] diffs(TimeSeriesCondition condition, String method, String metric) {
        return scores(condition, method, metric).stream().mapToDouble(Score::diff).toArray();
    }

    /** Test accuracies by seed, those below the gate too; {@code NaN} where not run or failed. */
    public double[] testAccuracies(TimeSeriesCondition condition) {
        return perSeed(condition, TimeSeriesResult::testAccuracy);
    }

    /** Validation accuracies by seed, those below the gate too; {@code NaN} where missing. */
    public double[] validationAccuracies(TimeSeriesCondition condition) {
        return perSeed(condition, TimeSeriesResult::validationAccuracy);
    }

    /** Training accuracies by seed, those below the gate too; {@code NaN} where missing. */
    public double[] trainAccuracies(TimeSeriesCondition condition) {
        return perSeed(condition, TimeSeriesResult::trainAccuracy);
    }

    /** How one training came out: MEASURED, NOT_RUN, UNREADABLE, FAILED or GATE_NOT_PASSED. */
    public ScoreState state(TimeSeriesCondition condition, long seed) {
        TimeSeriesResult result = result(condition, seed).orElse(null);
        if (result == null) {
            if (failed.getOrDefault(condition, Set.of()).contains(seed)) {
                return ScoreState.FAILED;
            }
            return unreadable.getOrDefault(condition, Set.of()).contains(seed)
                    ? ScoreState.UNREADABLE
                    : ScoreState.NOT_RUN;
        }
        return result.gatePassed() ? ScoreState.MEASURED : ScoreState.GATE_NOT_PASSED;
    }

    private Score score(TimeSeriesCondition condition, long seed, String method, String metric) {
        ScoreState state = state(condition, seed);
        if (state != ScoreState.MEASURED) {
            return Score.missing(seed, state);
        }
        MethodResult measured = result(condition, seed).orElseThrow().methods().get(method);
        MetricScore score = measured == null ? null : measured.scores().get(metric);
        if (score == null) {
            return Score.missing(seed, ScoreState.NOT_MEASURED);
        }
        if (score.mean() == null) {
            return Score.missing(seed, ScoreState.NO_SAMPLE_SCORED);
        }
        double diff = score.random() == null ? Double.NaN : score.mean() - score.random();
        return new Score(seed, ScoreState.MEASURED, score.mean(), diff);
    }

    private double[] perSeed(
            TimeSeriesCondition condition, ToDoubleFunction<TimeSeriesResult> what) {
        return seeds.stream()
                .mapToDouble(
                        seed ->
                                result(condition, seed)
                                        .map(r -> what.applyAsDouble(r))
                                        .orElse(Double.NaN))
                .toArray();
    }

    private static Map<TimeSeriesCondition, Set<Long>> cells(
            ReportedRun<TimeSeriesCell, TimeSeriesResult> run, Stream<String> named) {
        Set<String> keys = named.collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return Map.of();
        }
        return run.cells().stream()
                .filter(cell -> keys.contains(CellKey.of(run.card().experiment(), cell).value()))
                .collect(
                        Collectors.groupingBy(
                                TimeSeriesCondition::of,
                                Collectors.mapping(TimeSeriesCell::seed, Collectors.toSet())));
    }

    private static <T, V> List<V> distinct(Collection<T> all, Function<T, V> part) {
        return all.stream().map(part).distinct().toList();
    }
}
