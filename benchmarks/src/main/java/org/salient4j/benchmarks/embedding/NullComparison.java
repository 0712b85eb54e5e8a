package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.salient4j.framework.InvalidInputException;

/**
 * A score beside those that it would have if there were nothing to find.
 *
 * <p>p = (1 + number of null scores of at least the observed one) / (1 + number of null scores),
 * one sided: the smallest p that K null scores can give is 1 / (K + 1). The null scores come from
 * {@link TruthShuffle}, or from networks that were trained on shuffled labels.
 *
 * @param observed the score
 * @param count the number of null scores, at least 1
 * @param nullMean their mean
 * @param nullUpper their 95th percentile
 * @param pValue in (0, 1]
 */
public record NullComparison(
        double observed, int count, double nullMean, double nullUpper, double pValue) {

    private static final double UPPER_PERCENT = 95;

    /**
     * Compares a score with null scores.
     *
     * @param observed higher is better
     * @param nullScores one at least
     * @throws InvalidInputException if a score is {@code NaN} or there is no null score
     */
    public static NullComparison of(double observed, double[] nullScores) {
        if (nullScores.length == 0) {
            throw new InvalidInputException("a null comparison needs at least 1 null score, had 0");
        }
        if (Double.isNaN(observed) || Arrays.stream(nullScores).anyMatch(Double::isNaN)) {
            throw new InvalidInputException(
                    "a null comparison needs scores that exist, but the score or a null"
                            + " score is NaN");
        }
        return new NullComparison(
                observed,
                nullScores.length,
                Arrays.stream(nullScores).average().orElseThrow(),
                new Percentile()
                        .withEstimationType(EstimationType.R_7)
                        .evaluate(nullScores, UPPER_PERCENT),
                pValue(observed, nullScores));
    }

    static double pValue(double observed, double[] nullScores) {
        long atLeast = Arrays.stream(nullScores).filter(score -> score >= observed).count();
        return (1d + atLeast) / (1 + nullScores.length);
    }
}
