package org.salient4j.attribution.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.framework.text.masking.WordScore;
import org.salient4j.framework.text.training.TextNetwork;
import org.salient4j.framework.text.vectors.EmbeddingTable;
import org.salient4j.layers.SequencePooling;
import org.salient4j.layers.zoo.BiLstmTextClassifier;

class WordAttributionTest {
    private static final List<EncodedText> TEXTS =
            List.of(text(3, 4, 5, 6), text(7, 3), text(4, 2, 4, 3), text(6));
    private static final int[] TARGETS = {0, 1, 1, 0};
    private static final Seed SEED = Seed.of(5);

    private final TextNetwork network = network();

    private static EncodedText text(int... ids) {
        return new EncodedText(ids, ids, 0);
    }

    private static TextNetwork network() {
        Vocabulary vocabulary = new Vocabulary(List.of("a", "b", "c", "d", "e"), true);
        RandomGenerator random = Seed.of(2).random();
        double[] values = new double[vocabulary.size() * 4];
        for (int i = 4; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        EmbeddingTable table =
                new EmbeddingTable(
                        vocabulary,
                        HostArray.of(values, DataType.FLOAT, vocabulary.size(), 4),
                        "drawn",
                        5,
                        List.of(),
                        Findings.none());
        return TextNetwork.initialise(
                new BiLstmTextClassifier(
                        vocabulary.size(), 4, 6, 2, SequencePooling.MEAN, 0.5, true),
                table,
                DataType.DOUBLE,
                Seed.of(3));
    }

    private Map<WordScore, double[][]> scores(WordMethod method) {
        return new WordAttribution(network, new WordMethodOptions())
                .of(method, TEXTS, TARGETS, SEED);
    }

    private double logOdds(INDArray vectors, int target) {
        double[] z = HostArray.doubles(network.ofVectors((int) vectors.size(1)).output(vectors));
        return z[target] - z[1 - target];
    }

    @ParameterizedTest
    @EnumSource
    void should_give_every_word_a_score_that_does_not_depend_on_other_texts(WordMethod method) {
        WordAttribution attribution = new WordAttribution(network, new WordMethodOptions());
        Map<WordScore, double[][]> together = scores(method);

        assertThat(together).containsOnlyKeys(method.scores());
        for (int i = 0; i < TEXTS.size(); i++) {
            int one = i;
            Map<WordScore, double[][]> alone =
                    attribution.of(method, List.of(TEXTS.get(i)), new int[] {TARGETS[i]}, SEED);
            together.forEach(
                    (score, values) -> {
                        assertThat(values[one]).hasSize(TEXTS.get(one).length());
                        assertThat(values[one])
                                .as("%s of text %d", score, one)
                                .containsExactly(alone.get(score)[0], within(1e-9));
                    });
        }
    }

    @Test
    void should_score_by_the_gradient_of_the_log_odds() {
        Map<WordScore, double[][]> scores = scores(WordMethod.GRADIENT);
        for (int i = 0; i < TEXTS.size(); i++) {
            DifferentiableModel model = network.ofVectors(TEXTS.get(i).length());
            INDArray vectors = network.vectors(List.of(TEXTS.get(i)));
            INDArray gradient = model.gradient(vectors, new int[] {TARGETS[i]}, Output.MARGIN);
            for (WordScore score : WordScore.values()) {
                assertThat(scores.get(score)[i])
                        .containsExactly(score.of(gradient, vectors)[0], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTEGRATED_GRADIENTS", "DEEP_LIFT", "SHAPLEY_SAMPLING"})
    void should_share_the_difference_from_zero_vectors_among_the_words(WordMethod method) {
        double[][] sums = scores(method).get(WordScore.SUM);
        for (int i = 0; i < TEXTS.size(); i++) {
            INDArray vectors = network.vectors(List.of(TEXTS.get(i)));
            double difference = logOdds(vectors, TARGETS[i]) - logOdds(vectors.mul(0), TARGETS[i]);
            double sum = 0;
            for (double value : sums[i]) {
                sum += value;
            }
            assertThat(sum).isCloseTo(difference, within(1e-6));
        }
    }

    @Test
    void should_leave_one_word_out_after_the_other() {
        double[][] sums = scores(WordMethod.LEAVE_ONE_OUT).get(WordScore.SUM);
        for (int i = 0; i < TEXTS.size(); i++) {
            INDArray vectors = network.vectors(List.of(TEXTS.get(i)));
            for (int word = 0; word < TEXTS.get(i).length(); word++) {
                INDArray without = vectors.dup();
                without.slice(0).getRow(word).assign(0);
                assertThat(sums[i][word])
                        .isCloseTo(
                                logOdds(vectors, TARGETS[i]) - logOdds(without, TARGETS[i]),
                                within(1e-9));
            }
        }
    }

    @Test
    void should_refuse_another_number_of_classes_than_texts() {
        WordAttribution attribution = new WordAttribution(network, new WordMethodOptions());
        assertThatThrownBy(() -> attribution.of(WordMethod.GRADIENT, TEXTS, new int[] {0}, SEED))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("expected a class for each of 4 texts, found 1");
        assertThatThrownBy(() -> new WordMethodOptions(0, 1, 0, 1, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("integralSteps must be at least 1, was 0");
    }
}
