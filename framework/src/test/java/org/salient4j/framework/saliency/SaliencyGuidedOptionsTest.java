package org.salient4j.framework.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;

class SaliencyGuidedOptionsTest {
    private final SaliencyGuidedOptions defaults = new SaliencyGuidedOptions();

    @Test
    void should_name_the_option_the_rule_and_the_value() {
        assertThatThrownBy(() -> defaults.withMaskedFraction(1.5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("maskedFraction must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> defaults.withMaskedFraction(-0.1))
                .hasMessage("maskedFraction must be in [0, 1], was -0.1");
        assertThatThrownBy(() -> defaults.withLambda(-1))
                .hasMessage("lambda must be at least 0, was -1.0");
        assertThatThrownBy(() -> Fill.constant(Double.NaN))
                .hasMessage("constant must be finite, was NaN");
        assertThatThrownBy(() -> defaults.withMaskedFraction(Double.NaN))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> defaults.withRanking(null)).hasMessage("ranking");
    }

    @Test
    void should_read_schedules() {
        assertThat(Schedule.parse("0.5")).isEqualTo(Schedule.constant(0.5));
        Schedule line = Schedule.parse("0..1@10");
        assertThat(line).isEqualTo(new Schedule(0, 1, 10));
        assertThat(line.at(0)).isZero();
        assertThat(line.at(3)).isCloseTo(0.3, within(1e-15));
        assertThat(line.at(10)).isEqualTo(1);
        assertThat(line.at(400)).isEqualTo(1);
        assertThat(Schedule.parse(line.toString())).isEqualTo(line);
        assertThat(Schedule.parse("1..0.25@4").at(2)).isEqualTo(0.625);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "0..1", "0..@3", "0..1@x", "..1@3", "0..1@"})
    void should_say_what_a_schedule_looks_like(String text) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "expected a number such as 0.5 or a schedule such as 0..1@10, found '"
                                + text
                                + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "0..Infinity@3", "0..1@-2"})
    void should_refuse_schedules_without_values(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).hasMessageContaining("needs finite values");
    }

    @Test
    void should_travel_through_json() {
        SaliencyGuidedOptions options =
                defaults.withRanking(Ranking.SIGNED).withFill(Fill.constant(2)).withLambda(3);
        assertThat(Json.convert(Json.tree(options), SaliencyGuidedOptions.class, "test"))
                .isEqualTo(options);
    }
}
