package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.images.DropCurve;
import org.salient4j.benchmarks.images.GradientStatistics;
import org.salient4j.benchmarks.images.ImageSeconds;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.Images;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.images.Sparsity;
import org.salient4j.benchmarks.images.ValueDistribution;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.training.Epoch;

/** Runs of digits with made-up numbers. */
final class MadeUpImages {
    private int seeds = 3;
    private int missing;
    private ImageTraining dead;
    private Function<ImagesCell, Double> accuracy =
            cell -> 0.991 + 0.0001 * cell.seed() - 0.0005 * cell.training().ordinal();
    private Function<ImagesCell, Double> area = cell -> 3000.0 - 500 * cell.training().ordinal();

    MadeUpImages seeds(int other) {
        seeds = other;
        return this;
    }

    /** The last cells have no result. */
    MadeUpImages missing(int cells) {
        missing = cells;
        return this;
    }

    /** The area of the gradient; random rankings have 7000. A little is added for each seed. */
    MadeUpImages area(Function<ImagesCell, Double> other) {
        area = other;
        return this;
    }

    /** The test accuracy. */
    MadeUpImages accuracy(Function<ImagesCell, Double> other) {
        accuracy = other;
        return this;
    }

    /** A network that does not answer to anything: accuracy of guessing, gradients of 0. */
    MadeUpImages dead(ImageTraining training) {
        Function<ImagesCell, Double> others = accuracy;
        dead = training;
        return accuracy(cell -> cell.training() == training ? 0.1 : others.apply(cell));
    }

    ReportedRun<ImagesCell, ImagesResult> build() {
        Images experiment =
                new Images(
                        "usual",
                        List.of(ImageSource.mnist()),
                        List.of("mnist-cnn"),
                        List.of(ImageTraining.values()),
                        seeds,
                        List.of("gradient"),
                        Map.of());
        List<ImagesCell> cells = experiment.cells();
        List<CellResult<ImagesCell, ImagesResult>> results = new ArrayList<>();
        for (ImagesCell cell : cells.subList(0, cells.size() - missing)) {
            results.add(
                    new CellResult<>(
                            CellKey.of(Images.NAME, cell).value(),
                            Images.NAME,
                            cell,
                            result(cell),
                            60,
                            Provenance.now(
                                    Seed.of(1), List.of("salient4j", "reproduce", "mnist"))));
        }
        return new ReportedRun<>(
                ExperimentCard.of(experiment), cells, results, List.of(), List.of());
    }

    private ImagesResult result(ImagesCell cell) {
        int t = cell.training().ordinal();
        double wobble = 0.01 * cell.seed() * (t + 1);
        Map<String, DropCurve> gradient = new LinkedHashMap<>();
        gradient.put("corner", curve(area.apply(cell) * (1 + wobble)));
        gradient.put("mean", curve(area.apply(cell) * (1 - wobble)));
        Map<String, Map<String, DropCurve>> drops = new LinkedHashMap<>();
        drops.put("gradient", gradient);
        drops.put("random", Map.of("corner", curve(7000 + cell.seed()), "mean", curve(6900)));
        boolean tuned = cell.training() == ImageTraining.FINE_TUNED;
        List<Epoch> history = new ArrayList<>();
        for (int epoch = 0; epoch < (tuned ? 4 : 3); epoch++) {
            history.add(new Epoch(epoch, Map.of("total", 1.0 / (epoch + 1)), 0.5, 0.5, 0.5));
        }
        return new ImagesResult(
                60_000,
                10_000,
                accuracy.apply(cell),
                0.03,
                history,
                cell.training() == ImageTraining.SALIENCY_GUIDED ? 0 : 3,
                1407,
                drops,
                cell.training() == dead ? zeros() : gradients(t, wobble),
                null,
                List.of(picture("test image 0, class 7"), picture("test image 1, class 2")),
                Map.of("gradient", List.of(picture("test image 0"), picture("test image 1"))),
                Map.of(),
                new ImageSeconds(tuned ? 60 : 0, 60 + 100 * t, Map.of("gradient", 1.5)));
    }

    private static GradientStatistics gradients(int t, double wobble) {
        return new GradientStatistics(
                new Sparsity(0.5 + 0.1 * t + wobble, 0.3 + 0.1 * t, 8 + t),
                distribution(1),
                distribution(0.01),
                picture("mean of 500 gradients"),
                500);
    }

    private static GradientStatistics zeros() {
        ValueDistribution zero =
                new ValueDistribution(
                        Collections.nCopies(ValueDistribution.SHARES.size(), 0.0),
                        0,
                        IntStream.range(0, ValueDistribution.BINS)
                                .mapToObj(bin -> bin == ValueDistribution.BINS / 2 ? 1.0 : 0.0)
                                .toList());
        return new GradientStatistics(
                new Sparsity(Double.NaN, Double.NaN, Double.NaN),
                zero,
                zero,
                picture("mean of 500 gradients"),
                500);
    }

    /** Straight from 1 so that the area comes out. */
    private static DropCurve curve(double area) {
        double rest = (area - 500) / (9000 - 500);
        return new DropCurve(
                IntStream.range(0, 10).mapToObj(level -> level == 0 ? 1.0 : rest).toList(), 2000);
    }

    private static ValueDistribution distribution(double reach) {
        List<Double> quantiles =
                List.of(-1.0, -0.5, -0.2, -0.05, 0.0, 0.05, 0.2, 0.5, 1.0).stream()
                        .map(q -> q * reach)
                        .toList();
        return new ValueDistribution(
                quantiles,
                reach,
                IntStream.range(0, ValueDistribution.BINS)
                        .mapToObj(bin -> Math.exp(-Math.abs(bin - 40) / 5.0) / 10)
                        .toList());
    }

    private static SaliencyPicture picture(String title) {
        byte[] levels = new byte[28 * 28];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (i % 256);
        }
        return new SaliencyPicture(
                title, 28, 28, Base64.getEncoder().encodeToString(levels), List.of());
    }
}
