package org.salient4j.framework.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.InvalidInputException;

class RegistryTest {

    private final Registry<Sample> samples = Registry.of(Sample.class, Sample::name);

    @Test
    void should_list_members_in_the_order_of_their_names() {
        assertThat(samples.names()).containsExactly("convolution", "recurrent");
        assertThat(samples.members())
                .containsExactly(new SampleConvolution(), new SampleRecurrent());
    }

    @Test
    void should_set_components_of_every_kind() {
        Sample configured =
                samples.configured(
                        "recurrent",
                        Map.of(
                                "hidden", "7",
                                "dropout", "1e-3",
                                "bias", "false",
                                "rankingMode", "in-range",
                                "sizes", "3, 4,5",
                                "inner.rate", "2"));
        assertThat(configured)
                .isEqualTo(
                        new SampleRecurrent(
                                7,
                                1e-3,
                                false,
                                SampleRecurrent.Ranking.IN_RANGE,
                                List.of(3, 4, 5),
                                new SampleRecurrent.Inner(2)));
    }

    @Test
    void should_leave_the_defaults_as_they_are() {
        samples.configured("recurrent", Map.of("hidden", "7"));
        assertThat(samples.get("recurrent")).isEqualTo(new SampleRecurrent());
    }

    @Test
    void should_take_enum_constants_in_any_spelling() {
        for (String text : List.of("in-range", "IN_RANGE", "In_Range")) {
            SampleRecurrent member =
                    (SampleRecurrent) samples.configured("recurrent", Map.of("rankingMode", text));
            assertThat(member.rankingMode()).isEqualTo(SampleRecurrent.Ranking.IN_RANGE);
        }
    }

    @Test
    void should_suggest_the_nearest_name() {
        refused(
                () -> samples.get("recurent"),
                "unknown sample 'recurent': did you mean 'recurrent'? known: convolution, recurrent");
    }

    @Test
    void should_not_suggest_a_name_that_is_nothing_like_it() {
        refused(() -> samples.get("xyz"), "unknown sample 'xyz': known: convolution, recurrent");
    }

    @Test
    void should_suggest_the_nearest_setting() {
        refused(
                () -> samples.configured("recurrent", Map.of("hiden", "3")),
                "unknown setting of sample 'recurrent' 'hiden': did you mean 'hidden'? known: bias,"
                        + " dropout, hidden, inner, rankingMode, sizes");
    }

    @Test
    void should_say_what_a_setting_must_be() {
        refused(
                () -> samples.configured("recurrent", Map.of("hidden", "many")),
                "sample 'recurrent': hidden must be a whole number, was 'many'");
        refused(
                () -> samples.configured("recurrent", Map.of("hidden", "2.5")),
                "sample 'recurrent': hidden must be a whole number, was '2.5'");
        refused(
                () -> samples.configured("recurrent", Map.of("bias", "maybe")),
                "sample 'recurrent': bias must be true or false, was 'maybe'");
        refused(
                () -> samples.configured("recurrent", Map.of("rankingMode", "sideways")),
                "sample 'recurrent': rankingMode must be one of signed, in-range, was 'sideways'");
        refused(
                () -> samples.configured("recurrent", Map.of("inner.rate", "fast")),
                "sample 'recurrent': inner.rate must be a number, was 'fast'");
    }

    @Test
    void should_pass_on_what_the_constructor_says() {
        refused(
                () -> samples.configured("recurrent", Map.of("dropout", "1.5")),
                "sample 'recurrent': dropout must be in [0, 1], was 1.5");
    }

    @Test
    void should_refuse_a_setting_of_a_member_without_settings() {
        refused(
                () -> samples.configured("convolution", Map.of("width", "3")),
                "unknown setting of sample 'convolution' 'width': there are none");
    }

    @Test
    void should_refuse_a_part_of_what_has_no_parts() {
        refused(
                () -> samples.configured("recurrent", Map.of("hidden.size", "3")),
                "sample 'recurrent': 'hidden' has no parts, so 'hidden.size' cannot be set");
    }

    @Test
    void should_refuse_an_empty_number() {
        refused(
                () -> samples.configured("recurrent", Map.of("hidden", "")),
                "sample 'recurrent': hidden must be a whole number, was empty");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}
