package org.salient4j.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.salient4j.framework.InvalidInputException;
import picocli.CommandLine.Option;

/** The file a command writes. */
final class OutputFile {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write. Written whole or not at all.")
    private Path file;

    @Option(names = "--force", description = "Replace the output if it is there already.")
    private boolean force;

    /** The file, once it is sure that it can be written and that nothing is lost by it. */
    Path free() {
        return file(false);
    }

    /**
     * The same.
     *
     * @param resume whether what is there already is gone on with
     */
    Path file(boolean resume) {
        if (resume) {
            requireFolder(file);
            return file;
        }
        return free(file);
    }

    /** Another file that is written beside it. */
    Path free(Path beside) {
        requireFolder(beside);
        if (!force) {
            requireFree(beside);
        }
        return beside;
    }

    boolean force() {
        return force;
    }

    /** A misspelt path would make folders that nobody looks into. */
    static void requireFolder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InvalidInputException(
                    "cannot write " + file + ": there is no folder " + parent + ", make it first");
        }
    }

    static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new InvalidInputException(
                    file + " is there already: add --force to replace it, or choose another name");
        }
    }
}
