package org.salient4j.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands share: help, the streams, the words they were called with. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Salient4jCommand.Version.class,
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        footerHeading = "%nExamples:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:cannot be used: options or files",
            "130:interrupted"
        })
abstract class LibraryCommand implements Callable<Integer> {
    static final int DONE = 0;

    @Spec private CommandSpec spec;

    Streams streams() {
        return root().streams();
    }

    List<String> commandLine() {
        return root().commandLine();
    }

    /** A result. */
    void print(String line) {
        streams().out().println(line);
    }

    /** Anything else. */
    void remark(String line) {
        streams().err().println(line);
    }

    private Salient4jCommand root() {
        return (Salient4jCommand) spec.root().userObject();
    }
}
