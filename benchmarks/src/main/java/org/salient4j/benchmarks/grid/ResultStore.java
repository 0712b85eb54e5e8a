package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.io.Json;

/**
 * The results of one experiment in a folder, one file a cell:
 *
 * <pre>
 * DIR/experiment.json          which experiment with which settings
 * DIR/cells/KEY.json           a {@link CellResult}
 * DIR/cells/KEY.error.json     a {@link CellFailure}, until a later run succeeds
 * DIR/cells/KEY.json.corrupt   a damaged result or one of another format, put aside
 * </pre>
 *
 * <p>Files are written whole or not at all, so a run that is killed loses only what it was
 * computing. A result counts only if it has this program's {@linkplain ResultFormat format} and its
 * content belongs to its name; any other is named in {@link #damaged()} and counts as missing.
 * Reading changes nothing: only a run puts damaged files aside. Safe to use from several threads.
 *
 * @param <C> a cell
 * @param <R> a result
 */
public final class ResultStore<C extends Record, R> {

    private static final String EXPERIMENT = "experiment.json";

    private final Path directory;
    private final Experiment<C, R> experiment;
    private final Map<Path, DamagedFile> damaged =
            Collections.synchronizedMap(new LinkedHashMap<>());

    private ResultStore(Path directory, Experiment<C, R> experiment) {
        this.directory = directory;
        this.experiment = experiment;
    }

    /**
     * Opens the folder for the experiment, making it if needed.
     *
     * @throws InvalidInputException if the folder holds another experiment, other settings or
     *     something else
     * @throws FileWriteException if the folder cannot be made
     */
    public static <C extends Record, R> ResultStore<C, R> open(
            Path directory, Experiment<C, R> experiment) {
        ExperimentCard card = ExperimentCard.of(experiment);
        Path file = directory.resolve(EXPERIMENT);
        if (Files.exists(file)) {
            ExperimentCard.read(directory).requireSame(card, directory, file);
        } else {
            requireOurs(directory);
            Json.write(file, card);
        }
        return new ResultStore<>(directory, experiment);
    }

    /** The folder. */
    public Path directory() {
        return directory;
    }

    /** The name of a cell. */
    public CellKey key(C cell) {
        return CellKey.of(experiment.name(), cell);
    }

    /** The result of a cell, if it is there and sound. */
    public Optional<CellResult<C, R>> find(C cell) {
        CellKey key = key(cell);
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(file, key));
        } catch (InvalidInputException e) {
            damaged.put(file, new DamagedFile(key.value(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** The results that are there, by cell, in the order of the experiment. */
    public Map<C, CellResult<C, R>> completed() {
        Map<C, CellResult<C, R>> completed = new LinkedHashMap<>();
        for (C cell : experiment.cells()) {
            find(cell).ifPresent(result -> completed.put(cell, result));
        }
        return completed;
    }

    /** The failure of a cell, if its last attempt failed. */
    public Optional<CellFailure> failure(C cell) {
        CellKey key = key(cell);
        Path file = errorFile(key);
        try {
            return Files.exists(file)
                    ? Optional.of(
                            CellFailure.read(Json.read(file, JsonNode.class), file.toString()))
                    : Optional.empty();
        } catch (InvalidInputException e) {
            damaged.put(file, new DamagedFile(key.value(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** The damaged files that were met. */
    public List<DamagedFile> damaged() {
        synchronized (damaged) {
            return List.copyOf(damaged.values());
        }
    }

    /**
     * Renames every damaged result file, so that its cell can be computed again and nothing is
     * lost. For a run that holds the lock.
     *
     * @throws FileWriteException if one cannot be renamed
     */
    void putDamagedAside() {
        for (C cell : experiment.cells()) {
            Path file = file(key(cell));
            if (find(cell).isEmpty() && Files.exists(file)) {
                putAside(file);
            }
        }
    }

    /**
     * Keeps a result and forgets an earlier failure.
     *
     * @throws FileWriteException if it cannot be written
     */
    public CellResult<C, R> put(C cell, R result, double seconds, Provenance provenance) {
        CellResult<C, R> kept =
                new CellResult<>(
                        key(cell).value(), experiment.name(), cell, result, seconds, provenance);
        put(cell, kept);
        return kept;
    }

    /**
     * Keeps what a try at the cell gave: a result, which makes an earlier failure forgotten, or a
     * failure.
     *
     * @throws IllegalArgumentException if it is the outcome of another cell
     * @throws FileWriteException if it cannot be written
     */
    public CellOutcome put(C cell, CellOutcome outcome) {
        CellKey key = key(cell);
        if (!outcome.key().equals(key.value())) {
            throw new IllegalArgumentException(
                    "cell " + key.brief() + " was answered by cell " + outcome.key());
        }
        if (outcome instanceof CellFailure) {
            Json.write(errorFile(key), outcome);
            return outcome;
        }
        Json.write(file(key), outcome);
        try {
            Files.deleteIfExists(errorFile(key));
        } catch (IOException e) {
            throw new FileWriteException(
                    "cannot remove " + errorFile(key) + ": " + AtomicFile.reason(e), e);
        }
        return outcome;
    }

    /**
     * Takes the folder for a run; nobody else can until it is closed or the process ends.
     *
     * @throws InvalidInputException if another run has it
     */
    StoreLock lock() {
        return StoreLock.take(directory);
    }

    private Path file(CellKey key) {
        return directory.resolve("cells").resolve(key.value() + ".json");
    }

    private Path errorFile(CellKey key) {
        return directory.resolve("cells").resolve(key.value() + ".error.json");
    }

    private CellResult<C, R> read(Path file, CellKey key) {
        JsonNode tree = Json.read(file, JsonNode.class);
        return CellResult.read(tree, key, experiment, file.toString());
    }

    private void putAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".corrupt");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".corrupt" + i);
        }
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            throw new FileWriteException(
                    "cannot put aside " + file + ": " + AtomicFile.reason(e), e);
        }
        String where = " (put aside as %s)".formatted(aside.getFileName());
        damaged.computeIfPresent(
                file, (path, was) -> new DamagedFile(was.key(), was.message() + where));
    }

    private static void requireOurs(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new InvalidInputException(directory + " is a file, expected a folder");
        }
        String[] content = directory.toFile().list();
        boolean foreign = content != null && content.length > 0;
        if (foreign && !Files.isDirectory(directory.resolve("cells"))) {
            throw new InvalidInputException(
                    directory
                            + " holds something else (such as "
                            + content[0]
                            + "): choose an empty or new folder");
        }
    }
}
