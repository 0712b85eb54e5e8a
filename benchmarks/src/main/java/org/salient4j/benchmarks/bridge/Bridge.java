package org.salient4j.benchmarks.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.salient4j.benchmarks.data.SeriesTask;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridAxis;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.TangentArchitecture;

/**
 * What makes attributions better, saliency guided training (Ismail et al., NeurIPS 2021) or a
 * penalty on the Jacobian (Schneider et al., AISTATS 2025)? Neither paper has the other's training.
 * Data sets × networks × trainings × weights of the penalty × seeds, a training each, all of a seed
 * on the same data and from the same start values, explained by every method and scored by every
 * metric.
 *
 * @param preset name of the preset
 * @param datasets names of layouts
 * @param networks names of architectures, or of their presets as {@code tcn/mnist-series}
 * @param trainings how networks are trained
 * @param penalties weights λ_J of the penalty, above 0; a training without one is done once
 * @param seeds how many seeds
 * @param firstSeed the first of them: what is chosen by looking at some seeds is to be reported on
 *     others
 * @param changes what is set otherwise than the preset has it: component of {@link BridgeSetup},
 *     such as {@code options.epochs}, to value
 */
public record Bridge(
        String preset,
        List<String> datasets,
        List<String> networks,
        List<BridgeTraining> trainings,
        List<Double> penalties,
        int seeds,
        long firstSeed,
        Map<String, String> changes)
        implements Experiment<BridgeCell, BridgeResult> {
    /** Name of the experiment. */
    public static final String NAME = "bridge";

    /** The usual λ_J. */
    public static final double USUAL_PENALTY = 0.1;

    /** The data sets and networks of the time-series benchmark, every training, 5 seeds. */
    public Bridge() {
        this(
                "full",
                TimeSeries.DATASETS,
                TimeSeries.NETWORKS,
                List.of(BridgeTraining.values()),
                List.of(USUAL_PENALTY),
                5,
                1,
                Map.of());
    }

    /** Validates the names and settings. */
    public Bridge {
        datasets = GridAxis.of("data set", datasets);
        networks = GridAxis.of("network", networks);
        trainings = GridAxis.of("training", trainings);
        penalties = GridAxis.of("penalty", penalties);
        datasets.forEach(SyntheticSeries.layouts()::get);
        for (double penalty : penalties) {
            if (!(penalty > 0) || Double.isInfinite(penalty)) {
                throw new InvalidInputException("penalties must be above 0, found " + penalty);
            }
        }
        if (seeds < 1) {
            throw new InvalidInputException("seeds must be at least 1, was " + seeds);
        }
        if (firstSeed < 1) {
            throw new InvalidInputException("firstSeed must be at least 1, was " + firstSeed);
        }
        changes = Map.copyOf(changes);
        boolean penalised = trainings.stream().anyMatch(BridgeTraining::penalised);
        for (String network : networks) {
            if (!(Networks.named(network) instanceof TangentArchitecture) && penalised) {
                throw new InvalidInputException(
                        "network '%s' has no tangents, which a penalty on its Jacobian needs"
                                .formatted(network));
            }
            setup(preset, network, changes);
            datasets.forEach(dataset -> SeriesTask.architecture(network, dataset, false));
        }
    }

    /** The small form: two data sets, two networks, every training, three seeds. */
    public static Bridge quick() {
        return new Bridge(
                "quick",
                List.of("middle", "rare-feature"),
                List.of("lstm-input-cell", "tcn"),
                List.of(BridgeTraining.values()),
                List.of(USUAL_PENALTY),
                3,
                1,
                Map.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<BridgeCell> cellType() {
        return BridgeCell.class;
    }

    @Override
    public Class<BridgeResult> resultType() {
        return BridgeResult.class;
    }

    @Override
    public List<BridgeCell> cells() {
        List<BridgeCell> cells = new ArrayList<>();
        // Seed after seed: a run that is stopped has whole replications of the grid.
        for (long seed : LongStream.range(firstSeed, firstSeed + seeds).toArray()) {
            for (String dataset : datasets) {
                for (String network : networks) {
                    addTrainings(cells, dataset, network, seed);
                }
            }
        }
        return cells;
    }

    @Override
    public BridgeResult run(BridgeCell cell, CellContext context) throws Exception {
        return new BridgeRun(cell).run(context);
    }

    private void addTrainings(List<BridgeCell> cells, String dataset, String network, long seed) {
        BridgeSetup setup = setup(preset, network, changes);
        Architecture architecture = SeriesTask.architecture(network, dataset, false);
        for (BridgeTraining training : trainings) {
            double k =
                    training.base().saliencyGuided()
                            ? PublishedTables.usualFraction(network, dataset)
                            : 0;
            for (double penalty : training.penalised() ? penalties : List.of(0.0)) {
                cells.add(
                        new BridgeCell(
                                dataset,
                                network,
                                training,
                                k,
                                penalty,
                                seed,
                                Json.tree(architecture),
                                setup));
            }
        }
    }

    private static BridgeSetup setup(String preset, String network, Map<String, String> changes) {
        BridgeSetup setup = BridgePreset.named(preset).setupFor(Networks.baseName(network));
        return changes.isEmpty() ? setup : setup.with("preset '" + preset + "'", changes);
    }
}
