package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;

class TrainingProtocolTest {

    @Test
    void should_say_at_most_only_where_a_training_may_stop_earlier() {
        assertThat(TrainingProtocol.parts(TrainingOptions.fixedBudget(60)))
                .containsExactly("adam 0.001, batch 50, 60 epochs", "last weights");
        TrainingOptions stopping =
                new TrainingOptions(UpdaterKind.ADAM, 1e-3, 50, 500, 0, 200, 0.99, true, 0);
        assertThat(TrainingProtocol.parts(stopping).get(0))
                .isEqualTo("adam 0.001, batch 50, at most 500 epochs");
    }
}
