package org.salient4j.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.Seed;
import org.salient4j.framework.progress.Progress;

class CellContextTest {
    private final List<String> heard = new ArrayList<>();
    private final CellContext context = new CellContext(Seed.of(1), heard::add);

    @Test
    void should_say_how_far_a_training_within_the_cell_is() throws InterruptedException {
        context.tick("training");
        try (Progress progress = context.progress()) {
            progress.start("standard", 2);
            progress.step();
            progress.message("loss 0.5");
            progress.step();
            progress.start("reading", -1);
            progress.step(3);
        }
        assertThat(heard)
                .containsExactly("training", "standard 1/2", "standard 2/2, loss 0.5", "reading 3");
    }
}
