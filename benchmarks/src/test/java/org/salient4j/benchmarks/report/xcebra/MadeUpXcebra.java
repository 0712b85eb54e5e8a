package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.embedding.MapGaps;
import org.salient4j.benchmarks.embedding.MapWithTruth;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapMethods;
import org.salient4j.benchmarks.xcebra.MapScore;
import org.salient4j.benchmarks.xcebra.Xcebra;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;
import org.salient4j.benchmarks.xcebra.XcebraSetup;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;

/** Results that were never computed: numbers made up so that every part of a report is filled. */
final class MadeUpXcebra {

    private static final int LATENTS = 6;
    private static final int NEURONS = 50;

    private List<String> recordings = List.of("drawn-1", "drawn-2", "drawn-3");
    private List<EncoderTraining> trainings = List.of(EncoderTraining.values());
    private List<Double> lambdas = List.of(0.0, 0.1);
    private Predicate<XcebraCell> missing = cell -> false;
    private Predicate<XcebraCell> failing = cell -> false;
    private ToDoubleFunction<XcebraCell> r2 = cell -> 0.98;
    private ToDoubleBiFunction<XcebraCell, String> scores;
    private String error = "IllegalStateException: made-up failure";
    private String file;
    private List<String> command = List.of("salient4j", "reproduce", "xcebra", "--out", "made up");

    MadeUpXcebra recordings(String... names) {
        recordings = List.of(names);
        return this;
    }

    MadeUpXcebra trainings(EncoderTraining... kinds) {
        trainings = List.of(kinds);
        return this;
    }

    MadeUpXcebra lambdas(Double... weights) {
        lambdas = List.of(weights);
        return this;
    }

    MadeUpXcebra missing(Predicate<XcebraCell> cells) {
        missing = cells;
        return this;
    }

    MadeUpXcebra failing(Predicate<XcebraCell> cells, String message) {
        failing = cells;
        error = message;
        return this;
    }

    MadeUpXcebra r2(ToDoubleFunction<XcebraCell> values) {
        r2 = values;
        return this;
    }

    /** All three auROCs of a method's map, instead of those of a made-up map. */
    MadeUpXcebra scores(ToDoubleBiFunction<XcebraCell, String> values) {
        scores = values;
        return this;
    }

    MadeUpXcebra file(String path) {
        file = path;
        return this;
    }

    MadeUpXcebra command(String... words) {
        command = List.of(words);
        return this;
    }

    ReportedRun<XcebraCell, XcebraResult> build() {
        List<XcebraCell> cells = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            for (EncoderTraining training : trainings) {
                for (double lambda : lambdas) {
                    if (training != EncoderTraining.UNTRAINED || lambda == lambdas.get(0)) {
                        cells.add(
                                new XcebraCell(
                                        recordings.get(i),
                                        file,
                                        file == null ? null : "0123abc",
                                        training,
                                        training == EncoderTraining.UNTRAINED ? 0 : lambda,
                                        i + 1L,
                                        new XcebraSetup()));
                    }
                }
            }
        }
        List<CellResult<XcebraCell, XcebraResult>> results = new ArrayList<>();
        List<CellFailure> failures = new ArrayList<>();
        for (XcebraCell cell : cells) {
            String key = CellKey.of(Xcebra.NAME, cell).value();
            if (failing.test(cell)) {
                failures.add(
                        new CellFailure(
                                key, Xcebra.NAME, Json.tree(cell), error, List.of(), provenance()));
            } else if (!missing.test(cell)) {
                results.add(
                        new CellResult<>(key, Xcebra.NAME, cell, result(cell), 30.5, provenance()));
            }
        }
        ExperimentCard card =
                new ExperimentCard(Xcebra.NAME, Json.tree(Map.of("seeds", 3, "lambdas", lambdas)));
        return new ReportedRun<>(card, cells, results, failures, List.of());
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

    /** The first half of the latents drives all neurons, the second half the second half. */
    static boolean[][] truth() {
        boolean[][] truth = new boolean[LATENTS][NEURONS];
        for (int latent = 0; latent < LATENTS; latent++) {
            Arrays.fill(truth[latent], latent < LATENTS / 2 ? 0 : NEURONS / 2, NEURONS, true);
        }
        return truth;
    }

    private XcebraResult result(XcebraCell cell) {
        SplittableRandom random =
                new SplittableRandom(
                        100 * cell.seed()
                                + 10L * cell.training().ordinal()
                                + Math.round(100 * cell.lambda()));
        boolean trained = cell.training() != EncoderTraining.UNTRAINED;
        Map<String, MapScore> methods = new LinkedHashMap<>();
        for (String method : MapMethods.of(cell.setup()).keySet()) {
            methods.put(method, score(cell, method, random));
        }
        double norm = 6 / (1 + 10 * cell.lambda()) + 0.2 * random.nextDouble();
        double found = trained ? r2.applyAsDouble(cell) - 0.005 * random.nextDouble() : 0.4;
        return new XcebraResult(
                found,
                trained
                        ? new double[][] {{0.97, 0.01}, {0.01, 0.99}}
                        : new double[][] {{0.5, 0.4}, {0.5, 0.4}},
                trained ? 0.08 : 0.9,
                norm,
                List.of(5d, 6d, 6d),
                cell.training() == EncoderTraining.CONTRASTIVE && cell.lambda() == 0 ? 0.02 : 0,
                trained ? (Double) 4.8 : null,
                cell.training() == EncoderTraining.CONTRASTIVE ? (Double) 1.1 : null,
                trained ? 1500 : 0,
                trained ? 12 + 8 * random.nextDouble() : 0,
                methods,
                truth());
    }

    private MapScore score(XcebraCell cell, String method, SplittableRandom random) {
        boolean[][] truth = truth();
        boolean inverted = method.equals(MapMethods.INVERTED);
        boolean regression = method.equals(MapMethods.LINEAR_REGRESSION);
        boolean trained = cell.training() != EncoderTraining.UNTRAINED;
        double signal =
                !trained
                        ? 0
                        : regression
                                ? 0.6
                                : (inverted ? 0.4 : 0.35) + 0.3 * Math.min(1, 10 * cell.lambda());
        double[][] map = new double[LATENTS][NEURONS];
        for (int latent = 0; latent < LATENTS; latent++) {
            double row = latent < LATENTS / 2 && inverted ? 1.5 : 1;
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                double noise = Math.abs(random.nextDouble() + random.nextDouble() - 1);
                map[latent][neuron] = row * (noise + (truth[latent][neuron] ? signal : 0));
            }
        }
        MapWithTruth scored = new MapWithTruth(map, truth);
        double pooled = given(cell, method, MapAuRoc.POOLED, scored);
        return new MapScore(
                pooled,
                regression ? null : (Double) (pooled - 0.012),
                regression ? null : (Double) Math.min(1, pooled + 0.008),
                given(cell, method, MapAuRoc.WITHIN_ROWS, scored),
                given(cell, method, MapAuRoc.MIXED_ROWS, scored),
                given(cell, method, MapAuRoc.ROW_NORMALISED, scored),
                trained ? (inverted ? 0.75 : 0.63) : 0.5,
                trained ? 0.001 : 0.4,
                MapGaps.of(scored),
                0.4,
                map);
    }

    private double given(XcebraCell cell, String method, MapAuRoc score, MapWithTruth made) {
        return scores == null ? score.of(made) : scores.applyAsDouble(cell, method);
    }
}
