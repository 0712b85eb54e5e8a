package org.salient4j.benchmarks.measurement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.attribution.Attribution;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.data.SeriesTask;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;
import org.salient4j.synthetic.LabelledSeries;

/**
 * The attribution methods of a cell: explains the test samples of a network by each of them and
 * scores the maps. What a method draws follows from the cell's seed and the method's name.
 */
public final class MethodSuite {
    private final Map<String, AttributionMethod> methods;
    private final Network network;
    private final Seed seed;
    private final Map<String, MethodResult> results = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private Map<String, String> refused = Map.of();

    /**
     * @param methods by name
     * @param network what is explained, with whatever weights it has when it is
     * @param seed the cell's
     */
    public MethodSuite(Map<String, AttributionMethod> methods, Network network, Seed seed) {
        this.methods = methods;
        this.network = network;
        this.seed = seed;
    }

    /**
     * Tries every method: one that refuses the network is left out of {@link #measure}. It depends
     * on the ops of the network, not on its weights, so a sample of zeros tells before the time of
     * a training is spent.
     *
     * @param name what messages call the network
     * @throws InvalidInputException if all of them refuse it
     */
    public void tryAll(String name) {
        Map<String, String> reasons = new LinkedHashMap<>();
        long[] example = network.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = 1;
        System.arraycopy(example, 0, shape, 1, example.length);
        try (INDArray zeros = Nd4j.zeros(network.dataType(), shape)) {
            methods.forEach(
                    (method, each) -> {
                        try {
                            each.attribute(network, zeros, new int[1], drawn(method));
                        } catch (InvalidInputException e) {
                            reasons.put(method, e.getMessage());
                        }
                    });
        }
        if (reasons.size() == methods.size()) {
            throw new InvalidInputException(
                    "every method refuses the network " + name + ": " + reasons);
        }
        refused = reasons;
    }

    /**
     * Explains and scores.
     *
     * @param series the samples with their truth
     * @param pictures the maps that the result shows
     * @param context told which method is at work
     * @throws InterruptedException if the run was interrupted
     */
    public void measure(
            LabelledSeries series,
            Function<MapMeasurement, List<SaliencyPicture>> pictures,
            CellContext context)
            throws InterruptedException {
        Examples samples = SeriesTask.examples(series);
        for (Map.Entry<String, AttributionMethod> each : methods.entrySet()) {
            String name = each.getKey();
            if (refused.containsKey(name)) {
                continue;
            }
            context.tick(name);
            AttributionMethod method = each.getValue();
            // The first call of a method builds its graphs; its cost is that of the calls after.
            Examples first = samples.rows(0);
            method.attribute(network, first.x(), first.labels(), drawn(name));
            long start = System.nanoTime();
            Attribution attribution =
                    method.attribute(network, samples.x(), samples.labels(), drawn(name));
            seconds.put(name, (System.nanoTime() - start) / 1e9);
            MapMeasurement maps = new MapMeasurement(attribution.values(), series);
            results.put(
                    name,
                    new MethodResult(
                            maps.scores(),
                            boxed(maps.context().massCurves().meanPrecision()),
                            boxed(maps.context().massCurves().meanRecall()),
                            pictures.apply(maps)));
        }
    }

    /** By method. */
    public Map<String, MethodResult> results() {
        return results;
    }

    /** Wall time of each method on all samples, seconds. */
    public Map<String, Double> seconds() {
        return seconds;
    }

    /** What the methods that refused the network said. */
    public Map<String, String> refused() {
        return refused;
    }

    private Seed drawn(String method) {
        return seed.child("attribution").child(method);
    }

    /** JSON has no NaN. */
    private static List<Double> boxed(double[] curve) {
        return Arrays.stream(curve).anyMatch(Double::isNaN)
                ? null
                : Arrays.stream(curve).boxed().toList();
    }
}
