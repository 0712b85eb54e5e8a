package org.salient4j.benchmarks.report.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.measurement.CellSeconds;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesPreset;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.StopReason;

/** Results that were never computed: numbers made up so that every part of a report is filled. */
final class MadeUpTimeSeries {
    private Map<String, Map<String, String>> refusals = Map.of();

    private static final Map<String, Double> SECONDS =
            Map.of(
                    "gradient", 0.04,
                    "integrated-gradients", 1.9,
                    "smooth-grad", 2.1,
                    "gradient-shap", 0.2,
                    "deep-lift", 0.09,
                    "deep-shap", 3.7);

    private int size = 8;
    private List<String> datasets = List.of("middle", "rare-time", "rare-feature", "moving-middle");
    private List<String> processes = List.of("gaussian");
    private List<String> networks = List.of("lstm", "tcn");
    private List<Double> fractions = List.of();
    private int seeds = 3;
    private Predicate<TimeSeriesCell> missing = cell -> false;
    private Predicate<TimeSeriesCell> failing = cell -> false;
    private Predicate<TimeSeriesCell> unlearned = cell -> false;
    private String error = "DivergedTrainingException: made-up divergence";
    private List<String> command = List.of("salient4j", "benchmark", "time-series");

    MadeUpTimeSeries datasets(String... names) {
        datasets = List.of(names);
        return this;
    }

    MadeUpTimeSeries processes(String... names) {
        processes = List.of(names);
        return this;
    }

    MadeUpTimeSeries networks(String... names) {
        networks = List.of(names);
        return this;
    }

    MadeUpTimeSeries fractions(Double... values) {
        fractions = List.of(values);
        return this;
    }

    MadeUpTimeSeries seeds(int count) {
        seeds = count;
        return this;
    }

    /** Time steps and features of the maps. */
    MadeUpTimeSeries size(int side) {
        size = side;
        return this;
    }

    MadeUpTimeSeries missing(Predicate<TimeSeriesCell> cells) {
        missing = cells;
        return this;
    }

    MadeUpTimeSeries failing(Predicate<TimeSeriesCell> cells, String message) {
        failing = cells;
        error = message;
        return this;
    }

    MadeUpTimeSeries unlearned(Predicate<TimeSeriesCell> cells) {
        unlearned = cells;
        return this;
    }

    MadeUpTimeSeries command(String... words) {
        command = List.of(words);
        return this;
    }

    ReportedRun<TimeSeriesCell, TimeSeriesResult> build() {
        List<CellResult<TimeSeriesCell, TimeSeriesResult>> results = new ArrayList<>();
        List<CellFailure> failures = new ArrayList<>();
        List<TimeSeriesCell> cells = cells();
        for (TimeSeriesCell cell : cells) {
            String key = CellKey.of("time-series", cell).value();
            if (failing.test(cell)) {
                JsonNode asked = Json.tree(cell);
                failures.add(
                        new CellFailure(key, "time-series", asked, error, List.of(), provenance()));
            } else if (!missing.test(cell)) {
                results.add(
                        new CellResult<>(
                                key, "time-series", cell, result(cell), 61.5, provenance()));
            }
        }
        ExperimentCard card =
                new ExperimentCard(
                        "time-series",
                        Json.tree(
                                Map.of(
                                        "preset",
                                        "fixed-budget",
                                        "seeds",
                                        seeds,
                                        "changes",
                                        Map.of("options.epochs", "7"))));
        return new ReportedRun<>(card, cells, results, failures, List.of());
    }

