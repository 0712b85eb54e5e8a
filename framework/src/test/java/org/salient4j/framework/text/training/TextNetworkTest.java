package org.salient4j.framework.text.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.GradientGraph;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.TextEncoder;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Scope;
import org.salient4j.layers.SequencePooling;
import org.salient4j.layers.zoo.BiLstmTextClassifier;
import org.salient4j.layers.zoo.LstmClassifier;

class TextNetworkTest {

    @Test
    void should_answer_a_text_as_it_answers_it_among_others() {
        TextNetwork network = TinyTexts.network(0.5, DataType.DOUBLE);
        List<TextExample> texts = TinyTexts.examples(40, 1);
        double[][] together = network.probabilities(texts);

        for (int i = 0; i < texts.size(); i++) {
            double[] alone = network.probabilities(List.of(texts.get(i)))[0];
            assertThat(together[i]).containsExactly(alone, within(1e-12));
            assertThat(alone[0] + alone[1]).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void should_answer_the_vectors_as_it_answers_the_text() {
        TextNetwork network = TinyTexts.network(0.5, DataType.DOUBLE);
        for (EncodedText text : TinyTexts.encoded(network, 5, 3)) {
            INDArray vectors = network.vectors(List.of(text));
            assertThat(vectors.shape()).containsExactly(1, text.length(), TinyTexts.DIMENSION);
            double[] logits = HostArray.doubles(network.ofVectors(text.length()).output(vectors));
            assertThat(logits)
                    .containsExactly(
                            TextNetwork.logits(network.network(), List.of(text))[0], within(1e-12));
        }
    }

    @Test
    void should_begin_with_the_given_vectors() {
        TextNetwork network = TinyTexts.network(0, DataType.FLOAT);
        assertThat(network.network().parameters().get(BiLstmTextClassifier.VECTORS))
                .isEqualTo(TinyTexts.table().vectors());
    }

    /** SameDiff's own gradient loses all but one occurrence. */
    @Test
    void should_add_up_the_gradients_of_a_word_that_occurs_twice() {
        TextNetwork network = TinyTexts.network(0, DataType.DOUBLE);
        BiLstmTextClassifier architecture = (BiLstmTextClassifier) network.network().architecture();
        SameDiff graph = SameDiff.create();
        Scope scope = new Scope(graph, network.network().parameters(), Mode.EXPLAIN);
        SDVariable ids = graph.placeHolder("ids", DataType.DOUBLE, -1, -1);
        SDVariable vectors = architecture.vectors(scope, ids).rename("vectors");
        SDVariable loss =
                architecture
                        .logitsOfVectors(scope, vectors, architecture.padding(scope, ids))
                        .mul(graph.constant(Nd4j.createFromArray(new double[][] {{1, -2}})))
                        .sum();
        GradientGraph gradients =
                new GradientGraph(graph, loss, List.of(BiLstmTextClassifier.VECTORS, "vectors"));
        double[][] texts = {{3, 4, 3, 2, 3}, {4, 3, 5, 0, 0}};
        Map<String, INDArray> pass =
                gradients.run(Map.of("ids", Nd4j.createFromArray(texts)), List.of()).gradients();

        INDArray expected =
                Nd4j.zeros(DataType.DOUBLE, TinyTexts.VOCABULARY.size(), TinyTexts.DIMENSION);
        for (int b = 0; b < 2; b++) {
            for (int t = 0; t < 5; t++) {
                expected.getRow((long) texts[b][t]).addi(pass.get("vectors").slice(b).getRow(t));
            }
        }
        INDArray table = pass.get(BiLstmTextClassifier.VECTORS);
        assertThat(table.distance2(expected)).isLessThan(1e-12);
        assertThat(table.getRow(3).amaxNumber().doubleValue()).isPositive();
        assertThat(table.getRow(Vocabulary.PADDING).amaxNumber().doubleValue()).isZero();
        assertThat(table.getRow(9).amaxNumber().doubleValue()).isZero();
    }

    @Test
    void should_refuse_what_does_not_fit() {
        TextEncoder encoder = new TextEncoder(TinyTexts.VOCABULARY);
        Network series = Network.initialise(new LstmClassifier(), DataType.FLOAT, Seed.of(1));
        assertThatThrownBy(() -> new TextNetwork(series, encoder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("a network that reads texts is needed, found 'lstm'");
        BiLstmTextClassifier smaller =
                new BiLstmTextClassifier(4, 5, 6, 2, SequencePooling.MAX, 0, true);
        Network few = Network.initialise(smaller, DataType.FLOAT, Seed.of(1));
        assertThatThrownBy(() -> new TextNetwork(few, encoder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the network has 4 word vectors, the vocabulary 10 numbers");
        BiLstmTextClassifier wider =
                new BiLstmTextClassifier(10, 7, 6, 2, SequencePooling.MAX, 0, true);
        assertThatThrownBy(
                        () ->
                                TextNetwork.initialise(
                                        wider, TinyTexts.table(), DataType.FLOAT, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("dimension must be that of the word vectors, 5, was 7");
    }
}
