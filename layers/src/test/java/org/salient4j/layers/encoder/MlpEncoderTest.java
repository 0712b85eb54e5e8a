package org.salient4j.layers.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.layers.Dual;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;

class MlpEncoderTest {

    @Test
    void should_see_a_single_step() {
        MlpEncoder encoder = new MlpEncoder();
        assertThat(encoder.left()).isZero();
        assertThat(encoder.right()).isEqualTo(1);
        assertThat(encoder.inputShape()).containsExactly(1, 50);
        assertThat(encoder.outputs()).isEqualTo(encoder.dimension()).isEqualTo(6);
    }

    @Test
    void should_repeat_a_layer_with_the_same_parameters() {
        MlpEncoder once = new MlpEncoder(5, List.of(6, 6, 3), 1, 2, Head.none());
        MlpEncoder often = new MlpEncoder(5, List.of(6, 6, 3), 4, 2, Head.none());
        assertThat(parameters(often).names())
                .containsExactlyElementsOf(parameters(once).names())
                .containsExactly(
                        "layer0.weight",
                        "layer0.bias",
                        "layer1.weight",
                        "layer1.bias",
                        "layer2.weight",
                        "layer2.bias",
                        "layer3.weight",
                        "layer3.bias");
    }

    @Test
    void should_change_its_head_only() {
        MlpEncoder encoder = new MlpEncoder(5, List.of(6, 6, 3), 4, 2, Head.none());
        assertThat(encoder.withHead(Head.tanh()))
                .isEqualTo(new MlpEncoder(5, List.of(6, 6, 3), 4, 2, Head.tanh()));
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new MlpEncoder(5, List.of(6, 0), 1, 2, Head.none()))
                .hasMessage("hidden must be numbers of at least 1, was [6, 0]");
        assertThatThrownBy(() -> new MlpEncoder(5, List.of(6, 5), 2, 2, Head.none()))
                .hasMessage(
                        "repeats must be 1 unless the first two hidden widths ([6, 5]) are equal,"
                                + " was 2");
        assertThatThrownBy(() -> new MlpEncoder(5, List.of(6), 1, 2, null))
                .hasMessage("head must be given, was null");
        Head other = Head.l2Normalise(List.of(new FeatureRange(0, 3)));
        assertThatThrownBy(() -> new MlpEncoder(5, List.of(6), 1, 2, other))
                .hasMessage("ranges must cover 0:2, were [0:3]");
    }

    private static Parameters parameters(Encoder encoder) {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.FLOAT, new SplittableRandom(1));
        encoder.output(
                new Scope(graph, parameters, Mode.TRAIN),
                Dual.constant(graph.placeHolder("x", DataType.FLOAT, -1, 1, 5)));
        return parameters;
    }
}
