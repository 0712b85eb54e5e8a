package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.salient4j.benchmarks.bridge.Bridge;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.bridge.BridgeTraining;
import org.salient4j.benchmarks.bridge.JacobianSummary;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.measurement.CellSeconds;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.StopReason;

/** Results that were never computed: numbers made up so that every part of a report is filled. */
final class MadeUpBridge {
    private static final int SIDE = 8;

    private final int seeds;
    private Predicate<BridgeCell> missing = cell -> false;
    private Predicate<BridgeCell> failing = cell -> false;
    private Predicate<BridgeCell> unlearned = cell -> false;
    private double spread = 0.01;
    private String error = "";

    MadeUpBridge(int seeds) {
        this.seeds = seeds;
    }

    MadeUpBridge missing(Predicate<BridgeCell> cells) {
        missing = cells;
        return this;
    }

    MadeUpBridge failing(Predicate<BridgeCell> cells, String message) {
        failing = cells;
        error = message;
        return this;
    }

    MadeUpBridge unlearned(Predicate<BridgeCell> cells) {
        unlearned = cells;
        return this;
    }

    /** How far the scores of seeds lie from each other. */
    MadeUpBridge spread(double value) {
        spread = value;
        return this;
    }

    ReportedRun<BridgeCell, BridgeResult> build() {
        Bridge bridge =
                new Bridge(
                        "quick",
                        List.of("middle", "rare-feature"),
                        List.of("lstm-input-cell", "tcn"),
                        List.of(BridgeTraining.values()),
                        List.of(0.1),
                        seeds,
                        1,
                        Map.of());
        List<CellResult<BridgeCell, BridgeResult>> results = new ArrayList<>();
        List<CellFailure> failures = new ArrayList<>();
        for (BridgeCell cell : bridge.cells()) {
            String key = CellKey.of(Bridge.NAME, cell).value();
            if (failing.test(cell)) {
                failures.add(
                        new CellFailure(
                                key, Bridge.NAME, Json.tree(cell), error, List.of(), provenance()));
            } else if (!missing.test(cell)) {
                results.add(
                        new CellResult<>(key, Bridge.NAME, cell, result(cell), 1, provenance()));
            }
        }
        ExperimentCard card = new ExperimentCard(Bridge.NAME, Json.tree(bridge));
        return new ReportedRun<>(card, bridge.cells(), results, failures, List.of());
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
                List.of("salient4j", "benchmark", "bridge"),
                "2001-02-03T04:05:06Z");
    }

    private BridgeResult result(BridgeCell cell) {
        SplittableRandom random =
                new SplittableRandom(cell.seed() + 31L * cell.training().ordinal());
        boolean learned = !unlearned.test(cell);
        double gain = 0.05 * cell.training().ordinal() + spread * random.nextDouble();
        Map<String, MethodResult> methods = new LinkedHashMap<>();
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String method : cell.setup().methods().keySet()) {
            methods.put(method, method(gain));
            seconds.put(method, 0.5);
        }
        double accuracy = learned ? 0.95 : 0.5;
        return new BridgeResult(
                accuracy,
                accuracy,
                accuracy,
                learned,
                16,
                160,
                StopReason.EPOCHS,
                new JacobianSummary(10 / (1.0 + cell.training().ordinal()), 1, 2, 2),
                methods,
                new CellSeconds(4, seconds),
                Map.of());
    }

    private static MethodResult method(double gain) {
        Map<String, MetricScore> scores = new LinkedHashMap<>();
        scores.put("aup", new MetricScore(0.2 + gain, 0.1, List.of(), 0));
        scores.put("aur", new MetricScore(0.5 + gain, 0.4, List.of(), 0));
        scores.put("auprc", new MetricScore(0.3 + gain, 0.15, List.of(), 0));
        scores.put("roc-auc", new MetricScore(0.6 + gain, 0.5, List.of(), 0));
        scores.put("mass-in-truth", new MetricScore(0.2 + gain, 0.15, List.of(), 0));
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (3 * i);
        }
        String encoded = Base64.getEncoder().encodeToString(pixels);
        List<int[]> boxes = List.of(new int[] {1, 3, 2, 5});
        return new MethodResult(
                scores,
                List.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
                List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9),
                List.of(
                        new SaliencyPicture("mean of class 0", SIDE, SIDE, encoded, boxes),
                        new SaliencyPicture("mean of class 1", SIDE, SIDE, encoded, boxes)));
    }
}
