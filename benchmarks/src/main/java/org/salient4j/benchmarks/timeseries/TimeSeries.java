package org.salient4j.benchmarks.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.salient4j.benchmarks.data.SeriesTask;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridAxis;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.zoo.Architecture;

/**
 * Does saliency guided training make attributions of time-series networks better (Ismail et al.,
 * NeurIPS 2021, tables 2 and 7 to 11)? Data sets × processes × networks × trainings × k × seeds, a
 * training each, explained by every method and scored by every metric.
 *
 * @param preset name of the preset
 * @param datasets names of layouts
 * @param processes names of the processes before the boxes
 * @param networks names of architectures, or of their presets as {@code lstm/mnist-series}
 * @param trainings how networks are trained
 * @param maskedFractions values of k for guided trainings; empty takes the paper's own for each
 *     network and data set, and 0.5 where it has none
 * @param seeds how many seeds, 1, 2, …
 * @param changes what is set otherwise than the preset has it: component of {@link
 *     TimeSeriesSetup}, such as {@code options.epochs}, to value
 */
public record TimeSeries(
        String preset,
        List<String> datasets,
        List<String> processes,
        List<String> networks,
        List<TrainingKind> trainings,
        List<Double> maskedFractions,
        int seeds,
        Map<String, String> changes)
        implements Experiment<TimeSeriesCell, TimeSeriesResult> {
    /** Name of the experiment. */
    public static final String NAME = "time-series";

    /** The paper's data sets. */
    public static final List<String> DATASETS =
            List.of(
                    "middle",
                    "small-middle",
                    "moving-middle",
                    "moving-small-middle",
                    "rare-time",
                    "moving-rare-time",
                    "rare-feature",
                    "moving-rare-feature",
                    "positional-time",
                    "positional-feature");

    /** The paper's networks. */
    public static final List<String> NETWORKS =
            List.of("lstm", "lstm-input-cell", "tcn", "transformer");

    /** The paper's grid with its protocol and 5 seeds. */
    public TimeSeries() {
        this("paper", DATASETS, NETWORKS, 5);
    }

    /** Gaussian series, every kind of training, the paper's k. */
    public TimeSeries(String preset, List<String> datasets, List<String> networks, int seeds) {
        this(
                preset,
                datasets,
                List.of("gaussian"),
                networks,
                List.of(TrainingKind.values()),
                List.of(),
                seeds,
                Map.of());
    }

    /** Validates the names and settings. */
    public TimeSeries {
        datasets = GridAxis.of("data set", datasets);
        processes = GridAxis.of("process", processes);
        networks = GridAxis.of("network", networks);
        datasets.forEach(SyntheticSeries.layouts()::get);
        processes.forEach(SyntheticSeries.processes()::get);
        networks.forEach(Networks::named);
        trainings = GridAxis.of("training", trainings);
        maskedFractions = List.copyOf(maskedFractions);
        for (double k : maskedFractions) {
            if (!(k >= 0 && k <= 1)) {
                throw new InvalidInputException("maskedFractions must be in [0, 1], found " + k);
            }
        }
        if (seeds < 1) {
            throw new InvalidInputException("seeds must be at least 1, was " + seeds);
        }
        changes = Map.copyOf(changes);
        for (String network : networks) {
            TimeSeriesSetup setup = setup(preset, network, changes);
            // Whether the network can read the series: before any file is written.
            datasets.forEach(
                    dataset -> SeriesTask.architecture(network, dataset, setup.doubleSoftmax()));
        }
    }

    /** The small form: two data sets, every network, two trainings, one seed. */
    public static TimeSeries quick() {
        return new TimeSeries(
                "quick",
                List.of("middle", "rare-feature"),
                List.of("gaussian"),
                NETWORKS,
                List.of(TrainingKind.STANDARD, TrainingKind.SALIENCY_GUIDED_ABSOLUTE),
                List.of(),
                1,
                Map.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<TimeSeriesCell> cellType() {
        return TimeSeriesCell.class;
    }

    @Override
    public Class<TimeSeriesResult> resultType() {
        return TimeSeriesResult.class;
    }

    @Override
    public List<TimeSeriesCell> cells() {
        List<TimeSeriesCell> cells = new ArrayList<>();
        // Seed after seed: a run that is stopped has whole replications of the grid.
        for (long seed : LongStream.rangeClosed(1, seeds).toArray()) {
            for (String dataset : datasets) {
                for (String process : processes) {
                    for (String network : networks) {
                        addTrainings(cells, dataset, process, network, seed);
                    }
                }
            }
        }
        return cells;
    }

    @Override
    public TimeSeriesResult run(TimeSeriesCell cell, CellContext context) throws Exception {
        return new TimeSeriesTraining(cell).run(context);
    }

    private void addTrainings(
            List<TimeSeriesCell> cells, String dataset, String process, String network, long seed) {
        TimeSeriesSetup setup = setup(preset, network, changes);
        Architecture architecture =
                SeriesTask.architecture(network, dataset, setup.doubleSoftmax());
        for (TrainingKind training : trainings) {
            // Standard training masks nothing, whatever k is.
            List<Double> fractions =
                    training.saliencyGuided() ? fractions(network, dataset) : List.of(0.0);
            for (double k : fractions) {
                cells.add(
                        new TimeSeriesCell(
                                dataset,
                                process,
                                network,
                                training,
                                k,
                                seed,
                                Json.tree(architecture),
                                setup));
            }
        }
    }

    private List<Double> fractions(String network, String dataset) {
        return maskedFractions.isEmpty()
                ? List.of(PublishedTables.usualFraction(network, dataset))
                : maskedFractions;
    }

    private static TimeSeriesSetup setup(
            String preset, String network, Map<String, String> changes) {
        TimeSeriesSetup setup = TimeSeriesPreset.named(preset).setupFor(Networks.baseName(network));
        return changes.isEmpty() ? setup : setup.with("preset '" + preset + "'", changes);
    }
}
