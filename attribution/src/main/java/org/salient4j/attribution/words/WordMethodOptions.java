package org.salient4j.attribution.words;

import org.salient4j.framework.InvalidInputException;

/**
 * Settings of the methods for words.
 *
 * @param integralSteps nodes of integrated gradients, at least 1
 * @param smoothSamples noisy copies of a text for SmoothGrad, at least 1
 * @param smoothSigma SmoothGrad's noise as a share of the range of the text's values; word vectors
 *     have a few large values, so that a fiftieth of the range is about a third of their deviation
 * @param shapDraws draws of Gradient SHAP, at least 1
 * @param permutations orders of Shapley value sampling, at least 1
 */
public record WordMethodOptions(
        int integralSteps, int smoothSamples, double smoothSigma, int shapDraws, int permutations) {

    /** 20 nodes, 20 copies with 2 % noise, 20 draws, 5 orders. */
    public WordMethodOptions() {
        this(20, 20, 0.02, 20, 5);
    }

    /** Validates. */
    public WordMethodOptions {
        positive("integralSteps", integralSteps);
        positive("smoothSamples", smoothSamples);
        positive("shapDraws", shapDraws);
        positive("permutations", permutations);
        if (!(smoothSigma >= 0 && Double.isFinite(smoothSigma))) {
            throw new InvalidInputException("smoothSigma must be at least 0, was " + smoothSigma);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new InvalidInputException(name + " must be at least 1, was " + value);
        }
    }
}
