package org.salient4j.benchmarks.timeseries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.measurement.CellSeconds;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.StopReason;

/** Results that were never computed: the paper's numbers, unless said otherwise. */
public final class MadeUpSeries {
    private static final Map<String, Double> RANDOM = Map.of("aup", 0.288, "aur", 0.4);

    /** Diff of a cell's method and metric; {@code NaN} where no sample could be scored. */
    @FunctionalInterface
    public interface Diffs {
        /** One of them. */
        double of(TimeSeriesCell cell, String method, String metric);
    }

    private List<String> datasets = TimeSeries.DATASETS;
    private List<String> processes = List.of("gaussian");
    private List<String> networks = TimeSeries.NETWORKS;
    private List<TrainingKind> trainings = List.of(TrainingKind.values());
    private List<Double> maskedFractions = List.of();
    private int seeds = 3;
    private Predicate<TimeSeriesCell> missing = cell -> false;
    private Predicate<TimeSeriesCell> failing = cell -> false;
    private Predicate<TimeSeriesCell> unlearned = cell -> false;
    private Diffs diffs = MadeUpSeries::published;
    private ToDoubleFunction<TimeSeriesCell> accuracy = cell -> published(cell, "", "accuracy");

    public MadeUpSeries datasets(String... names) {
        datasets = List.of(names);
        return this;
    }

    public MadeUpSeries processes(String... names) {
        processes = List.of(names);
        return this;
    }

    public MadeUpSeries networks(String... names) {
        networks = List.of(names);
        return this;
    }

    public MadeUpSeries trainings(TrainingKind... kinds) {
        trainings = List.of(kinds);
        return this;
    }

    public MadeUpSeries maskedFractions(Double... fractions) {
        maskedFractions = List.of(fractions);
        return this;
    }

    public MadeUpSeries seeds(int count) {
        seeds = count;
        return this;
    }

    public MadeUpSeries missing(Predicate<TimeSeriesCell> cells) {
        missing = cells;
        return this;
    }

    public MadeUpSeries failing(Predicate<TimeSeriesCell> cells) {
        failing = cells;
        return this;
    }

    public MadeUpSeries unlearned(Predicate<TimeSeriesCell> cells) {
        unlearned = cells;
        return this;
    }

    public MadeUpSeries diffs(Diffs values) {
        diffs = values;
        return this;
    }

    public MadeUpSeries accuracy(ToDoubleFunction<TimeSeriesCell> values) {
        accuracy = values;
        return this;
    }

    /** The paper's number. */
    public static double published(TimeSeriesCell cell, String method, String metric) {
        return PublishedTables.find(
                        cell.dataset(),
                        cell.network(),
                        cell.training().saliencyGuided(),
                        method,
                        metric)
                .orElseThrow()
                .value();
    }

    public ReportedRun<TimeSeriesCell, TimeSeriesResult> build() {
        TimeSeries experiment =
                new TimeSeries(
                        "quick",
                        datasets,
                        processes,
                        networks,
                        trainings,
                        maskedFractions,
                        seeds,
                        Map.of());
        List<CellResult<TimeSeriesCell, TimeSeriesResult>> results = new ArrayList<>();
        List<CellFailure> failures = new ArrayList<>();
        for (TimeSeriesCell cell : experiment.cells()) {
            String key = CellKey.of(TimeSeries.NAME, cell).value();
            if (failing.test(cell)) {
                failures.add(
                        new CellFailure(
                                key,
                                TimeSeries.NAME,
                                Json.tree(cell),
                                "made-up failure",
                                List.of(),
                                provenance()));
            } else if (!missing.test(cell)) {
                results.add(
                        new CellResult<>(
                                key, TimeSeries.NAME, cell, result(cell), 1, provenance()));
            }
        }
        return new ReportedRun<>(
                ExperimentCard.of(experiment), experiment.cells(), results, failures, List.of());
    }

    private TimeSeriesResult result(TimeSeriesCell cell) {
        Map<String, MethodResult> methods = new LinkedHashMap<>();
        for (String method : cell.setup().methods().keySet()) {
            Map<String, MetricScore> scores = new LinkedHashMap<>();
            RANDOM.forEach(
                    (metric, random) -> {
                        double diff = diffs.of(cell, method, metric);
                        Double mean = Double.isNaN(diff) ? null : (Double) (random + diff);
                        scores.put(metric, new MetricScore(mean, random, List.of(), 0));
                    });
            methods.put(method, new MethodResult(scores, null, null, List.of()));
        }
        boolean learned = !unlearned.test(cell);
        double reached = learned ? accuracy.applyAsDouble(cell) : 0.5;
        return new TimeSeriesResult(
                reached,
                reached,
                reached,
                learned,
                20,
                400,
                StopReason.EPOCHS,
                methods,
                List.of(),
                new CellSeconds(1, Map.of()));
    }

    private static Provenance provenance() {
        return new Provenance(
                "0.0.0-made-up",
                "1.0.0-M2.1",
                "CpuBackend",
                "OpenJDK 64-Bit Server VM 17",
                "Linux amd64",
                2,
                7L,
                List.of("salient4j", "made", "up"),
                "2001-02-03T04:05:06Z");
    }
}
