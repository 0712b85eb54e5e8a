package org.salient4j.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.vanishing.VanishingReport;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The vanishing-saliency experiment. */
@Command(
        name = "vanishing-saliency",
        description = {
            "Does input saliency vanish where evidence lies early in time?",
            "Does saliency guided training change that? Trains a network for every preset, network, seed, position",
            "of the box and kind of training, and measures where its gradients lie.",
            "",
            "Finished trainings are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j reproduce vanishing-saliency --seeds 5 --out runs/vanishing",
            "  salient4j reproduce vanishing-saliency --preset learnable --networks lstm --seeds 3 \\",
            "      --set hidden=64 --set options.epochs=50 --out runs/wide"
        })
final class VanishingSaliencyCommand extends ExperimentCommand {

    @Option(
            names = "--preset",
            split = ",",
            defaultValue = "learnable",
            paramLabel = "NAME",
            description =
                    "learnable, matched, ica2019, quick, several with commas, or all, which are the"
                            + " first three and take hours (default: ${DEFAULT-VALUE}).")
    private List<String> presets;

    @Option(
            names = "--networks",
            split = ",",
            defaultValue = "lstm,lstm-input-cell",
            paramLabel = "NAME",
            description = "One or several with commas (default: ${DEFAULT-VALUE}).")
    private List<String> networks;

    @Option(
            names = "--seeds",
            defaultValue = "5",
            paramLabel = "N",
            description = "How many seeds, 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "Something other than the presets have it: train, validation, test, hidden,"
                            + " forgetBias, doubleSoftmax, dataType, maskedFraction, lambda or"
                            + " options.epochs, options.learningRate, and so on")
    private final Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--quick", description = "The small form: preset quick, network lstm, 3 seeds.")
    private boolean quick;

    @Option(
            names = "--resume",
            description = "Keep the results that are in DIR and compute the rest.")
    private boolean resume;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder of results; results.csv and report.html are written there.")
    private Path out;

    @Override
    public Integer call() {
        return reproduce(new Reproduction<>(experiment(), new VanishingReport()), out, resume);
    }

    private VanishingSaliency experiment() {
        if (quick) {
            VanishingSaliency small = VanishingSaliency.quick();
            return new VanishingSaliency(small.presets(), small.networks(), small.seeds(), changes);
        }
        boolean all = presets.equals(List.of("all"));
        return new VanishingSaliency(
                all ? new VanishingSaliency().presets() : presets, networks, seeds, changes);
    }
}
