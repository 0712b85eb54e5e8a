package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;

class LearningRateScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "constant, 499, 1",
        "'0.1@100,150', 99, 1",
        "'0.1@100,150', 100, 0.1",
        "'0.1@100,150', 149, 0.1",
        "'0.1@100,150', 150, 0.01",
        "0.75/5, 4, 1",
        "0.75/5, 5, 0.75",
        "0.75/5, 14, 0.5625",
    })
    void should_step_at_the_start_of_its_epochs(String text, int epoch, double factor) {
        assertThat(LearningRateSchedule.parse(text).at(epoch, 7, 9))
                .isCloseTo(factor, within(1e-15));
    }

    @Test
    void should_fall_in_a_line_that_would_be_zero_after_the_last_update() {
        LearningRateSchedule linear = LearningRateSchedule.linear();
        assertThat(linear.at(0, 0, 10)).isEqualTo(1);
        assertThat(linear.at(3, 5, 10)).isEqualTo(0.5);
        assertThat(linear.at(9, 9, 10)).isCloseTo(0.1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "linear", "0.1@100,150", "0.75/5"})
    void should_be_read_as_it_is_written(String text) {
        LearningRateSchedule schedule = LearningRateSchedule.parse(text);
        assertThat(schedule).hasToString(text);
        TrainingOptions options = new TrainingOptions().withLearningRateSchedule(schedule);
        assertThat(Json.convert(Json.tree(options), TrainingOptions.class, "it"))
                .isEqualTo(options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.1", "cosine", "0.1@", "0.1@a", "x/5", "/5", "@5"})
    void should_refuse_what_it_cannot_read(String text) {
        assertThatThrownBy(() -> LearningRateSchedule.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected constant, linear, steps such as 0.1@100,150");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1@0", "0.1@5,5", "0.1@5,4", "0/5", "1.5/5", "-0.1@5", "0.5/0"})
    void should_refuse_steps_that_do_not_lead_down_and_on(String text) {
        assertThatThrownBy(() -> LearningRateSchedule.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("of a learning rate schedule must be");
    }

    @Test
    void should_refuse_parts_that_do_not_belong_to_the_form() {
        assertThatThrownBy(
                        () ->
                                new LearningRateSchedule(
                                        LearningRateSchedule.Kind.LINEAR, 0.5, List.of()))
                .hasMessageContaining("1 without steps");
        assertThatThrownBy(() -> new TrainingOptions().withWeightDecay(-1))
                .hasMessage("training: weightDecay must be at least 0, was -1.0");
    }
}
