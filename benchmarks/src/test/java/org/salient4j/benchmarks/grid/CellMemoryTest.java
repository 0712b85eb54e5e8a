package org.salient4j.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of finished cells are given back. */
class CellMemoryTest {
    private static final long FLOATS = 8_000_000;

    /** Half of them. */
    private static final long MOST = 10 * Float.BYTES * FLOATS;

    private record Cell(int number) {}

    /** Leaves an array behind, as every network does. */
    private record Leaving() implements Experiment<Cell, Double> {
        @Override
        public String name() {
            return "leaving";
        }

        @Override
        public Class<Cell> cellType() {
            return Cell.class;
        }

        @Override
        public Class<Double> resultType() {
            return Double.class;
        }

        @Override
        public List<Cell> cells() {
            return IntStream.range(0, 20).mapToObj(Cell::new).toList();
        }

        @Override
        public Double run(Cell cell, CellContext context) {
            return Nd4j.zeros(DataType.FLOAT, FLOATS).getDouble(cell.number());
        }
    }

    @Test
    void should_not_keep_the_arrays_of_finished_cells() throws Exception {
        Leaving experiment = new Leaving();
        List<Cell> cells = experiment.cells();
        run(experiment, cells.get(0));
        // ND4J counts its arrays nowhere: only the process itself tells.
        long before = Pointer.physicalBytes();
        for (Cell cell : cells) {
            run(experiment, cell);
        }
        // Another thread gives back what a collection has found.
        long kept = Pointer.physicalBytes() - before;
        for (int i = 0; i < 50 && kept > MOST; i++) {
            Thread.sleep(100);
            kept = Pointer.physicalBytes() - before;
        }
        assertThat(kept).isLessThanOrEqualTo(MOST);
    }

    private static void run(Leaving experiment, Cell cell) throws InterruptedException {
        assertThat(CellOutcome.of(experiment, cell, List.of(), state -> {}))
                .isInstanceOf(CellResult.class);
    }
}