    private List<TimeSeriesCell> cells() {
        List<TimeSeriesCell> cells = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            for (String dataset : datasets) {
                for (String process : processes) {
                    for (String network : networks) {
                        for (TrainingKind training : TrainingKind.values()) {
                            for (double k : fractions(training)) {
                                cells.add(
                                        new TimeSeriesCell(
                                                dataset,
                                                process,
                                                network,
                                                training,
                                                k,
                                                seed,
                                                Json.tree(Map.of("made", "up")),
                                                TimeSeriesPreset.fixedBudget().setup()));
                            }
                        }
                    }
                }
            }
        }
        return cells;
    }

    private List<Double> fractions(TrainingKind training) {
        if (!training.saliencyGuided()) {
            return List.of(0.0);
        }
        return fractions.isEmpty() ? List.of(0.5) : fractions;
    }

    private Provenance provenance() {
        return new Provenance(
                "0.0.0-made-up",
                "1.0.0-M2.1",
                "CpuBackend",
                "OpenJDK 64-Bit Server VM 17",
                "Linux amd64",
                2,
                7L,
                command,
                "2001-02-03T04:05:06Z");
    }

    MadeUpTimeSeries refusals(Map<String, Map<String, String>> byNetwork) {
        refusals = byNetwork;
        return this;
    }

    private TimeSeriesResult result(TimeSeriesCell cell) {
        SplittableRandom random =
                new SplittableRandom(
                        31 * cell.seed()
                                + 7L * cell.dataset().hashCode()
                                + 3L * cell.network().hashCode()
                                + cell.training().ordinal());
        boolean learned = !unlearned.test(cell);
        double accuracy = learned ? 0.98 + 0.02 * random.nextDouble() : 0.53;
        int[] box = {size / 5, size / 2, size / 4, 3 * size / 4};
        Map<String, MethodResult> methods = new LinkedHashMap<>();
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String method : cell.setup().methods().keySet()) {
            double gain =
                    0.04 * SECONDS.get(method)
                            + 0.06 * cell.training().ordinal() * (1 - cell.maskedFraction())
                            + 0.05 * random.nextDouble();
            methods.put(method, method(gain, random, box));
            seconds.put(method, SECONDS.get(method) * (0.9 + 0.2 * random.nextDouble()));
        }
        Map<String, String> refused = refusals.getOrDefault(cell.network(), Map.of());
        methods.keySet().removeAll(refused.keySet());
        seconds.keySet().removeAll(refused.keySet());
        return new TimeSeriesResult(
                accuracy,
                accuracy,
                accuracy,
                learned,
                60,
                1200,
                StopReason.EPOCHS,
                methods,
                List.of(
                        picture("test sample 0, class 1", 0.5, random, box),
                        picture("test sample 2, class 0", 0.5, random, box)),
                new CellSeconds(40, seconds),
                refused);
    }

    private MethodResult method(double gain, SplittableRandom random, int[] box) {
        Map<String, MetricScore> scores = new LinkedHashMap<>();
        score(scores, "aup", 0.12 + gain, 0.12);
        score(scores, "aur", 0.4 + gain / 2, 0.4);
        score(scores, "auprc", 0.2 + 2 * gain, 0.15);
        score(scores, "roc-auc", 0.55 + gain, 0.5);
        score(scores, "mass-in-truth", 0.15 + gain, 0.15);
        score(scores, "euclidean-distance", 9 - gain, null);
        List<Double> precision =
                IntStream.range(1, 10).mapToObj(i -> 0.15 + gain * (10 - i) / 5).toList();
        List<Double> recall = IntStream.range(1, 10).mapToObj(i -> i / 10d * (0.6 + gain)).toList();
        return new MethodResult(
                scores,
                precision,
                recall,
                List.of(
                        picture("test sample 0, class 1", gain, random, box),
                        picture("test sample 2, class 0", gain, random, box)));
    }

    private static void score(
            Map<String, MetricScore> scores, String name, double mean, Double chance) {
        scores.put(name, new MetricScore(mean, chance, List.of(), 0));
    }

    private SaliencyPicture picture(String title, double gain, SplittableRandom random, int[] box) {
        byte[] pixels = new byte[size * size];
        for (int i = 0; i < pixels.length; i++) {
            int t = i / size;
            int f = i % size;
            boolean inside = t >= box[0] && t < box[1] && f >= box[2] && f < box[3];
            double level = (inside ? 0.2 + 2 * gain : 0.2) * (0.4 + random.nextDouble());
            pixels[i] = (byte) Math.min(255, Math.round(200 * level));
        }
        return new SaliencyPicture(
                title,
                size,
                size,
                Base64.getEncoder().encodeToString(pixels),
                List.of(Arrays.copyOf(box, 4)));
    }
}
