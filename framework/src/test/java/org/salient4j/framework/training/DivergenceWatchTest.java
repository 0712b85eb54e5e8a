package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.Seed;
import org.salient4j.layers.Parameters;
import org.salient4j.losses.LossFloor;

class DivergenceWatchTest {
    private final Parameters parameters = new Parameters(DataType.FLOAT, Seed.of(1).random());
    private final DivergenceWatch free = watch(Optional.empty());
    private final DivergenceWatch floored =
            watch(Optional.of(new LossFloor(-4, "it only scales", "Take another model")));

    private DivergenceWatch watch(Optional<LossFloor> floor) {
        return new DivergenceWatch(parameters, null, floor, "Lower the rate");
    }

    @BeforeEach
    void start() {
        for (DivergenceWatch watch : new DivergenceWatch[] {free, floored}) {
            watch.startEpoch();
            watch.requireBounded(5, 0, 0);
        }
    }

    @Test
    void should_end_what_falls_a_million_times_as_what_grows_so() {
        free.requireBounded(4.9e6, 0, 1);
        free.requireBounded(-4.9e6, 0, 2);
        assertThatThrownBy(() -> free.requireBounded(5.1e6, 1, 3))
                .isInstanceOf(DivergedTrainingException.class)
                .hasMessageContaining(
                        "in epoch 1 at update 3: the loss grew from 5.00 to 5.10e+06;")
                .hasMessageEndingWith(". Lower the rate");
        assertThatThrownBy(() -> free.requireBounded(-5.1e6, 1, 3))
                .hasMessageContaining("the loss fell from 5.00 to -5.10e+06;")
                .hasMessageEndingWith(". Lower the rate");
    }

    @Test
    void should_end_what_falls_below_a_floor_and_say_why() {
        floored.requireBounded(-3.9, 0, 1);
        assertThatThrownBy(() -> floored.requireBounded(-4.1, 0, 2))
                .isInstanceOf(DivergedTrainingException.class)
                .hasMessageContaining("the loss fell from 5.00 to -4.10: it only scales;")
                .hasMessageEndingWith(". Take another model");
        assertThatThrownBy(() -> floored.requireBounded(Double.NaN, 0, 2))
                .hasMessageContaining("the loss is NaN;")
                .hasMessageEndingWith(". Lower the rate");
    }
}
