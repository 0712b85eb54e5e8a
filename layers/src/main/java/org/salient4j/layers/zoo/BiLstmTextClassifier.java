package org.salient4j.layers.zoo;

import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.BiLstm;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dropout;
import org.salient4j.layers.Relu;
import org.salient4j.layers.Scope;
import org.salient4j.layers.SequencePooling;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.WordEmbedding;

/**
 * The classifier of texts of saliency guided training (Ismail et al., NeurIPS 2021): word vectors,
 * bidirectional LSTM, linear. The paper says no more; sizes, pooling and dropout are settings.
 *
 * <p>Texts are rows of word numbers, of any length, filled up with {@link #PADDING}, which changes
 * nothing. As numbers have no gradient, explanations begin at the word vectors: {@link
 * #logitsOfVectors}.
 *
 * <p>It is not among the registered networks: it needs a vocabulary, and data of their size do not
 * fit it.
 *
 * @param words V, how many numbers the vocabulary has, {@link #PADDING} included
 * @param dimension D, values of a word vector
 * @param hidden H, units in each direction
 * @param classes number of classes
 * @param pooling how the states of all words become one vector
 * @param dropout rate on the word vectors and on the pooled states
 * @param trainVectors whether training changes the word vectors
 */
public record BiLstmTextClassifier(
        int words,
        int dimension,
        int hidden,
        int classes,
        SequencePooling pooling,
        double dropout,
        boolean trainVectors)
        implements Classifier {
    /** The number that fills texts up. */
    public static final int PADDING = 0;

    /** Name of the table of word vectors among the parameters, [V, D]. */
    public static final String VECTORS = "embedding." + WordEmbedding.WEIGHT;

    /** Validates the sizes. */
    public BiLstmTextClassifier {
        Sizes.positive("words", words);
        Sizes.positive("dimension", dimension);
        Sizes.positive("hidden", hidden);
        Sizes.classes(classes);
        Objects.requireNonNull(pooling, "pooling");
        Sizes.dropRate("dropout", dropout);
    }

    @Override
    public String name() {
        return "bi-lstm-text";
    }

    @Override
    public String description() {
        return "word vectors, bidirectional LSTM, pooling, linear";
    }

    /** [T], of any length. */
    @Override
    public long[] inputShape() {
        return new long[] {-1};
    }

    /**
     * @param ids [B, T], word numbers of the scope's type
     * @return logits [B, classes]
     */
    @Override
    public SDVariable logits(Scope scope, SDVariable ids) {
        return logitsOfVectors(scope, vectors(scope, ids), padding(scope, ids));
    }

    /** The word vectors of texts, [B, T, D]. */
    public SDVariable vectors(Scope scope, SDVariable ids) {
        return new WordEmbedding(words, dimension, trainVectors)
                .forward(scope.child("embedding"), ids);
    }

    /** Where texts are filled up, [B, T]: 1 there, 0 where there is a word. */
    public SDVariable padding(Scope scope, SDVariable ids) {
        return new Relu().forward(scope, ids.rsub(PADDING + 1));
    }

    /**
     * The network behind the word vectors.
     *
     * @param vectors [B, T, D]
     * @param padding [B, T]; null if no text is filled up
     * @return logits [B, classes]
     */
    public SDVariable logitsOfVectors(Scope scope, SDVariable vectors, SDVariable padding) {
        Dropout drop = new Dropout(dropout);
        SDVariable pooled =
                new BiLstm(dimension, hidden, pooling)
                        .forward(scope.child("lstm"), drop.forward(scope, vectors), padding);
        return new Dense(2 * hidden, classes)
                .forward(scope.child("fc"), drop.forward(scope, pooled));
    }
}
