package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Looks words up by number: row {@code id} of {@code weight} [V, D], as PyTorch's {@code
 * Embedding}. The table is a parameter, drawn from N(0, 1), or where it is not trained a buffer;
 * either way it may be overwritten by word vectors that are there.
 *
 * <p>SameDiff's own gradient of {@code gather} keeps one of several occurrences of a word; graphs
 * are differentiated by {@code GradientGraph}, which adds them up. Nothing can be differentiated by
 * numbers of words, so it is no {@link Layer}.
 *
 * @param words V, how many numbers there are
 * @param dimension D, values of a vector
 * @param trained whether training changes the vectors
 */
public record WordEmbedding(int words, int dimension, boolean trained) {
    /** Name of the table. */
    public static final String WEIGHT = "weight";

    /** Validates the sizes. */
    public WordEmbedding {
        Sizes.positive("words", words);
        Sizes.positive("dimension", dimension);
    }

    /**
     * @param ids [B, T], whole numbers in [0, V) of the scope's type
     * @return [B, T, D]
     */
    public SDVariable forward(Scope scope, SDVariable ids) {
        Initializer normal = Initializer.normal(1);
        SDVariable table =
                trained
                        ? scope.parameter(WEIGHT, normal, words, dimension)
                        : scope.buffer(WEIGHT, normal, words, dimension);
        return scope.graph().gather(table, ids.castTo(DataType.INT32), 0);
    }
}
