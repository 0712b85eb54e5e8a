package org.salient4j.layers.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionalEncoderTest {

    @ParameterizedTest
    @CsvSource({"3, 1, 2", "5, 2, 3", "10, 5, 5", "15, 7, 8", "36, 18, 18"})
    void should_look_back_over_half_of_its_window(int window, int left, int right) {
        Encoder encoder = new ConvolutionalEncoder(4, window, 5, 3, Head.none());
        assertThat(encoder.left()).isEqualTo(left);
        assertThat(encoder.right()).isEqualTo(right);
        assertThat(encoder.inputShape()).containsExactly(window, 4);
        assertThat(encoder.outputs()).isEqualTo(3);
    }

    @Test
    void should_change_its_head_only() {
        assertThat(new ConvolutionalEncoder(4, 5, 6, 3, Head.none()).withHead(Head.tanh()))
                .isEqualTo(new ConvolutionalEncoder(4, 5, 6, 3, Head.tanh()));
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new ConvolutionalEncoder(4, 2, 5, 3, Head.none()))
                .hasMessage("window must be at least 3, was 2");
        assertThatThrownBy(() -> new ConvolutionalEncoder(4, 5, 5, 3, null))
                .hasMessage("head must be given, was null");
    }
}
