package org.salient4j.benchmarks.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * One network trained on one corpus.
 *
 * @param corpus where the texts come from, a {@link LanguageCorpus}
 * @param corpusDigest of its files; empty where they are pinned or generated
 * @param vectors where the word vectors come from, a {@link LanguageVectors}
 * @param vectorsDigest of their file; empty where it is pinned
 * @param training how the network is trained
 * @param maskedFraction k of guided training; null for the paper's on the corpus
 * @param seed of start values, order of the texts, dropout and everything else that is drawn
 * @param setup everything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LanguageCell(
        String corpus,
        String corpusDigest,
        String vectors,
        String vectorsDigest,
        LanguageTraining training,
        Double maskedFraction,
        long seed,
        LanguageSetup setup) {

    /** Validates. */
    public LanguageCell {
        Objects.requireNonNull(corpus, "corpus");
        Objects.requireNonNull(vectors, "vectors");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(setup, "setup");
    }
}
