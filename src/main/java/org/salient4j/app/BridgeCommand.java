package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.bridge.Bridge;
import org.salient4j.benchmarks.bridge.BridgeTraining;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.bridge.BridgeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Saliency guided training and a penalty on the Jacobian, on the same data. */
@Command(
        name = "bridge",
        description = {
            "What makes attributions better, saliency guided training or a Jacobian penalty?",
            "Trains a network for every data set, network, training and seed, all of a seed on the same",
            "data from the same start values, explains its test samples by every attribution method and",
            "scores the maps by every metric against the truth that the generator knows.",
            "",
            "Finished trainings are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j benchmark bridge --quick --out runs/bridge",
            "  salient4j benchmark bridge --networks tcn --penalties 0.01,0.1,1 --seeds 10 --out runs/tcn",
            "  salient4j benchmark bridge --quick --penalties 0.01,0.1,1 --seeds 1 --first-seed 101 \\",
            "      --out runs/choice"
        })
final class BridgeCommand extends ExperimentCommand {

    @Option(names = "--preset", paramLabel = "NAME", description = "full or quick (default: full).")
    private String preset;

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "NAME",
            description = "One or several with commas (default: the time-series benchmark's ten).")
    private List<String> datasets;

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "NAME",
            description =
                    "One or several with commas, with tangents (default: the time-series benchmark's"
                            + " four).")
    private List<String> networks;

    @Option(
            names = "--trainings",
            split = ",",
            paramLabel = "NAME",
            description =
                    "standard, saliency-guided, jacobian, saliency-guided-jacobian, several with commas"
                            + " (default: all).")
    private List<BridgeTraining> trainings;

    @Option(
            names = "--penalties",
            split = ",",
            paramLabel = "WEIGHT",
            description =
                    "Weights of the penalty on the Jacobian, several with commas (default: "
                            + Bridge.USUAL_PENALTY
                            + ").")
    private List<Double> penalties;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            description =
                    "The first of the seeds (default: 1): choose settings on seeds that you do not"
                            + " report.")
    private Long firstSeed;

    @Option(
            names = "--quick",
            description =
                    "The small form: preset quick, two data sets, two networks, three seeds; other options"
                            + " change it.")
    private boolean quick;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new BridgeReport()),
                grid.directory(),
                grid.resume());
    }

    private Bridge experiment() {
        Bridge usual = quick ? Bridge.quick() : new Bridge();
        return new Bridge(
                given(preset, usual.preset()),
                given(datasets, usual.datasets()),
                given(networks, usual.networks()),
                given(trainings, usual.trainings()),
                given(penalties, usual.penalties()),
                grid.seeds(usual.seeds()),
                given(firstSeed, usual.firstSeed()),
                grid.changes());
    }
}
