package org.salient4j.framework.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.io.FolderTree;
import org.salient4j.framework.progress.Progress;

/**
 * Brings data into a {@link DataCache}.
 *
 * <p>Everything happens in a hidden folder beside the data, {@code CACHE/.NAME.part}: the client
 * downloads the archive, its checksum is held against the pinned one, its files are unpacked and
 * held against theirs, and only then does the folder get its name, by one move. A run that is
 * stopped leaves nothing that could be taken for data; the next one clears up after it, and takes
 * the archive if it had arrived whole.
 */
public final class DataFetch {
    private final DataCache cache;
    private final Map<String, String> environment;

    /**
     * @param cache where the data goes
     */
    public DataFetch(DataCache cache) {
        this(cache, System.getenv());
    }

    /** With another PATH to find clients on. */
    DataFetch(DataCache cache, Map<String, String> environment) {
        this.cache = cache;
        this.environment = environment;
    }

    /**
     * Downloads a source, unless it is there already.
     *
     * @param source what
     * @param again whether to replace what is there; the old data stays until the new is right
     * @param progress hears how far it is
     * @return the folder of its files
     * @throws InvalidInputException if what is there is damaged and is not to be replaced
     * @throws FetchFailedException if there is no client, or the client cannot get the archive, or
     *     it gets another one than pinned
     * @throws FileWriteException if the cache cannot be written
     */
    public Path fetch(DataSource source, boolean again, Progress progress) {
        return bring(source, again, progress, Optional.empty());
    }

    /**
     * Takes a source from an archive that was downloaded by hand.
     *
     * @param source what
     * @param archive the archive; its name does not matter, its bytes do
     * @param again whether to replace what is there
     * @param progress hears how far it is
     * @return the folder of its files
     * @throws InvalidInputException if the archive is another one than pinned, or what is there is
     *     damaged and is not to be replaced
     * @throws FileWriteException if the cache cannot be written
     */
    public Path take(DataSource source, Path archive, boolean again, Progress progress) {
        PinnedFile pinned = source.origin().archive();
        pinned.faultOf(archive)
                .ifPresent(
                        fault -> {
                            throw new InvalidInputException(
                                    "%s is not %s: %s".formatted(archive, pinned.name(), fault));
                        });
        return bring(source, again, progress, Optional.of(archive));
    }

    private Path bring(DataSource source, boolean again, Progress progress, Optional<Path> given) {
        if (!again && usable(source)) {
            return cache.folder(source);
        }
        try (FetchLock lock = FetchLock.take(cache, source)) {
            // Another run may have brought it meanwhile.
            if (again || !usable(source)) {
                Path part = cache.root().resolve("." + source.name() + ".part");
                Path archive =
                        given.isPresent()
                                ? given.get()
                                : new ArchiveDownload(source, part, environment).run(progress);
                Path files = unpack(source, archive, part, progress);
                replace(cache.folder(source), files, part);
            }
            return cache.folder(source);
        } catch (IOException e) {
            throw new FileWriteException(
                    "cannot write to the cache %s: %s"
                            .formatted(cache.root(), AtomicFile.reason(e)),
                    e);
        }
    }

    private boolean usable(DataSource source) {
        CacheState state = cache.state(source);
        if (state.damaged()) {
            throw DataCache.damaged(source, state);
        }
        return state.right();
    }

    private static Path unpack(DataSource source, Path archive, Path part, Progress progress)
            throws IOException {
        Path files = part.resolve("files");
        FolderTree.delete(files);
        Files.createDirectories(files);
        progress.start("unpack " + source.name() + ", files", source.files().size());
        try {
            source.unpack(archive, files);
        } catch (IOException e) {
            FolderTree.delete(files);
            throw new FetchFailedException(
                    "cannot unpack %s: %s".formatted(archive, AtomicFile.reason(e)), e);
        }
        for (PinnedFile file : source.files()) {
            Optional<String> fault = file.faultIn(files);
            if (fault.isPresent()) {
                FolderTree.delete(part);
                throw new FetchFailedException(
                        "%s does not unpack to the pinned files of %s: %s; nothing was kept"
                                .formatted(archive, source.name(), fault.get()));
            }
            progress.step();
        }
        progress.close();
        return files;
    }

    private static void replace(Path target, Path files, Path part) throws IOException {
        Path old = part.resolve("old");
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(files, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaced) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        FolderTree.delete(part);
    }
}
