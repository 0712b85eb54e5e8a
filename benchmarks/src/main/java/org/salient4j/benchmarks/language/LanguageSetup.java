package org.salient4j.benchmarks.language;

import java.util.List;
import java.util.Objects;
import org.salient4j.attribution.words.WordMethod;
import org.salient4j.attribution.words.WordMethodOptions;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.text.masking.WordReplacement;
import org.salient4j.framework.text.masking.WordScore;
import org.salient4j.framework.training.LearningRateSchedule;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;
import org.salient4j.layers.SequencePooling;

/**
 * Everything of the experiment that a cell's result depends on, beside the corpus, the training and
 * the seed.
 *
 * @param hidden LSTM units in each direction
 * @param pooling how the states of all words become one vector
 * @param dropout rate on word vectors and pooled states
 * @param trainVectors whether the word vectors are trained too
 * @param words the first so many words of a text are read
 * @param buckets ranges of lengths that share a batch's width
 * @param trainTexts train on at most so many texts, which are drawn; 0 for all
 * @param testTexts measure on at most so many; 0 for all
 * @param generated texts of a generated corpus to train on; an eighth of that to choose and a
 *     quarter to measure on
 * @param options how the network is trained
 * @param fineTuneEpochs epochs of saliency guided training after standard training
 * @param lambda λ
 * @param score what a word's score is when words are masked
 * @param ranking whether words are masked by the score or its magnitude
 * @param replacement what masked words become
 * @param explained texts of the test part that are explained, which are drawn; 0 for all
 * @param perturbed of them, those that methods which ask for every word explain; 0 leaves these
 *     methods out
 * @param deepLiftWords DeepLIFT explains texts of at most so many words, among the explained; 0
 *     leaves it out
 * @param methods which methods, beside random scores
 * @param scores what word scores are made of a method's result
 * @param attribution settings of the methods
 * @param shown texts whose words the report shows
 */
public record LanguageSetup(
        int hidden,
        SequencePooling pooling,
        double dropout,
        boolean trainVectors,
        int words,
        int buckets,
        int trainTexts,
        int testTexts,
        int generated,
        TrainingOptions options,
        int fineTuneEpochs,
        double lambda,
        WordScore score,
        Ranking ranking,
        WordReplacement replacement,
        int explained,
        int perturbed,
        int deepLiftWords,
        List<WordMethod> methods,
        List<WordScore> scores,
        WordMethodOptions attribution,
        int shown) {

    /**
     * 64 units a direction, mean pooling, 500 words, Adam 3e-3 falling to 0 over 7 epochs. The last
     * weights are kept: a validation part of 200 texts tells epochs at a small rate no better than
     * chance does.
     */
    public LanguageSetup() {
        this(
                64,
                SequencePooling.MEAN,
                0.2,
                true,
                500,
                8,
                0,
                0,
                1000,
                TrainingOptions.fixedBudget(7)
                        .withBatchSize(16)
                        .withUpdater(UpdaterKind.ADAM, 3e-3)
                        .withLearningRateSchedule(LearningRateSchedule.linear()),
                2,
                1,
                WordScore.SUM,
                Ranking.SIGNED,
                WordReplacement.PREVIOUS_SALIENT,
                0,
                20,
                60,
                List.of(WordMethod.values()),
                List.of(WordScore.SUM, WordScore.L2, WordScore.DOT),
                new WordMethodOptions(),
                3);
    }

    /** Validates. */
    public LanguageSetup {
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(replacement, "replacement");
        Objects.requireNonNull(attribution, "attribution");
        methods = List.copyOf(methods);
        scores = List.copyOf(scores);
        require(hidden >= 1, "hidden must be at least 1", hidden);
        require(dropout >= 0 && dropout < 1, "dropout must be in [0, 1)", dropout);
        require(words >= 1, "words must be at least 1", words);
        require(buckets >= 1, "buckets must be at least 1", buckets);
        require(trainTexts >= 0, "trainTexts must be at least 0", trainTexts);
        require(testTexts >= 0, "testTexts must be at least 0", testTexts);
        require(generated >= 16, "generated must be at least 16", generated);
        require(fineTuneEpochs >= 1, "fineTuneEpochs must be at least 1", fineTuneEpochs);
        require(
                lambda >= 0 && Double.isFinite(lambda),
                "lambda must be at least 0 and finite",
                lambda);
        require(explained >= 0, "explained must be at least 0", explained);
        require(perturbed >= 0, "perturbed must be at least 0", perturbed);
        require(deepLiftWords >= 0, "deepLiftWords must be at least 0", deepLiftWords);
        require(!methods.isEmpty(), "methods must name at least one", methods);
        require(
                scores.contains(WordScore.SUM),
                "scores must have SUM, which every method has, in it",
                scores);
        require(shown >= 0, "shown must be at least 0", shown);
    }

    /** A first look: minutes instead of hours. */
    public static LanguageSetup quick() {
        LanguageSetup usual = new LanguageSetup();
        return new LanguageSetup(
                32,
                usual.pooling,
                usual.dropout,
                true,
                100,
                4,
                600,
                100,
                400,
                usual.options.withEpochs(5),
                1,
                1,
                usual.score,
                usual.ranking,
                usual.replacement,
                40,
                5,
                25,
                usual.methods,
                usual.scores,
                new WordMethodOptions(10, 10, 0.02, 10, 2),
                2);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
