package org.salient4j.framework.text.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WordScoreTest {
    private static final INDArray GRADIENTS =
            Nd4j.createFromArray(new double[][][] {{{3, -4}, {0, 0}}, {{-1, -1}, {0.5, 2}}});
    private static final INDArray EMBEDDED =
            Nd4j.createFromArray(new double[][][] {{{1, 2}, {7, 8}}, {{-2, 1}, {4, 0}}});

    @ParameterizedTest
    @CsvSource({
        "SUM, -1, 0, -2, 2.5",
        "L1, 7, 0, 2, 2.5",
        "L2, 5, 0, 1.4142135623730951, 2.0615528128088303",
        "DOT, -5, 0, 1, 2"
    })
    void should_score_words_by_hand(WordScore score, double a, double b, double c, double d) {
        double[][] scores = score.of(GRADIENTS, EMBEDDED);
        assertThat(scores[0]).containsExactly(new double[] {a, b}, within(1e-15));
        assertThat(scores[1]).containsExactly(new double[] {c, d}, within(1e-15));
    }

    @Test
    void should_read_floats_and_views_and_need_no_vectors_but_for_the_product() {
        INDArray view = GRADIENTS.castTo(DataType.FLOAT).permute(1, 0, 2);
        double[][] scores = WordScore.SUM.of(view, null);
        assertThat(scores[0]).containsExactly(-1, -2);
        assertThat(scores[1]).containsExactly(0, 2.5);
    }

    @Test
    void should_refuse_arrays_of_other_shapes() {
        assertThatThrownBy(() -> WordScore.SUM.of(Nd4j.zeros(2, 3), null))
                .hasMessage("gradients must be [B, T, E], were [2, 3]");
        assertThatThrownBy(() -> WordScore.DOT.of(GRADIENTS, Nd4j.zeros(2, 2, 3)))
                .hasMessage("embedded must be shaped as the gradients [2, 2, 2], were [2, 2, 3]");
    }
}
