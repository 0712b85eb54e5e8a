package org.salient4j.layers.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.HardClip;
import org.salient4j.layers.L2Normalise;
import org.salient4j.layers.Tanh;

class HeadTest {
    private static final List<FeatureRange> BLOCKS =
            List.of(new FeatureRange(0, 2), new FeatureRange(2, 3));

    @Test
    void should_be_the_layer_of_its_form() {
        assertThat(Head.none().layer(3)).isEmpty();
        assertThat(Head.l2Normalise().layer(3)).contains(new L2Normalise(3));
        assertThat(Head.l2Normalise(BLOCKS).layer(3)).contains(new L2Normalise(3, BLOCKS));
        assertThat(Head.hardClip(5, 2).layer(3)).contains(new HardClip(5, 2));
        assertThat(Head.tanh().layer(3)).contains(new Tanh());
        assertThat(Head.scaledTanh(2.5).layer(3)).contains(new Tanh(2.5));
    }

    @Test
    void should_take_what_is_left_out_for_none() {
        assertThat(new Head(Head.Form.TANH, null, null)).isEqualTo(Head.tanh());
    }

    @Test
    void should_refuse_what_its_form_has_not() {
        assertThatThrownBy(() -> new Head(null, null, null))
                .hasMessage("form must be given, was null");
        assertThatThrownBy(() -> new Head(Head.Form.HARD_CLIP, List.of(5.0), null))
                .hasMessage("bounds of hard-clip must be 2 numbers, were [5.0]");
        assertThatThrownBy(() -> new Head(Head.Form.TANH, List.of(5.0), null))
                .hasMessage("bounds of tanh must be 0 numbers, were [5.0]");
        assertThatThrownBy(() -> Head.hardClip(-5, 5))
                .hasMessage("bounds must be positive, was -5.0");
        assertThatThrownBy(() -> new Head(Head.Form.TANH, null, BLOCKS))
                .hasMessage("blocks of tanh must be none, were [0:2, 2:3]");
    }
}
