package org.salient4j.benchmarks.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridAxis;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.fetch.MovieSentences;
import org.salient4j.framework.io.Json;

/**
 * Table 1 of saliency guided training (Ismail et al., NeurIPS 2021): are explanations of text
 * classifiers more faithful after guided training? A bidirectional LSTM over word vectors for every
 * training and seed on one corpus, explained by every method and kind of word score.
 *
 * @param corpus where the texts come from, a {@link LanguageCorpus}
 * @param vectors where the word vectors come from, a {@link LanguageVectors}
 * @param trainings how networks are trained
 * @param maskedFraction k; null for the paper's on the corpus
 * @param seeds how many seeds, 1 to this
 * @param quick whether small networks and few texts are meant
 * @param changes what is set otherwise than the setup has it: component ({@code hidden}, {@code
 *     options.epochs}) to value
 */
public record Language(
        String corpus,
        String vectors,
        List<LanguageTraining> trainings,
        Double maskedFraction,
        int seeds,
        boolean quick,
        Map<String, String> changes)
        implements Experiment<LanguageCell, LanguageResult> {
    /** Name of the experiment. */
    public static final String NAME = "language";

    /** Sentences of movie reviews, all trainings, three seeds. */
    public Language() {
        this(
                new MovieSentences().name(),
                LanguageVectors.GLOVE,
                List.of(LanguageTraining.values()),
                null,
                3,
                false,
                Map.of());
    }

    /** Validates. */
    public Language {
        new LanguageCorpus(corpus);
        new LanguageVectors(vectors);
        trainings = GridAxis.of("training", trainings);
        changes = changes == null ? Map.of() : Map.copyOf(changes);
        if (maskedFraction != null && !(maskedFraction >= 0 && maskedFraction < 1)) {
            throw new InvalidInputException(
                    "maskedFraction must be in [0, 1), was " + maskedFraction);
        }
        if (seeds < 1) {
            throw new InvalidInputException("seeds must be at least 1, was " + seeds);
        }
        setup(quick, changes);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<LanguageCell> cellType() {
        return LanguageCell.class;
    }

    @Override
    public Class<LanguageResult> resultType() {
        return LanguageResult.class;
    }

    @Override
    public List<LanguageCell> cells() {
        LanguageSetup setup = setup(quick, changes);
        String corpusDigest = new LanguageCorpus(corpus).digest();
        String vectorsDigest = new LanguageVectors(vectors).digest();
        List<LanguageCell> cells = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            for (LanguageTraining training : trainings) {
                cells.add(
                        new LanguageCell(
                                corpus,
                                corpusDigest,
                                vectors,
                                vectorsDigest,
                                training,
                                maskedFraction,
                                seed,
                                setup));
            }
        }
        return cells;
    }

    @Override
    public LanguageResult run(LanguageCell cell, CellContext context) throws Exception {
        return new LanguageRun(cell).run(context);
    }

    /**
     * Reads the texts and the vectors of their words: what is missing or cannot be used is said
     * once and before anything is computed or written, not by every network.
     *
     * @throws InvalidInputException if something is missing or cannot be used
     */
    public void requireData() {
        DataCache cache = DataCache.ofUser();
        new LanguageVectors(vectors).file(cache);
        new LanguageVectors(vectors)
                .require(
                        new LanguageCorpus(corpus).read(cache, setup(quick, changes).generated()),
                        cache);
    }

    /** What a cell is computed with. */
    public static LanguageSetup setup(boolean quick, Map<String, String> changes) {
        LanguageSetup setup = quick ? LanguageSetup.quick() : new LanguageSetup();
        return changes.isEmpty() ? setup : Json.withSettings(setup, NAME, changes);
    }
}
