package org.salient4j.framework.text.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.framework.text.vectors.EmbeddingTable;
import org.salient4j.layers.SequencePooling;
import org.salient4j.layers.zoo.BiLstmTextClassifier;

/** Texts of 3 to 12 words, one of which is good or bad. */
final class TinyTexts {
    static final Vocabulary VOCABULARY =
            new Vocabulary(List.of("good", "bad", "a", "b", "c", "d", "e"), true);
    static final int DIMENSION = 5;

    private TinyTexts() {}

    static List<TextExample> examples(int count, long seed) {
        RandomGenerator random = Seed.of(seed).random();
        List<TextExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = random.nextInt(2);
            List<String> words = new ArrayList<>();
            int length = 3 + random.nextInt(10);
            for (int w = 0; w < length; w++) {
                words.add(VOCABULARY.words().get(2 + random.nextInt(5)));
            }
            words.set(random.nextInt(length), VOCABULARY.words().get(label));
            examples.add(TextExample.of("text " + i, words, label));
        }
        return examples;
    }

    static List<EncodedText> encoded(TextNetwork network, int count, long seed) {
        return network.encoder().encode(examples(count, seed));
    }

    static EmbeddingTable table() {
        double[] values = new double[VOCABULARY.size() * DIMENSION];
        RandomGenerator random = Seed.of(2).random();
        for (int i = DIMENSION; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return new EmbeddingTable(
                VOCABULARY,
                HostArray.of(values, DataType.FLOAT, VOCABULARY.size(), DIMENSION),
                "drawn",
                VOCABULARY.words().size(),
                List.of(),
                Findings.none());
    }

    static TextNetwork network(double dropout, DataType type) {
        return TextNetwork.initialise(
                new BiLstmTextClassifier(
                        VOCABULARY.size(), DIMENSION, 6, 2, SequencePooling.MAX, dropout, true),
                table(),
                type,
                Seed.of(4));
    }
}
