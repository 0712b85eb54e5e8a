package org.salient4j.benchmarks.grid.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.framework.io.Json;

/**
 * Squares numbers, with numbers that JSON could spoil beside them. Notes every try in a folder,
 * where files {@code fail-N} and {@code halt-N} make cell N throw or end its whole process.
 *
 * @param count how many cells
 * @param millis how long one takes
 * @param folder where the notes are
 */
public record NoisySquares(int count, long millis, String folder)
        implements Experiment<NoisySquares.Cell, NoisySquares.Answer> {

    /** As a registered experiment must be made. */
    public NoisySquares() {
        this(1, 0, ".");
    }

    /** A cell. */
    public record Cell(int number, double step, Mode mode) {}

    /** So that a cell has an enum, too. */
    public enum Mode {
        PLAIN_ONE,
        OTHER
    }

    /** A result. */
    public record Answer(
            long square, double noise, float single, List<Double> odd, JsonNode tree) {}

    @Override
    public String name() {
        return "noisy-squares";
    }

    @Override
    public Class<Cell> cellType() {
        return Cell.class;
    }

    @Override
    public Class<Answer> resultType() {
        return Answer.class;
    }

    @Override
    public List<Cell> cells() {
        return IntStream.range(0, count)
                .mapToObj(i -> new Cell(i, i / 3.0, i % 2 == 0 ? Mode.PLAIN_ONE : Mode.OTHER))
                .toList();
    }

    @Override
    public Answer run(Cell cell, CellContext context) throws InterruptedException, IOException {
        Path notes = Path.of(folder);
        Files.writeString(
                notes.resolve("try-" + cell.number()),
                ProcessHandle.current().pid() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        for (long waited = 0; waited < millis; waited += 10) {
            Thread.sleep(10);
            context.tick("waiting");
        }
        if (Files.exists(notes.resolve("fail-" + cell.number()))) {
            throw new IllegalStateException("no square of " + cell.number() + "\nsecond line");
        }
        if (Files.exists(notes.resolve("halt-" + cell.number()))) {
            Runtime.getRuntime().halt(9);
        }
        RandomGenerator random = context.seed().random();
        double noise = random.nextGaussian();
        List<Double> odd =
                List.of(Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, noise / 3);
        return new Answer(
                (long) cell.number() * cell.number(),
                noise,
                random.nextFloat(),
                odd,
                Json.tree(odd));
    }

    /** How often a cell was begun. */
    int tries(int number) throws IOException {
        Path file = Path.of(folder, "try-" + number);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }
}
