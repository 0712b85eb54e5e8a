package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.images.DropCurve;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.published.PublishedMethods;
import org.salient4j.benchmarks.report.ReportedRun;

/**
 * The trainings of one network on one data set. Values come one a seed, in the order of {@code
 * seeds}, {@code NaN} where there is none.
 *
 * @param data name of the data set
 * @param network full name of the network
 * @param classes how many classes the data set has
 * @param trainings those that were asked for
 * @param seeds those that were asked for
 * @param results those that are there
 */
record ImageGroup(
        String data,
        String network,
        int classes,
        List<ImageTraining> trainings,
        List<Long> seeds,
        Map<ImageTraining, Map<Long, ImagesResult>> results) {

    /** A run, sorted by data set and network. */
    static List<ImageGroup> of(ReportedRun<ImagesCell, ImagesResult> run) {
        Map<List<String>, List<ImagesCell>> cells = new LinkedHashMap<>();
        run.cells()
                .forEach(
                        cell ->
                                cells.computeIfAbsent(
                                                List.of(cell.data().name(), cell.network()),
                                                k -> new ArrayList<>())
                                        .add(cell));
        Map<List<String>, Map<ImageTraining, Map<Long, ImagesResult>>> found = new HashMap<>();
        for (CellResult<ImagesCell, ImagesResult> each : run.results()) {
            ImagesCell cell = each.cell();
            found.computeIfAbsent(List.of(cell.data().name(), cell.network()), k -> new HashMap<>())
                    .computeIfAbsent(cell.training(), t -> new HashMap<>())
                    .put(cell.seed(), each.result());
        }
        List<ImageGroup> groups = new ArrayList<>();
        cells.forEach(
                (key, of) ->
                        groups.add(
                                new ImageGroup(
                                        key.get(0),
                                        key.get(1),
                                        of.get(0).data().classes(),
                                        of.stream()
                                                .map(ImagesCell::training)
                                                .distinct()
                                                .sorted()
                                                .toList(),
                                        List.copyOf(
                                                new TreeSet<>(
                                                        of.stream()
                                                                .map(ImagesCell::seed)
                                                                .toList())),
                                        found.getOrDefault(key, Map.of()))));
        return groups;
    }

    /** For instance {@code mnist, mnist-cnn}. */
    String title() {
        return data + ", " + network;
    }

    Optional<ImagesResult> result(ImageTraining training, long seed) {
        return Optional.ofNullable(results.getOrDefault(training, Map.of()).get(seed));
    }

    /** The result of the first seed that has one. */
    Optional<ImagesResult> first(ImageTraining training) {
        return seeds.stream().flatMap(seed -> result(training, seed).stream()).findFirst();
    }

    /** The first seed with a result of any training. */
    Optional<Long> firstSeed() {
        return seeds.stream()
                .filter(s -> trainings.stream().anyMatch(t -> result(t, s).isPresent()))
                .findFirst();
    }

    /**
     * Whether a network learned: its test accuracy lies two standard errors above guessing. What it
     * answers, and so what is salient to it, has otherwise nothing to do with the images.
     */
    boolean learned(ImagesResult result) {
        double guessing = 1.0 / classes;
        double error = Math.sqrt(guessing * (1 - guessing) / result.testImages());
        return result.testAccuracy() > guessing + 2 * error;
    }

    /** How many networks learned. */
    int learned(ImageTraining training) {
        return (int) results(training).filter(this::learned).count();
    }

    /** How many networks there are. */
    int there(ImageTraining training) {
        return (int) results(training).count();
    }

    /** Whether there are networks that did not learn. */
    boolean anyUnlearned() {
        return trainings.stream().anyMatch(t -> learned(t) < there(t));
    }

    private Stream<ImagesResult> results(ImageTraining training) {
        return seeds.stream().flatMap(seed -> result(training, seed).stream());
    }

    /** The same values without those of networks that did not learn. */
    double[] ofLearned(ImageTraining training, double... values) {
        double[] kept = new double[values.length];
        Arrays.setAll(
                kept,
                i ->
                        result(training, seeds.get(i)).filter(this::learned).isPresent()
                                ? values[i]
                                : Double.NaN);
        return kept;
    }

    double[] each(ImageTraining training, ToDoubleFunction<ImagesResult> value) {
        return seeds.stream()
                .mapToDouble(
                        seed -> result(training, seed).map(value::applyAsDouble).orElse(Double.NaN))
                .toArray();
    }

    /** Areas below a curve. */
    double[] areas(ImageTraining training, String method, String replacement) {
        return each(
                training,
                result ->
                        curve(result, method, replacement).map(DropCurve::area).orElse(Double.NaN));
    }

    /** Accuracies at a level. */
    double[] accuracies(ImageTraining training, String method, String replacement, int level) {
        return each(
                training,
                result ->
                        curve(result, method, replacement)
                                .map(curve -> curve.accuracy().get(level))
                                .orElse(Double.NaN));
    }

    private static Optional<DropCurve> curve(
            ImagesResult result, String method, String replacement) {
        return Optional.ofNullable(result.drops().getOrDefault(method, Map.of()).get(replacement));
    }

    /** How many images a curve is of; 0 if there is none. */
    int images(String method, String replacement) {
        return trainings.stream()
                .flatMap(training -> first(training).stream())
                .flatMap(result -> curve(result, method, replacement).stream())
                .mapToInt(DropCurve::images)
                .max()
                .orElse(0);
    }

    /** The methods that were measured, the paper's first; random last. */
    List<String> methods() {
        Set<String> found = new LinkedHashSet<>();
        all(found);
        found.remove(ImagesResult.RANDOM);
        List<String> ordered = new ArrayList<>(PublishedMethods.inOrder(found));
        ordered.add(ImagesResult.RANDOM);
        return ordered;
    }

    private void all(Set<String> methods) {
        results.values()
                .forEach(
                        bySeed -> bySeed.values().forEach(r -> methods.addAll(r.drops().keySet())));
    }

    /** The replacements that were measured. */
    List<String> replacements() {
        Set<String> found = new LinkedHashSet<>();
        results.values()
                .forEach(
                        bySeed ->
                                bySeed.values()
                                        .forEach(
                                                r ->
                                                        r.drops()
                                                                .values()
                                                                .forEach(
                                                                        m ->
                                                                                found.addAll(
                                                                                        m
                                                                                                .keySet()))));
        return List.copyOf(found);
    }
}
