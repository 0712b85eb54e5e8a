package org.salient4j.benchmarks.xcebra;

import java.util.List;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.synthetic.latent.LatentDynamics;

/**
 * Everything of the experiment that a cell's result depends on, beside the recording, the training
 * and λ. Encoders are trained in float; attributions are computed in double.
 *
 * @param generator what draws recordings, where none are given
 * @param samples T of a drawn recording
 * @param hidden widths of the encoder's layers, per dimension of the embedding: 30, 30 and 10 make
 *     CEBRA's {@code offset1-model-mse}
 * @param clip the embedding is clipped to [-clip, clip]
 * @param batchSize reference samples a step, and as many positives and negatives
 * @param steps parameter updates
 * @param learningRate of Adam
 * @param temperature τ of InfoNCE
 * @param reportEvery steps between two reports; divides {@code steps}
 * @param rampFrom share of the steps after which the penalty begins
 * @param rampTo share of the steps after which it has its whole weight
 * @param explained samples that are explained, drawn from the recording
 * @param integralSteps nodes of integrated gradients
 * @param draws of Gradient SHAP
 * @param permutations of Shapley value sampling
 * @param resamples of the bootstrap over explained samples
 * @param shuffles of the truth, for the score by chance
 */
public record XcebraSetup(
        LatentDynamics generator,
        int samples,
        List<Integer> hidden,
        double clip,
        int batchSize,
        int steps,
        double learningRate,
        double temperature,
        int reportEvery,
        double rampFrom,
        double rampTo,
        int explained,
        int integralSteps,
        int draws,
        int permutations,
        int resamples,
        int shuffles) {
    /** Samples that a recording needs, drawn or read. */
    static final int FEWEST_SAMPLES = 100;

    /** The reference configuration: 4000 samples of 50 neurons, 1500 steps of 256. */
    public XcebraSetup() {
        this(
                new LatentDynamics(),
                4000,
                List.of(30, 30, 10),
                5,
                256,
                1500,
                5e-4,
                1,
                100,
                0.125,
                0.25,
                250,
                50,
                5,
                10,
                1000,
                999);
    }

    /** Validates. */
    public XcebraSetup {
        Objects.requireNonNull(generator, "generator");
        hidden = List.copyOf(hidden);
        require(samples >= FEWEST_SAMPLES, "samples must be at least " + FEWEST_SAMPLES, samples);
        require(hidden.stream().allMatch(w -> w >= 1), "hidden must be at least 1 each", hidden);
        require(clip > 0 && Double.isFinite(clip), "clip must be positive", clip);
        require(batchSize >= 2, "batchSize must be at least 2", batchSize);
        require(steps >= 1, "steps must be at least 1", steps);
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "learningRate must be positive",
                learningRate);
        require(
                temperature > 0 && Double.isFinite(temperature),
                "temperature must be positive",
                temperature);
        require(
                reportEvery >= 1 && steps % reportEvery == 0,
                "reportEvery must divide steps (" + steps + ")",
                reportEvery);
        require(
                rampFrom >= 0 && rampTo >= rampFrom && rampTo <= 1,
                "the ramp must be 0 <= rampFrom <= rampTo <= 1",
                rampFrom + " to " + rampTo);
        require(explained >= 2, "explained must be at least 2", explained);
        require(integralSteps >= 1, "integralSteps must be at least 1", integralSteps);
        require(draws >= 1, "draws must be at least 1", draws);
        require(permutations >= 1, "permutations must be at least 1", permutations);
        require(resamples >= 100, "resamples must be at least 100", resamples);
        require(shuffles >= 1, "shuffles must be at least 1", shuffles);
    }

    /** A size for a first look: seconds a model instead of half a minute. */
    public static XcebraSetup quick() {
        return new XcebraSetup(
                new LatentDynamics(2, 2, 10, 10, 0.3, 3, 1.5, 0),
                2000,
                List.of(16, 16, 8),
                5,
                128,
                800,
                1e-3,
                1,
                100,
                0.125,
                0.25,
                250,
                50,
                5,
                10,
                1000,
                999);
    }

    /**
     * @param what a recording, for the message
     * @param length its samples
     * @throws InvalidInputException if a batch is larger than that
     */
    void requireBatch(String what, int length) {
        require(
                batchSize <= length,
                "batchSize must be at most the %d samples of %s".formatted(length, what),
                batchSize);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
