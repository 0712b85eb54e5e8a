package org.salient4j.app;

import java.util.List;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.Images;
import picocli.CommandLine.Command;

/** Table 4 of the paper: areas by training. */
@Command(
        name = "table-4",
        description = {
            "Does the area below the accuracy, pixels removed by their gradients, fall from"
                    + " standard over fine-tuned to saliency guided training?",
            "Table 4, on MNIST.",
            "",
            "The same networks as 'reproduce mnist', with 3 seeds too, but gradients and random",
            "rankings only. A folder of 'reproduce mnist' holds this table as well.",
            "",
            "Finished networks are kept in DIR, whatever ends the run: go on with --resume."
        },
        footer = {
            "  salient4j reproduce table-4 --quick --out runs/quick",
            "  salient4j reproduce table-4 --seeds 5 --out runs/table-4"
        })
final class TableFourCommand extends ImageExperimentCommand {

    @Override
    Images experiment() {
        return experiment(
                List.of(ImageSource.mnist().require()),
                List.of(Images.MNIST_CNN),
                Usual.of("gradient"));
    }
}
