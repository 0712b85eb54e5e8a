package org.salient4j.benchmarks.grid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.FileWriteException;

/**
 * One run a folder. The operating system drops the lock when the process ends, however it ends, so
 * a killed run never has to be cleaned up after.
 */
final class StoreLock implements Closeable {

    private final Path cells;
    private final FileChannel channel;

    private StoreLock(Path cells, FileChannel channel) {
        this.cells = cells;
        this.channel = channel;
    }

    static StoreLock take(Path directory) {
        Path file = directory.resolve(".lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new InvalidInputException(
                        directory + " is in use by another run: wait for it or stop it first");
            }
            return new StoreLock(directory.resolve("cells"), channel);
        } catch (IOException e) {
            throw new FileWriteException("cannot lock " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another run in this very process has it.
            return false;
        }
    }

    /**
     * Removes what a killed run was writing. Nobody else writes here while the lock is held.
     *
     * @throws FileWriteException if the folder cannot be changed
     */
    void sweep() {
        try {
            Files.createDirectories(cells);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(cells, ".*.tmp")) {
                for (Path temporary : left) {
                    Files.delete(temporary);
                }
            }
        } catch (IOException e) {
            throw new FileWriteException("cannot clean " + cells + ": " + AtomicFile.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new FileWriteException("cannot release the lock: " + AtomicFile.reason(e), e);
        }
    }
}
