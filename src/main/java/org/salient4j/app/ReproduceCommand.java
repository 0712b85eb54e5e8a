package org.salient4j.app;

import org.salient4j.framework.InvalidInputException;
import picocli.CommandLine.Command;

/** Computes a published experiment again. */
@Command(
        name = "reproduce",
        description = "Compute a published experiment again and answer its claims.",
        synopsisSubcommandLabel = "EXPERIMENT",
        commandListHeading = "%nExperiments:%n",
        subcommands = {
            VanishingSaliencyCommand.class,
            XcebraCommand.class,
            LanguageCommand.class,
            MnistCommand.class,
            TableFourCommand.class,
            FigureFourCommand.class,
            MnistSeriesCommand.class
        },
        footer = {
            "  salient4j reproduce vanishing-saliency --seeds 5 --out runs/vanishing",
            "  salient4j reproduce xcebra --quick --out runs/quick",
            "  salient4j reproduce mnist --quick --out runs/mnist",
            "  salient4j reproduce vanishing-saliency --help"
        })
final class ReproduceCommand extends LibraryCommand {

    @Override
    public Integer call() {
        throw new InvalidInputException(
                "an experiment is needed, such as 'salient4j reproduce vanishing-saliency'");
    }
}
