package org.salient4j.benchmarks.bridge;

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
final class BridgeRun {
    private final BridgeCell cell;
    private final BridgeSetup setup;
    private final Seed seed;

    BridgeRun(BridgeCell cell) {
        this.cell = cell;
        this.setup = cell.setup();
        this.seed = Seed.of(cell.seed());
    }

    BridgeResult run(CellContext context) throws InterruptedException {
        context.tick("data");
        SyntheticDataset data = data();
        Examples train = SeriesTask.examples(data.train());
        Examples validation = SeriesTask.examples(data.validation().orElseThrow());
        Examples test = SeriesTask.examples(data.test());
        Network network = network();
        context.tick("methods");
        MethodSuite methods =
                new MethodSuite(MethodSettings.methods(setup.methods()), network, seed);
        methods.tryAll(cell.network());
        context.tick("training");
        TrainingResult trained =
                cell.training()
                        .base()
                        .fit(
                                network,
                                new Trainer(setup.options(), seed).withProgress(context.progress()),
                                seed,
                                cell.maskedFraction(),
                                setup.lambda(),
                                cell.training().extended(setup.penalty(cell.penalty())),
                                train,
                                validation);
        double testAccuracy = Evaluation.of(network, test).accuracy();
        methods.measure(data.test(), MapMeasurement::meanMapOfEachClass, context);
        return new BridgeResult(
                Evaluation.of(network, train).accuracy(),
                Evaluation.of(network, validation).accuracy(),
                testAccuracy,
                testAccuracy >= setup.gate(),
                trained.history().size(),
                trained.updates(),
                trained.stopped(),
                JacobianSummary.of(network, test.x()),
                methods.results(),
                new CellSeconds(trained.seconds(), methods.seconds()),
                methods.refused());
    }

    /** The data of a seed; the same for every network and training. */
    SyntheticDataset data() {
        return new SeriesTask(
                        cell.dataset(),
                        setup.process(),
                        setup.train(),
                        setup.validation(),
                        setup.test(),
                        setup.dataType())
                .draw(seed);
    }

    /** The untrained network of a seed; the same for every training. */
    Network network() {
        Architecture named = Networks.named(cell.network());
        Architecture asked =
                Json.convert(
                        cell.architecture(),
                        named.getClass(),
                        "settings of the network " + cell.network());
        return Network.initialise(asked, setup.dataType(), seed);
    }
}
