package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;

/** How one try at a cell ended. */
public sealed interface CellOutcome permits CellResult, CellFailure {

    /** The cell's name. */
    String key();

    /**
     * Computes a cell here and now, and stores nothing. What goes wrong in the cell becomes a
     * {@link CellFailure}.
     *
     * @param experiment knows how
     * @param cell what to compute
     * @param command the command line that the outcome is stamped with, word by word
     * @param listener hears how far the cell is
     * @throws InterruptedException if the thread was interrupted; whoever interrupted it knows
     *     whether that ends the run
     */
    static <C extends Record, R> CellOutcome of(
            Experiment<C, R> experiment, C cell, List<String> command, Consumer<String> listener)
            throws InterruptedException {
        CellKey key = CellKey.of(experiment.name(), cell);
        CellContext context = new CellContext(key.seed(), listener);
        Provenance provenance = Provenance.now(context.seed(), command);
        long start = System.nanoTime();
        try {
            R result = experiment.run(cell, context);
            if (result == null) {
                throw new IllegalStateException("the cell gave no result");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new CellResult<>(
                    key.value(), experiment.name(), cell, result, seconds, provenance);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            return CellFailure.of(experiment, cell, e, command);
        } finally {
            // The cell's arrays lie outside of Java's heap, which they hardly fill: no collection
            // comes by itself, and five networks for images held seven gigabytes.
            System.gc();
        }
    }

    /**
     * The outcome that was written as JSON.
     *
     * @param text the outcome
     * @param experiment whose it is
     * @param cell what it must be the outcome of
     * @throws org.salient4j.framework.InvalidInputException if it is something else
     */
    static <C extends Record, R> CellOutcome read(
            String text, Experiment<C, R> experiment, C cell) {
        CellKey key = CellKey.of(experiment.name(), cell);
        String origin = "outcome of cell " + key.brief();
        JsonNode tree = Json.parse(text, JsonNode.class, origin);
        return tree.has("error")
                ? CellFailure.read(tree, origin)
                : CellResult.read(tree, key, experiment, origin);
    }

    /**
     * Refuses the outcome of another version of this program.
     *
     * @throws org.salient4j.framework.InvalidInputException if the file is of another format
     */
    static void requireFormat(JsonNode tree, String origin) {
        ResultFormat.require(
                tree, origin, "the cell counts as missing, and a run computes it again");
    }
}
