package org.salient4j.framework.text.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.saliency.Batch;
import org.salient4j.framework.saliency.Label;
import org.salient4j.framework.saliency.Mask;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.Schedule;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.framework.text.masking.WordReplacement;
import org.salient4j.framework.text.masking.WordScore;
import org.salient4j.losses.Detach;

class WordSaliencyListenerTest {
    private static final double[][] IDS = {
        {3, 4, 5, 6, 2, 7, 8}, {5, 5, 3, 0, 0, 0, 0}, {9, 2, 4, 0, 0, 0, 0}
    };
    private static final At AT = At.builder().operation(Operation.TRAINING).build();

    private final TextNetwork network = TinyTexts.network(0.5, DataType.DOUBLE);

    private WordSaliencyListener listener(WordScore score, WordReplacement replacement) {
        return new WordSaliencyListener(
                network,
                new WordGuidance(
                        Schedule.constant(0.5),
                        Schedule.constant(0.25),
                        score,
                        Ranking.SIGNED,
                        replacement,
                        Output.MARGIN,
                        Label.TRUE,
                        Detach.NONE),
                Seed.of(3));
    }

    private static MultiDataSet data() {
        return new MultiDataSet(
                new INDArray[] {Nd4j.createFromArray(IDS)},
                new INDArray[] {Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {0, 1}})});
    }

    @ParameterizedTest
    @EnumSource
    void should_score_a_word_by_the_gradient_of_its_vector_without_padding(WordScore score) {
        WordSaliencyListener listener = listener(score, WordReplacement.UNKNOWN);
        int[] labels = {0, 1, 1};
        INDArray scores = listener.scores(new Batch(data().getFeatures(0), labels, AT));

        int[] lengths = {7, 3, 3};
        for (int b = 0; b < 3; b++) {
            int[] ids = new int[lengths[b]];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = (int) IDS[b][i];
            }
            INDArray vectors = network.vectors(List.of(new EncodedText(ids, ids, labels[b])));
            INDArray gradient =
                    network.ofVectors(ids.length)
                            .gradient(vectors, new int[] {labels[b]}, Output.MARGIN);
            double[] expected = score.of(gradient, vectors)[0];
            for (int i = 0; i < ids.length; i++) {
                assertThat(scores.getDouble(b, i)).isCloseTo(expected[i], within(1e-12));
            }
        }
    }

    @Test
    void should_mask_half_the_words_of_each_text_and_neither_padding_nor_separators() {
        WordSaliencyListener listener = listener(WordScore.SUM, WordReplacement.UNKNOWN);
        MultiDataSet data = data();
        listener.iterationStart(SameDiff.create(), AT, data, 0);

        assertThat(data.numFeatureArrays()).isEqualTo(3);
        assertThat(data.getFeatures(2).getDouble(0)).isEqualTo(0.25);
        INDArray masked = data.getFeatures(1);
        assertThat(masked.shape()).containsExactly(3, 7);
        int[] expected = {3, 1, 1}; // of 6, 3 and 2 words
        for (int b = 0; b < 3; b++) {
            int replaced = 0;
            for (int i = 0; i < 7; i++) {
                boolean changed = masked.getDouble(b, i) != IDS[b][i];
                replaced += changed ? 1 : 0;
                if (changed) {
                    assertThat(masked.getDouble(b, i)).isEqualTo(Vocabulary.UNKNOWN);
                    assertThat(IDS[b][i]).isGreaterThan(Vocabulary.SEPARATOR);
                }
            }
            assertThat(replaced).as("text %d", b).isEqualTo(expected[b]);
        }
        listener.iterationDone(SameDiff.create(), AT, data, null);
        assertThat(data.numFeatureArrays()).isEqualTo(1);
    }

    @Test
    void should_fill_up_what_removing_words_leaves() {
        WordSaliencyListener listener = listener(WordScore.L2, WordReplacement.REMOVE);
        MultiDataSet data = data();
        listener.iterationStart(SameDiff.create(), AT, data, 0);

        INDArray masked = data.getFeatures(1);
        int[] left = {4, 2, 2}; // with the separator
        for (int b = 0; b < 3; b++) {
            for (int i = 0; i < 7; i++) {
                assertThat(masked.getDouble(b, i) == 0).isEqualTo(i >= left[b]);
            }
        }
    }

    @Test
    void should_let_a_single_step_be_replaced() {
        WordSaliencyListener firstHalf =
                new WordSaliencyListener(network, new WordGuidance(), Seed.of(3)) {
                    @Override
                    protected Mask lowest(INDArray scores, double fraction) {
                        boolean[] masked = new boolean[21];
                        masked[1] = true;
                        return new Mask(masked, 3);
                    }
                };
        MultiDataSet data = data();
        firstHalf.iterationStart(SameDiff.create(), AT, data, 0);

        assertThat(data.getFeatures(1).getDouble(0, 1)).isEqualTo(3);
        assertThat(data.getFeatures(1).getDouble(0, 2)).isEqualTo(5);
    }
}
