package org.salient4j.benchmarks.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.attribution.Attribution;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.measurement.MapMeasurement;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.synthetic.DatasetGenerator;
import org.salient4j.synthetic.LabelledSeries;
import org.salient4j.synthetic.SeriesSize;
import org.salient4j.synthetic.SyntheticDataset;
import org.salient4j.synthetic.SyntheticSpec;

/** Trains one cell, explains its test samples by every method and scores the maps. */
final class TimeSeriesTraining {
    /** Every layout tells two classes apart. */
    private static final int CLASSES = 2;

    private final TimeSeriesCell cell;
    private final TimeSeriesSetup setup;
    private final Seed seed;

    TimeSeriesTraining(TimeSeriesCell cell) {
        this.cell = cell;
        this.setup = cell.setup();
        this.seed = Seed.of(cell.seed());
    }

    /** The network of a name at the size of a data set's series. */
    static Architecture architecture(String network, String dataset, TimeSeriesSetup setup) {
        SeriesSize size = SyntheticSeries.layouts().get(dataset).usualSize();
        return Json.withSettings(
                Networks.named(network),
                "network '" + network + "'",
                Map.of(
                        "timeSteps", Integer.toString(size.timeSteps()),
                        "features", Integer.toString(size.features()),
                        "classes", Integer.toString(CLASSES),
                        "doubleSoftmax", Boolean.toString(setup.doubleSoftmax())));
    }

    TimeSeriesResult run(CellContext context) throws InterruptedException {
        context.tick("data");
        SyntheticDataset data = data();
        Examples train = examples(data.train());
        Examples validation = examples(data.validation().orElseThrow());
        Examples test = examples(data.test());
        Network network = Network.initialise(architecture(), setup.dataType(), seed);
        context.tick("methods");
        Map<String, String> refused = refused(network);
        context.tick("training");
        TrainingResult trained =
                cell.training()
                        .fit(
                                network,
                                new Trainer(setup.options(), seed),
                                seed,
                                cell.maskedFraction(),
                                setup.lambda(),
                                train,
                                validation);
        double testAccuracy = Evaluation.of(network, test).accuracy();
        Map<String, MethodResult> methods = new LinkedHashMap<>();
        Map<String, Double> seconds = new LinkedHashMap<>();
        int[] shown = firstOfEachClass(test.labels());
        for (String name : setup.methods().keySet()) {
            if (refused.containsKey(name)) {
                continue;
            }
            context.tick(name);
            AttributionMethod method = setup.method(name);
            Seed drawn = drawn(name);
            // The first call of a method builds its graphs; its cost is that of the calls after.
            Examples first = test.rows(0);
            method.attribute(network, first.x(), first.labels(), drawn);
            long start = System.nanoTime();
            Attribution attribution = method.attribute(network, test.x(), test.labels(), drawn);
            seconds.put(name, (System.nanoTime() - start) / 1e9);
            methods.put(name, measured(attribution, data.test(), shown));
        }
        return new TimeSeriesResult(
                Evaluation.of(network, train).accuracy(),
                Evaluation.of(network, validation).accuracy(),
                testAccuracy,
                testAccuracy >= setup.gate(),
                trained.history().size(),
                trained.updates(),
                trained.stopped(),
                methods,
                new MapMeasurement(test.x(), data.test()).pictures(shown),
                new CellSeconds(trained.seconds(), seconds),
                refused);
    }

    /**
     * Which methods cannot explain the network, and why. It depends on the ops of the network, not
     * on its weights, so a sample of zeros tells before the time of a training is spent.
     *
     * @throws InvalidInputException if none can
     */
    private Map<String, String> refused(Network network) {
        Map<String, String> refused = new LinkedHashMap<>();
        long[] example = network.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = 1;
        System.arraycopy(example, 0, shape, 1, example.length);
        try (INDArray zeros = Nd4j.zeros(setup.dataType(), shape)) {
            for (String name : setup.methods().keySet()) {
                try {
                    setup.method(name).attribute(network, zeros, new int[1], drawn(name));
                } catch (InvalidInputException e) {
                    refused.put(name, e.getMessage());
                }
            }
        }
        if (refused.size() == setup.methods().size()) {
            throw new InvalidInputException(
                    "every method refuses the network " + cell.network() + ": " + refused);
        }
        return refused;
    }

    private Seed drawn(String method) {
        return seed.child("attribution").child(method);
    }

    private static MethodResult measured(
            Attribution attribution, LabelledSeries series, int[] shown) {
        MapMeasurement maps = new MapMeasurement(attribution.values(), series);
        return new MethodResult(
                maps.scores(),
                boxed(maps.context().massCurves().meanPrecision()),
                boxed(maps.context().massCurves().meanRecall()),
                maps.pictures(shown));
    }

    /** JSON has no NaN. */
    private static List<Double> boxed(double[] curve) {
        return Arrays.stream(curve).anyMatch(Double::isNaN)
                ? null
                : Arrays.stream(curve).boxed().toList();
    }

    private static int[] firstOfEachClass(int[] labels) {
        List<Integer> seen = new ArrayList<>();
        return IntStream.range(0, labels.length)
                .filter(
                        i -> {
                            boolean first = !seen.contains(labels[i]);
                            if (first) {
                                seen.add(labels[i]);
                            }
                            return first;
                        })
                .toArray();
    }

    /** The data of a seed; the same for every network and training. */
    private SyntheticDataset data() {
        SyntheticSpec spec =
                SyntheticSpec.of(
                                SyntheticSeries.layouts().get(cell.dataset()),
                                SyntheticSeries.processes().get(cell.process()))
                        .withCounts(setup.train(), setup.validation(), setup.test())
                        .withDataType(setup.dataType());
        Seed drawn = seed.child("data").child(cell.dataset()).child(cell.process());
        return DatasetGenerator.generate(spec, drawn.random());
    }

    private static Examples examples(LabelledSeries series) {
        return new Examples(series.x(), series.labels());
    }

    private Architecture architecture() {
        Architecture named = Networks.named(cell.network());
        return Json.convert(
                cell.architecture(), named.getClass(), "settings of the network " + cell.network());
    }
}
