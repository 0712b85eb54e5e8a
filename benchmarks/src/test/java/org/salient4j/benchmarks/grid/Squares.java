package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.salient4j.framework.io.Json;

/** An experiment that squares numbers; some cells can be made to fail or to wait. */
final class Squares implements Experiment<Squares.Cell, Squares.Answer> {

    record Cell(int number, String mode) {}

    record Answer(int square, double noise) {}

    private final int count;
    private final Set<Integer> failing;
    private final long waitMillis;
    final ConcurrentLinkedQueue<Integer> computed = new ConcurrentLinkedQueue<>();

    Squares(int count, Set<Integer> failing, long waitMillis) {
        this.count = count;
        this.failing = failing;
        this.waitMillis = waitMillis;
    }

    static Squares of(int count) {
        return new Squares(count, Set.of(), 0);
    }

    /** Runs in a process of its own: {@code Squares DIR COUNT MILLIS}. */
    public static void main(String[] arguments) {
        Squares squares =
                new Squares(Integer.parseInt(arguments[1]), Set.of(), Long.parseLong(arguments[2]));
        new LocalGridExecutor(2)
                .run(
                        squares,
                        ResultStore.open(Path.of(arguments[0]), squares),
                        org.salient4j.framework.progress.Progress.silent());
    }

    @Override
    public String name() {
        return "squares";
    }

    @Override
    public JsonNode specification() {
        return Json.mapper().createObjectNode().put("count", count);
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
        return IntStream.range(0, count).mapToObj(i -> new Cell(i, "plain")).toList();
    }

    @Override
    public Answer run(Cell cell, CellContext context) throws InterruptedException {
        for (long waited = 0; waited < waitMillis; waited += 10) {
            Thread.sleep(10);
            context.tick("waiting");
        }
        if (failing.contains(cell.number())) {
            throw new IllegalStateException("no square of " + cell.number() + "\nsecond line");
        }
        computed.add(cell.number());
        return new Answer(cell.number() * cell.number(), context.seed().random().nextDouble());
    }
}
