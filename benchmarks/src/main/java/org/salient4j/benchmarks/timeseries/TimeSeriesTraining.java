package org.salient4j.benchmarks.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.data.SeriesTask;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.measurement.CellSeconds;
import org.salient4j.benchmarks.measurement.MapMeasurement;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.benchmarks.measurement.MethodSuite;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.synthetic.SyntheticDataset;

/** Trains one cell, explains its test samples by every method and scores the maps. */
final class TimeSeriesTraining {
    private final TimeSeriesCell cell;
    private final TimeSeriesSetup setup;
    private final Seed seed;

    TimeSeriesTraining(TimeSeriesCell cell) {
        this.cell = cell;
        this.setup = cell.setup();
        this.seed = Seed.of(cell.seed());
    }

    TimeSeriesResult run(CellContext context) throws InterruptedException {
        context.tick("data");
        SyntheticDataset data = task().draw(seed);
        Examples train = SeriesTask.examples(data.train());
        Examples validation = SeriesTask.examples(data.validation().orElseThrow());
        Examples test = SeriesTask.examples(data.test());
        Network network = Network.initialise(architecture(), setup.dataType(), seed);
        context.tick("methods");
        MethodSuite methods =
                new MethodSuite(MethodSettings.methods(setup.methods()), network, seed);
        methods.tryAll(cell.network());
        context.tick("training");
        TrainingResult trained =
                cell.training()
                        .fit(
                                network,
                                new Trainer(setup.options(), seed).withProgress(context.progress()),
                                seed,
                                cell.maskedFraction(),
                                setup.lambda(),
                                train,
                                validation);
        double testAccuracy = Evaluation.of(network, test).accuracy();
        int[] shown = firstOfEachClass(test.labels());
        methods.measure(data.test(), maps -> maps.pictures(shown), context);
        return new TimeSeriesResult(
                Evaluation.of(network, train).accuracy(),
                Evaluation.of(network, validation).accuracy(),
                testAccuracy,
                testAccuracy >= setup.gate(),
                trained.history().size(),
                trained.updates(),
                trained.stopped(),
                methods.results(),
                new MapMeasurement(test.x(), data.test()).pictures(shown),
                new CellSeconds(trained.seconds(), methods.seconds()),
                methods.refused());
    }

    private SeriesTask task() {
        return new SeriesTask(
                cell.dataset(),
                cell.process(),
                setup.train(),
                setup.validation(),
                setup.test(),
                setup.dataType());
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

    private Architecture architecture() {
        Architecture named = Networks.named(cell.network());
        return Json.convert(
                cell.architecture(), named.getClass(), "settings of the network " + cell.network());
    }
}
