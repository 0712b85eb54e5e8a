package org.salient4j.framework.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes a new folder whole or not at all: its files go to a temporary folder beside it, which is
 * then renamed. A process that is killed leaves at most a {@code *.tmp} folder.
 */
public final class AtomicFolder {

    private AtomicFolder() {}

    /**
     * Writes a folder.
     *
     * @param target what is not there yet, or an empty folder
     * @param content writes the files into the folder that it is given
     * @throws FileWriteException if it cannot be written; nothing is left of it
     */
    public static void write(Path target, Consumer<Path> content) {
        Path absolute = target.toAbsolutePath();
        Path temporary =
                absolute.resolveSibling(
                        "." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            content.accept(temporary);
            Files.deleteIfExists(absolute);
            Files.move(temporary, absolute);
        } catch (IOException e) {
            throw new FileWriteException("cannot write " + target + ": " + AtomicFile.reason(e), e);
        } finally {
            deleteTree(temporary);
        }
    }

    private static void deleteTree(Path root) {
        try {
            FolderTree.delete(root);
        } catch (IOException e) {
            // What led here is the failure to report; a left-over *.tmp harms nothing.
            return;
        }
    }
}
