package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.vanishing.BoxedSeries;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.benchmarks.vanishing.VanishingSetup;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.Epoch;
import org.salient4j.framework.training.StopReason;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.synthetic.BoxPosition;
import org.salient4j.synthetic.BoxPositions;

/** Results that were never computed: numbers made up so that every part of a report is filled. */
final class MadeUpRun {

    static final int STEPS = 50;
    static final int FEATURES = 50;
    private static final int EPOCHS = 25;

    private List<String> presets = List.of("made-up");
    private List<String> networks = List.of("lstm");
    private int seeds = 5;
    private Predicate<VanishingCell> missing = cell -> false;
    private Predicate<VanishingCell> failing = cell -> false;
    private Predicate<VanishingCell> unlearned = cell -> false;
    private Predicate<VanishingCell> zero = cell -> false;
    private String error = "IllegalStateException: made-up failure";
    private List<String> command =
            List.of("salient4j", "reproduce", "vanishing-saliency", "--out", "made up");

    MadeUpRun presets(String... names) {
        presets = List.of(names);
        return this;
    }

    MadeUpRun networks(String... names) {
        networks = List.of(names);
        return this;
    }

    MadeUpRun seeds(int count) {
        seeds = count;
        return this;
    }

    MadeUpRun missing(Predicate<VanishingCell> cells) {
        missing = cells;
        return this;
    }

    MadeUpRun failing(Predicate<VanishingCell> cells, String message) {
        failing = cells;
        error = message;
        return this;
    }

    MadeUpRun unlearned(Predicate<VanishingCell> cells) {
        unlearned = cells;
        return this;
    }

    MadeUpRun zero(Predicate<VanishingCell> cells) {
        zero = cells;
        return this;
    }

    MadeUpRun command(String... words) {
        command = List.of(words);
        return this;
    }

    ReportedRun<VanishingCell, VanishingResult> build() {
        List<VanishingCell> cells = new ArrayList<>();
        VanishingSetup setup =
                new VanishingSetup(
                        1000,
                        300,
                        300,
                        32,
                        2,
                        false,
                        DataType.FLOAT,
                        TrainingOptions.fixedBudget(EPOCHS).withClipNorm(1),
                        0.5,
                        1);
        for (String preset : presets) {
            for (long seed = 1; seed <= seeds; seed++) {
                for (String network : networks) {
                    for (BoxPosition position : BoxPosition.values()) {
                        BoxedSeries series = BoxedSeries.of(BoxPositions.learnable().at(position));
                        for (TrainingKind training : TrainingKind.values()) {
                            cells.add(
                                    new VanishingCell(
                                            preset, position, series, network, training, seed,
                                            setup));
                        }
                    }
                }
            }
        }
        List<CellResult<VanishingCell, VanishingResult>> results = new ArrayList<>();
        List<CellFailure> failures = new ArrayList<>();
        for (VanishingCell cell : cells) {
            String key = CellKey.of("vanishing-saliency", cell).value();
            if (failing.test(cell)) {
                failures.add(
                        new CellFailure(
                                key,
                                "vanishing-saliency",
                                Json.tree(cell),
                                error,
                                List.of(),
                                provenance()));
            } else if (!missing.test(cell)) {
                results.add(
                        new CellResult<>(
                                key, "vanishing-saliency", cell, result(cell), 61.5, provenance()));
            }
        }
        ExperimentCard card =
                new ExperimentCard(
                        "vanishing-saliency",
                        Json.tree(
                                Map.of(
                                        "presets", presets,
                                        "networks", networks,
                                        "seeds", seeds)));
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

    /** Mass falls from the last step backwards; how fast depends on the training. */
    private VanishingResult result(VanishingCell cell) {
        SplittableRandom random =
                new SplittableRandom(31 * cell.seed() + 7 * cell.position().ordinal());
        double decay =
                switch (cell.training()) {
                    case STANDARD -> 0.25;
                    case SALIENCY_GUIDED_ABSOLUTE -> 0.08;
                    case SALIENCY_GUIDED_SIGNED -> 0.04;
                };
        int start = new int[] {2, 17, 33}[cell.position().ordinal()];
        int[] box = {start, start + 15, 5, 45};
        boolean dark = zero.test(cell);
        double[] map = new double[STEPS * FEATURES];
        for (int t = 0; t < STEPS && !dark; t++) {
            for (int f = 0; f < FEATURES; f++) {
                boolean inside = t >= box[0] && t < box[1] && f >= box[2] && f < box[3];
                map[t * FEATURES + f] =
                        Math.exp(-decay * (STEPS - 1 - t) * (0.9 + 0.2 * random.nextDouble()))
                                * (inside ? 2 : 1)
                                * (0.5 + random.nextDouble());
            }
        }
        double total = Arrays.stream(map).sum();
        double[] perStep = new double[STEPS];
        double inBox = 0;
        for (int i = 0; i < map.length; i++) {
            int t = i / FEATURES;
            int f = i % FEATURES;
            perStep[t] += dark ? Double.NaN : map[i] / total;
            if (t >= box[0] && t < box[1] && f >= box[2] && f < box[3]) {
                inBox += map[i] / total;
            }
        }
        double accuracy = unlearned.test(cell) ? 0.52 : 0.985 + 0.01 * random.nextDouble();
        Map<String, MetricScore> scores = new LinkedHashMap<>();
        double chance = 0.24;
        score(scores, "aup", 0.8 * inBox, 0.8 * chance, dark);
        score(scores, "aur", 0.3 + 0.2 * inBox, 0.4, dark);
        score(scores, "auprc", 0.2 + 0.7 * inBox, chance, dark);
        score(scores, "roc-auc", 0.4 + 0.5 * inBox, 0.5, dark);
        score(scores, "mass-in-truth", inBox, chance, dark);
        return new VanishingResult(
                accuracy,
                accuracy,
                accuracy,
                scores,
                perStep,
                dark ? null : (Double) inBox,
                picture("mean of 300 made-up maps", map, box),
                List.of(
                        picture("made-up test sample 0, class 1", map, box),
                        picture("made-up test sample 1, class 0", map, box)),
                history(cell, random, accuracy),
                500,
                StopReason.EPOCHS,
                60);
    }

    private static void score(
            Map<String, MetricScore> scores, String name, double mean, double random, boolean no) {
        scores.put(name, new MetricScore(no ? null : (Double) mean, random, List.of(), 0));
    }

    private static List<Epoch> history(
            VanishingCell cell, SplittableRandom random, double accuracy) {
        List<Epoch> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            double done = 1 - Math.exp(-epoch / 5.0);
            double loss = 0.7 * (1 - done * (2 * accuracy - 1)) + 0.02 * random.nextDouble();
            epochs.add(
                    new Epoch(
                            epoch,
                            cell.training().saliencyGuided()
                                    ? Map.of("ce", loss, "kl", 0.1, "total", loss + 0.1)
                                    : Map.of("ce", loss, "total", loss),
                            Double.NaN,
                            0.5 + (accuracy - 0.5) * done,
                            loss));
        }
        return epochs;
    }

    private static SaliencyPicture picture(String title, double[] map, int[] box) {
        double highest = Arrays.stream(map).max().orElse(0);
        byte[] pixels = new byte[map.length];
        for (int i = 0; i < map.length; i++) {
            pixels[i] = (byte) (highest > 0 ? Math.round(255 * map[i] / highest) : 0);
        }
        return new SaliencyPicture(
                title,
                STEPS,
                FEATURES,
                Base64.getEncoder().encodeToString(pixels),
                List.of(box.clone()));
    }
}
