package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.timeseries.TimeSeriesReport;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.framework.network.Networks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The time-series benchmark. */
@Command(
        name = "time-series",
        description = {
            "Does saliency guided training make attributions better?",
            "Trains a network for every data set, network, training and seed, checks that it learned,",
            "explains its test samples by every attribution method and scores the maps by every metric",
            "against the truth that the generator knows.",
            "",
            "Finished trainings are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j benchmark time-series --quick --out runs/quick",
            "  salient4j benchmark time-series --preset paper --seeds 5 --out runs/paper",
            "  salient4j benchmark time-series --preset paper --only network=tcn,lstm --out runs/paper",
            "  salient4j benchmark time-series --networks lstm --datasets middle \\",
            "      --masked-fractions 0.1,0.3,0.5,0.7,0.9 --preset fixed-budget --out runs/sweep"
        })
final class TimeSeriesCommand extends ExperimentCommand {

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "paper, fixed-budget or quick (default: paper).")
    private String preset;

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "NAME",
            description = "One or several with commas (default: the paper's ten).")
    private List<String> datasets;

    @Option(
            names = "--processes",
            split = ",",
            paramLabel = "NAME",
            description = "What the series are before the boxes (default: gaussian).")
    private List<String> processes;

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "NAME",
            description = "One or several with commas (default: the paper's four).")
    private List<String> networks;

    @Option(
            names = "--network-preset",
            paramLabel = "NAME",
            description =
                    "A published size of every network that has it, such as mnist-series ('salient4j list"
                            + " networks'); time steps, features and classes fit the data. For some of"
                            + " them name it in --networks: lstm,tcn/mnist-series.")
    private String networkPreset;

    @Option(
            names = "--trainings",
            split = ",",
            paramLabel = "NAME",
            description =
                    "standard, saliency-guided-absolute, saliency-guided-signed, several with commas"
                            + " (default: all).")
    private List<TrainingKind> trainings;

    @Option(
            names = "--masked-fractions",
            split = ",",
            paramLabel = "K",
            description =
                    "Values of k for guided trainings (default: the paper's own for each network and"
                            + " data set).")
    private List<Double> maskedFractions;

    @Option(
            names = "--quick",
            description =
                    "The small form: preset quick, two data sets, four networks, two trainings, one seed;"
                            + " other options change it.")
    private boolean quick;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new TimeSeriesReport()),
                grid.directory(),
                grid.resume());
    }

    private TimeSeries experiment() {
        TimeSeries usual = quick ? TimeSeries.quick() : new TimeSeries();
        return new TimeSeries(
                given(preset, usual.preset()),
                given(datasets, usual.datasets()),
                given(processes, usual.processes()),
                presets(given(networks, usual.networks())),
                given(trainings, usual.trainings()),
                given(maskedFractions, usual.maskedFractions()),
                grid.seeds(usual.seeds()),
                grid.changes());
    }

    private List<String> presets(List<String> names) {
        return networkPreset == null
                ? names
                : names.stream().map(name -> Networks.fullName(name, networkPreset)).toList();
    }
}
