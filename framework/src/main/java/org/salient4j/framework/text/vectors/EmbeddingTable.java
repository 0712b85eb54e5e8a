package org.salient4j.framework.text.vectors;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.Vocabulary;

/**
 * One vector for each number of a vocabulary.
 *
 * <p>The special rows are not in any file: padding is zero, an unknown word is the mean vector of
 * the whole file, the separator is that mean plus one standard deviation in every dimension, which
 * is in the range of the vectors and near none of them.
 *
 * @param vocabulary the words that have a vector
 * @param vectors [V, E], FLOAT, a row a number of the vocabulary
 * @param source the name of the file
 * @param fileWords how many words the file has
 * @param missing the words that were asked for and have no vector, the most frequent first
 * @param findings lines of the file that were not used
 */
public record EmbeddingTable(
        Vocabulary vocabulary,
        INDArray vectors,
        String source,
        long fileWords,
        List<String> missing,
        Findings findings) {

    /** Validates. */
    public EmbeddingTable {
        Objects.requireNonNull(source, "source");
        missing = List.copyOf(missing);
        if (vectors.rank() != 2 || vectors.size(0) != vocabulary.size()) {
            throw new IllegalArgumentException(
                    "vectors must be [%d, E], one a number of the vocabulary, were %s"
                            .formatted(vocabulary.size(), Arrays.toString(vectors.shape())));
        }
    }

    /** E, how many values a vector has. */
    public int dimension() {
        return (int) vectors.size(1);
    }

    /** The share of the words asked for that have a vector. */
    public double coverage() {
        double found = vocabulary.words().size();
        return found / (found + missing.size());
    }
}
