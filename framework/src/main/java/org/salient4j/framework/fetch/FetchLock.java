package org.salient4j.framework.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.FileWriteException;

/**
 * One fetch of a source at a time. The operating system drops the lock when the process ends,
 * however it ends.
 */
final class FetchLock implements Closeable {
    private final FileChannel channel;

    private FetchLock(FileChannel channel) {
        this.channel = channel;
    }

    static FetchLock take(DataCache cache, DataSource source) {
        Path file = cache.root().resolve("." + source.name() + ".lock");
        try {
            Files.createDirectories(cache.root());
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new InvalidInputException(
                        source.name() + " is being fetched by another run: wait for it");
            }
            return new FetchLock(channel);
        } catch (IOException e) {
            throw new FileWriteException(
                    "cannot write to the cache %s: %s; another folder is chosen with --cache or SALIENT4J_CACHE"
                            .formatted(cache.root(), AtomicFile.reason(e)),
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this very process has it.
            return false;
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
