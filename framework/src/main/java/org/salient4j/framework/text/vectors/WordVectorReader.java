package org.salient4j.framework.text.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.models.embeddings.inmemory.InMemoryLookupTable;
import org.deeplearning4j.models.embeddings.loader.WordVectorSerializer;
import org.deeplearning4j.models.word2vec.wordstore.VocabCache;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.text.Vocabulary;

/**
 * Reads word vectors as GloVe publishes them: text, {@code word v1 … vD} a line, of any dimension,
 * packed by gzip or not. Files of word2vec's text form, with a first line of two counts, are read
 * too.
 *
 * <p>The vectors are loaded by DL4J's {@link WordVectorSerializer}; in front of it stands a filter
 * that lets the words of the vocabulary through, each once, and drops lines that are no vectors
 * (they are among the table's findings). Memory is that of the words kept, not of the file.
 *
 * <p>Source: Pennington, Socher, Manning, GloVe: Global Vectors for Word Representation, EMNLP
 * 2014.
 */
public final class WordVectorReader {
    private WordVectorReader() {}

    /**
     * Reads vectors of any dimension.
     *
     * @param file the file
     * @param wanted the words to look up
     * @return a table over those of them that the file has, in the vocabulary's order
     * @throws InvalidInputException if the file cannot be read, is no file of vectors (most of its
     *     lines are of another length than the first), or has none of the words
     */
    public static EmbeddingTable read(Path file, Vocabulary wanted) {
        return read(file, wanted, 0);
    }

    /**
     * Reads vectors of one dimension.
     *
     * @param file the file
     * @param wanted the words to look up
     * @param dimension how many numbers a vector must have; 0 for any
     * @throws InvalidInputException also if the file has another dimension
     */
    public static EmbeddingTable read(Path file, Vocabulary wanted, int dimension) {
        try (VectorFile lines = VectorFile.open(file)) {
            if (dimension > 0 && lines.dimension() != dimension) {
                throw new InvalidInputException(
                        "%s has vectors of %d numbers, expected %d"
                                .formatted(file, lines.dimension(), dimension));
            }
            try {
                return table(file, lines, wanted);
            } catch (IOException e) {
                throw new IOException(AtomicFile.reason(e) + " after line " + lines.line(), e);
            }
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /**
     * Refuses a file that would give no vector. It is read to the first of the words only, so what
     * is wrong further on is not seen.
     *
     * @param file the file
     * @param wanted the words to look up
     * @throws InvalidInputException if the file is no file of vectors or has none of the words
     */
    public static void requireAny(Path file, Vocabulary wanted) {
        try (VectorFile lines = VectorFile.open(file)) {
            first(file, lines, wanted);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /** The lines from the first wanted word on: the loader fails on an empty stream. */
    private static WantedVectors first(Path file, VectorFile lines, Vocabulary wanted)
            throws IOException {
        WantedVectors stream = new WantedVectors(lines, wanted);
        if (!stream.hasNext()) {
            requireMostAreVectors(file, lines);
            throw new InvalidInputException(
                    "%s: none of its %d words is among the %d of the texts: is it the language of the texts, and %s?"
                            .formatted(
                                    file,
                                    lines.words(),
                                    wanted.words().size(),
                                    wanted.lowerCase() ? "in lower case" : "in their case"));
        }
        return stream;
    }

    /** A first line of another length than all others would cost all of them. */
    private static void requireMostAreVectors(Path file, VectorFile lines) {
        if (lines.unusable() > lines.words()) {
            throw new InvalidInputException(
                    "%s: only %d of %d lines are vectors of %d numbers, as the first line is; the first other: %s"
                            .formatted(
                                    file,
                                    lines.words(),
                                    lines.words() + lines.unusable(),
                                    lines.dimension(),
                                    lines.findings().lines().get(0)));
        }
    }

    private static EmbeddingTable table(Path file, VectorFile lines, Vocabulary wanted)
            throws IOException {
        WantedVectors stream = first(file, lines, wanted);
        var loaded = load(stream);
        requireMostAreVectors(file, lines);
        InMemoryLookupTable<?> found = loaded.getFirst();
        VocabCache<?> words = loaded.getSecond();
        Vocabulary vocabulary = wanted.restrictedTo(words::containsWord);
        List<String> missing =
                wanted.words().stream().filter(word -> !words.containsWord(word)).toList();
        return new EmbeddingTable(
                vocabulary,
                vectors(vocabulary, found, words, lines),
                file.getFileName().toString(),
                lines.words(),
                missing,
                lines.findings());
    }

    @SuppressWarnings("rawtypes") // as DL4J declares it
    private static Pair<InMemoryLookupTable, VocabCache> load(WantedVectors stream)
            throws IOException {
        try {
            return WordVectorSerializer.loadTxt(stream);
        } catch (IllegalStateException e) {
            // The loader's line iterator hides what went wrong in the stream.
            if (e.getCause() instanceof IOException) {
                throw (IOException) e.getCause();
            }
            throw e;
        }
    }

    private static INDArray vectors(
            Vocabulary vocabulary,
            InMemoryLookupTable<?> found,
            VocabCache<?> words,
            VectorFile lines) {
        int dimension = lines.dimension();
        double[] loaded = HostArray.doubles(found.getSyn0());
        double[] table = new double[vocabulary.size() * dimension];
        double[] mean = lines.mean();
        double[] deviation = lines.deviation();
        for (int i = 0; i < dimension; i++) {
            table[Vocabulary.UNKNOWN * dimension + i] = mean[i];
            table[Vocabulary.SEPARATOR * dimension + i] = mean[i] + deviation[i];
        }
        for (String word : vocabulary.words()) {
            System.arraycopy(
                    loaded,
                    words.indexOf(word) * dimension,
                    table,
                    vocabulary.id(word) * dimension,
                    dimension);
        }
        return HostArray.of(table, DataType.FLOAT, vocabulary.size(), dimension);
    }
}
