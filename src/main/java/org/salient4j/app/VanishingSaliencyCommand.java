package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.vanishing.VanishingReport;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--quick", description = "The small form: preset quick, network lstm, 3 seeds.")
    private boolean quick;

    @Mixin private GridOptions grid;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(experiment(), grid.selection(), new VanishingReport()),
                grid.directory(),
                grid.resume());
    }

    private VanishingSaliency experiment() {
        if (quick) {
            VanishingSaliency small = VanishingSaliency.quick();
            return new VanishingSaliency(
                    small.presets(), small.networks(), grid.seeds(small.seeds()), grid.changes());
        }
        VanishingSaliency usual = new VanishingSaliency();
        boolean all = presets.equals(List.of("all"));
        return new VanishingSaliency(
                all ? usual.presets() : presets,
                networks,
                grid.seeds(usual.seeds()),
                grid.changes());
    }
}
