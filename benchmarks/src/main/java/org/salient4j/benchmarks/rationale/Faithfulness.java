package org.salient4j.benchmarks.rationale;

import java.util.Arrays;
import org.salient4j.benchmarks.metrics.Scores;

/**
 * How much a classifier's answers depend on the tokens that a method calls important.
 *
 * <p>With j the class predicted for the whole text, p its probability, and the top share q of the
 * tokens:
 *
 * <ul>
 *   <li>comprehensiveness(q) = p(j | text) − p(j | text without them): large if the classifier
 *       needs them;
 *   <li>sufficiency(q) = p(j | text) − p(j | only them): small if they are all it needs.
 * </ul>
 *
 * <p>The number of a text (AOPC) is the plain mean over the bins, as ERASER's program computes it.
 * The formula as the paper prints it has a further bin that erases nothing; {@link
 * #withZeroBin(double)} is that number.
 *
 * <p>Use it for explanations of one classifier. Numbers of two classifiers compare less well: one
 * that is never sure has little to lose. Texts with tokens missing are unlike anything the
 * classifier was trained on.
 *
 * <p>Source: DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, ACL 2020.
 *
 * @param comprehensivenessByBin [texts][bins], {@code NaN} for a text without tokens to erase
 * @param sufficiencyByBin [texts][bins]
 */
public record Faithfulness(double[][] comprehensivenessByBin, double[][] sufficiencyByBin) {

    /**
     * The scores that probabilities mean.
     *
     * @param whole [texts][classes]
     * @param withoutTop [texts][bins][classes]: the top tokens erased
     * @param onlyTop [texts][bins][classes]: all others erased
     */
    public static Faithfulness of(double[][] whole, double[][][] withoutTop, double[][][] onlyTop) {
        double[][] comprehensiveness = new double[whole.length][];
        double[][] sufficiency = new double[whole.length][];
        for (int i = 0; i < whole.length; i++) {
            int predicted = largest(whole[i]);
            comprehensiveness[i] = drops(whole[i], withoutTop[i], predicted);
            sufficiency[i] = drops(whole[i], onlyTop[i], predicted);
        }
        return new Faithfulness(comprehensiveness, sufficiency);
    }

    /** Comprehensiveness of each text, the mean over its bins; larger is better. */
    public Scores comprehensiveness() {
        return meanOverBins(comprehensivenessByBin);
    }

    /** Sufficiency of each text, the mean over its bins; smaller is better. */
    public Scores sufficiency() {
        return meanOverBins(sufficiencyByBin);
    }

    /**
     * A mean over the bins as one over the bins and one more in which nothing is erased.
     *
     * @param mean the mean over the bins
     */
    public double withZeroBin(double mean) {
        double bins = comprehensivenessByBin[0].length;
        return mean * bins / (bins + 1);
    }

    private static Scores meanOverBins(double[][] byBin) {
        return Scores.ofSamples(
                Arrays.stream(byBin)
                        .mapToDouble(bins -> Arrays.stream(bins).average().orElse(Double.NaN))
                        .toArray());
    }

    private static double[] drops(double[] whole, double[][] erased, int predicted) {
        return Arrays.stream(erased).mapToDouble(p -> whole[predicted] - p[predicted]).toArray();
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }
}
