package org.salient4j.framework.fetch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.framework.InvalidInputException;

/**
 * The folder in which fetched data is kept, one folder a source: {@code CACHE/mnist}.
 *
 * <p>A source's folder appears by one move after every file in it was found right, so it is whole
 * or not there. What happens to it later is found out by {@link #state}, which reads every byte
 * again: a second at most for each 300 MB.
 *
 * @param root the folder; it need not exist
 */
public record DataCache(Path root) {

    /** Makes the path absolute. */
    public DataCache {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The user's cache: the folder in the variable {@code SALIENT4J_CACHE}, else {@code salient4j}
     * in {@code XDG_CACHE_HOME}, else {@code ~/.cache/salient4j}.
     */
    public static DataCache ofUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static DataCache of(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("SALIENT4J_CACHE", "");
        if (!own.isBlank()) {
            return new DataCache(path("SALIENT4J_CACHE", own));
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // Its specification says to ignore a relative path.
        if (!xdg.isBlank() && path("XDG_CACHE_HOME", xdg).isAbsolute()) {
            return new DataCache(Path.of(xdg, "salient4j"));
        }
        return new DataCache(home.resolve(".cache").resolve("salient4j"));
    }

    private static Path path(String variable, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(variable + " must be a folder, was '" + value + "'", e);
        }
    }

    /** Where the files of a source are or would be. */
    public Path folder(DataSource source) {
        return root.resolve(source.name());
    }

    /** What there is of a source, every byte read. */
    public CacheState state(DataSource source) {
        Path folder = folder(source);
        if (!Files.exists(folder)) {
            return new CacheState(folder, false, List.of());
        }
        List<String> faults =
                source.files().stream()
                        .map(file -> file.faultIn(folder))
                        .flatMap(Optional::stream)
                        .toList();
        return new CacheState(folder, true, faults);
    }

    /**
     * The folder of data that must be there.
     *
     * @throws InvalidInputException if it was not fetched or is damaged; the message says what to
     *     run
     */
    public Path require(DataSource source) {
        CacheState state = state(source);
        if (!state.present()) {
            throw new InvalidInputException(
                    "%s is not in the cache %s: run 'salient4j data fetch %s' first"
                            .formatted(source.name(), root, source.name()));
        }
        if (state.damaged()) {
            throw damaged(source, state);
        }
        return state.folder();
    }

    static InvalidInputException damaged(DataSource source, CacheState state) {
        return new InvalidInputException(
                "%s in %s is damaged: %s; 'salient4j data fetch %s --force' fetches it again"
                        .formatted(
                                source.name(),
                                state.folder(),
                                String.join(", ", state.faults()),
                                source.name()));
    }
}
