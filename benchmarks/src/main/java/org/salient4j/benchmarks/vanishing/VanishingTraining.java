package org.salient4j.benchmarks.vanishing;

import java.util.Map;
import java.util.stream.IntStream;
import org.salient4j.attribution.Attribution;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.Gradient;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.measurement.MapMeasurement;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.metrics.MassPerStep;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.synthetic.DatasetGenerator;
import org.salient4j.synthetic.LabelledSeries;
import org.salient4j.synthetic.SyntheticDataset;
import org.salient4j.synthetic.SyntheticSpec;

/** Trains one cell and measures where its saliency lies. */
final class VanishingTraining {
    // With two classes the log-odds order cells as the probability does and do not underflow.
    private static final Output OUTPUT = Output.MARGIN;

    private static final int EXAMPLES = 2;
    private static final String MASS_IN_TRUTH = "mass-in-truth";

    private final VanishingCell cell;
    private final VanishingSetup setup;
    private final Seed seed;

    VanishingTraining(VanishingCell cell) {
        this.cell = cell;
        this.setup = cell.setup();
        this.seed = Seed.of(cell.seed());
    }

    VanishingResult run(CellContext context) throws InterruptedException {
        context.tick("data");
        SyntheticDataset data = data();
        Examples train = examples(data.train());
        Examples validation = examples(data.validation().orElseThrow());
        Examples test = examples(data.test());
        Network network = Network.initialise(architecture(), setup.dataType(), seed);
        context.tick("training");
        TrainingResult trained =
                cell.training()
                        .fit(
                                network,
                                new Trainer(setup.options(), seed).withProgress(context.progress()),
                                seed,
                                setup.maskedFraction(),
                                setup.lambda(),
                                train,
                                validation);
        context.tick("saliency");
        AttributionMethod method = new Gradient(OUTPUT, true);
        Attribution saliency =
                method.attribute(network, test.x(), test.labels(), seed.child("attribution"));
        MapMeasurement maps = new MapMeasurement(saliency.values(), data.test());
        Map<String, MetricScore> scores = maps.scores();
        return new VanishingResult(
                Evaluation.of(network, train).accuracy(),
                Evaluation.of(network, validation).accuracy(),
                Evaluation.of(network, test).accuracy(),
                scores,
                MassPerStep.of(saliency.values()).share(),
                scores.get(MASS_IN_TRUTH).mean(),
                maps.meanMap(),
                maps.pictures(IntStream.range(0, Math.min(EXAMPLES, setup.test())).toArray()),
                trained.history(),
                trained.updates(),
                trained.stopped(),
                trained.seconds());
    }

    /** The data of a seed and position; the same for every network and training. */
    private SyntheticDataset data() {
        SyntheticSpec spec =
                cell.series()
                        .spec(setup.train(), setup.validation(), setup.test(), setup.dataType());
        return DatasetGenerator.generate(
                spec, seed.child("data").child(cell.position().name()).random());
    }

    private static Examples examples(LabelledSeries series) {
        return new Examples(series.x(), series.labels());
    }

    private Architecture architecture() {
        return Networks.registry()
                .configured(
                        cell.network(),
                        Map.of(
                                "timeSteps", Integer.toString(cell.series().timeSteps()),
                                "features", Integer.toString(cell.series().features()),
                                "hidden", Integer.toString(setup.hidden()),
                                "forgetBias", Double.toString(setup.forgetBias()),
                                "doubleSoftmax", Boolean.toString(setup.doubleSoftmax())));
    }
}
