package org.salient4j.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import picocli.CommandLine.Option;

/** The model a command uses. */
final class ModelOption {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "The model, a file of 'train', 'embed' or 'import'.")
    private Path file;

    Path file() {
        return file;
    }

    Network load(Consumer<String> remark) {
        return load(file, remark);
    }

    /** Reads a model; what is not finished may be used, but not unnoticed. */
    static Network load(Path file, Consumer<String> remark) {
        Network network = Checkpoint.load(file);
        Checkpoint.epochsOfRunning(file)
                .ifPresent(
                        epochs ->
                                remark.accept(
                                        "%s is of a training that has not ended (%d epochs done): finish it with --resume"
                                                .formatted(file, epochs)));
        return network;
    }
}
