package org.salient4j.benchmarks.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;

/**
 * Explains test images by every method and measures the maps, some images at a time: attributions
 * of all of them are never in memory together.
 */
final class ImageMeasurement {
    private static final int PART = 500;

    private final ImageSetup setup;
    private final Network network;
    private final ImageTask task;
    private final Seed seed;
    private final PixelLayout layout;
    private final boolean series;
    private final Map<String, AttributionMethod> methods;
    private final Map<String, String> refused;
    private final Map<String, Map<String, AccuracyDrop>> drops = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, List<SaliencyPicture>> maps = new LinkedHashMap<>();
    private final List<SaliencyPicture> images = new ArrayList<>();
    private final GradientRecord gradients;
    private final TruthRecord truth;

    /**
     * @param refused methods that refuse the network, and why
     * @param seed of the cell
     */
    ImageMeasurement(
            ImageSetup setup,
            Network network,
            Map<String, String> refused,
            ImageTask task,
            Seed seed) {
        this.setup = setup;
        this.network = network;
        this.task = task;
        this.seed = seed.child("attribution");
        this.layout = PixelLayout.of(network.inputShape());
        this.series = ImageNetworkTraining.series(network);
        this.methods = new LinkedHashMap<>(MethodSettings.methods(setup.methods()));
        this.refused = refused;
        methods.keySet().removeAll(refused.keySet());
        this.gradients = new GradientRecord(network, layout, pictures());
        this.truth = task.truth() == null ? null : new TruthRecord(task, layout);
    }

    private ImagePictures pictures() {
        return new ImagePictures(
                layout, task.test().shape().height(), task.test().shape().width(), series);
    }

    /**
     * Measures everything.
     *
     * @throws InterruptedException if the run was interrupted
     */
    void run(CellContext context) throws InterruptedException {
        int all = task.test().size();
        int explained = setup.explained() == 0 ? all : Math.min(all, setup.explained());
        int byAll = Math.min(explained, setup.explainedByAll());
        for (int from = 0; from < explained; from = next(from, byAll, explained)) {
            int to = next(from, byAll, explained);
            Examples part = task.test(from, to, series);
            if (from < byAll) {
                gradients.add(part);
            }
            show(part, from);
            for (Map.Entry<String, AttributionMethod> each : methods.entrySet()) {
                if (from < byAll || each.getKey().equals(ImageMethods.GRADIENT)) {
                    context.tick(each.getKey() + " of images " + from + " to " + to);
                    measure(each.getKey(), each.getValue(), part, from);
                }
            }
            context.tick("random rankings of images " + from + " to " + to);
            int first = from;
            drop(
                    ImagesResult.RANDOM,
                    part,
                    i -> PixelRanking.random(layout, seed.child("random").child(first + i)));
        }
    }

    /** A part ends where the images that all methods explain do. */
    private static int next(int from, int byAll, int explained) {
        int end = Math.min(from + PART, explained);
        return from < byAll && end > byAll ? byAll : end;
    }

    private void show(Examples part, int from) {
        double[] values = HostArray.doubles(part.x());
        for (int i = 0; i < part.size() && from + i < setup.shown(); i++) {
            String name = task.test().classes().get(part.labels()[i]);
            images.add(
                    pictures()
                            .image(
                                    "test image %d, class %s".formatted(from + i, name),
                                    values,
                                    i * layout.cells()));
        }
    }

    private void measure(String name, AttributionMethod method, Examples part, int from) {
        long start = System.nanoTime();
        double[] values =
                HostArray.doubles(
                        method.attribute(network, part.x(), part.labels(), seed.child(name))
                                .values());
        seconds.merge(name, (System.nanoTime() - start) / 1e9, Double::sum);
        drop(name, part, i -> PixelRanking.of(values, i * layout.cells(), layout));
        List<SaliencyPicture> shown = maps.computeIfAbsent(name, n -> new ArrayList<>());
        for (int i = 0; i < part.size() && from + i < setup.shown(); i++) {
            shown.add(pictures().map("test image " + (from + i), values, i * layout.cells()));
        }
        if (truth != null && from < setup.explainedByAll()) {
            truth.add(name, values, from, part.size());
        }
    }

    private void drop(String name, Examples part, IntFunction<int[]> ranking) {
        int[][] rankings = new int[part.size()][];
        Arrays.setAll(rankings, ranking);
        for (PixelReplacement replacement : setup.replacements()) {
            drops.computeIfAbsent(name, n -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            replacement.toString(),
                            r -> new AccuracyDrop(network, replacement, seed.child(r)))
                    .add(part, rankings);
        }
    }

    /** By method and replacement. */
    Map<String, Map<String, DropCurve>> drops() {
        Map<String, Map<String, DropCurve>> curves = new LinkedHashMap<>();
        drops.forEach(
                (method, byReplacement) -> {
                    Map<String, DropCurve> of = new LinkedHashMap<>();
                    byReplacement.forEach((name, drop) -> of.put(name, drop.curve()));
                    curves.put(method, of);
                });
        return curves;
    }

    GradientStatistics gradients() {
        return gradients.statistics();
    }

    /** By method and metric; null where the truth is not known. */
    Map<String, Map<String, Double>> truth() {
        return truth == null ? null : truth.scores();
    }

    List<SaliencyPicture> images() {
        return images;
    }

    Map<String, List<SaliencyPicture>> maps() {
        return maps;
    }

    Map<String, String> refused() {
        return refused;
    }

    Map<String, Double> seconds() {
        return seconds;
    }
}
