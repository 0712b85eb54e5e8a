package org.salient4j.benchmarks.language;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.fetch.Glove6b50d;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.framework.text.vectors.EmbeddingTable;
import org.salient4j.framework.text.vectors.WordVectorReader;

/**
 * Where word vectors come from: {@code glove-6b-50d}, as fetched, or a file in GloVe's text format.
 *
 * @param text the name or the file
 */
public record LanguageVectors(String text) {
    /** The fetched vectors. */
    public static final String GLOVE = new Glove6b50d().name();

    /** Checks that there is a name. */
    public LanguageVectors {
        if (text == null || text.isBlank()) {
            throw new InvalidInputException("vectors must be " + GLOVE + " or a file, was empty");
        }
    }

    /**
     * The vectors of the words of a corpus, in lower case as GloVe has them.
     *
     * @throws InvalidInputException if they cannot be read, or have none of the words
     */
    EmbeddingTable of(Corpus corpus, DataCache cache) {
        return WordVectorReader.read(file(cache), Vocabulary.of(corpus, true));
    }

    /**
     * Refuses vectors that no network could use. The fetched ones are known to be whole, so they
     * are read to the first word of the corpus only.
     *
     * @throws InvalidInputException if they cannot be read, or have none of the words
     */
    void require(Corpus corpus, DataCache cache) {
        if (text.equals(GLOVE)) {
            WordVectorReader.requireAny(file(cache), Vocabulary.of(corpus, true));
        } else {
            of(corpus, cache);
        }
    }

    /**
     * The file.
     *
     * @throws InvalidInputException if it is not there
     */
    public Path file(DataCache cache) {
        if (text.equals(GLOVE)) {
            Glove6b50d glove = new Glove6b50d();
            return cache.require(glove).resolve(glove.files().get(0).name());
        }
        try {
            Path file = Path.of(text);
            if (!Files.isRegularFile(file)) {
                throw new InvalidInputException(
                        "vectors must be %s or a file, found no file '%s'".formatted(GLOVE, text));
            }
            return file;
        } catch (InvalidPathException e) {
            throw new InvalidInputException("vectors: '" + text + "' is no path", e);
        }
    }

    /**
     * A digest of the file, so that a result belongs to what was read; empty where it is pinned.
     */
    String digest() {
        return text.equals(GLOVE) ? "" : LanguageCorpus.digest(List.of(file(DataCache.ofUser())));
    }
}
