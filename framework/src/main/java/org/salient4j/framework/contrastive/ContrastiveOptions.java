package org.salient4j.framework.contrastive;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;
import org.salient4j.losses.InfoNce;
import org.salient4j.losses.JacobianEstimator;
import org.salient4j.losses.JacobianPenalty;

/**
 * How an encoder is trained on a recording, by Adam with a fixed number of steps.
 *
 * <p>The penalty on the Jacobian ramps up from nothing to λ between two shares of the steps.
 *
 * @param steps parameter updates, a multiple of {@code stepsPerEpoch}
 * @param batchSize reference samples a step
 * @param learningRate Adam's
 * @param loss of the tasks; supervised training has none
 * @param lambda λ after the ramp; 0 for no penalty
 * @param rampFrom share of the steps before the ramp, in [0, 1]
 * @param rampTo share of the steps after which λ is whole, in [rampFrom, 1]
 * @param estimator how the penalty is computed
 * @param draws directions an estimate of it takes
 * @param stepsPerEpoch steps between two reports, checkpoints and scores of validation data
 */
public record ContrastiveOptions(
        int steps,
        int batchSize,
        double learningRate,
        InfoNce loss,
        double lambda,
        double rampFrom,
        double rampTo,
        JacobianEstimator estimator,
        int draws,
        int stepsPerEpoch) {

    /**
     * For a recording of some thousand steps: 1500 steps of 256 samples, rate 5e-4, Euclidean
     * InfoNCE, λ 0.1 after a ramp from an eighth to a quarter of the steps, one tangent.
     */
    public ContrastiveOptions() {
        this(1500, 256, 5e-4, new InfoNce(), 0.1, 0.125, 0.25, JacobianEstimator.TANGENT, 1, 100);
    }

    /** Validates. */
    public ContrastiveOptions {
        Objects.requireNonNull(loss, "loss");
        require(stepsPerEpoch >= 1, "stepsPerEpoch must be at least 1", stepsPerEpoch);
        require(
                steps >= 1 && steps % stepsPerEpoch == 0,
                "steps must be a positive multiple of stepsPerEpoch (" + stepsPerEpoch + ")",
                steps);
        require(rampFrom >= 0 && rampFrom <= 1, "rampFrom must be in [0, 1]", rampFrom);
        require(
                rampTo >= rampFrom && rampTo <= 1,
                "rampTo must be in [rampFrom (" + rampFrom + "), 1]",
                rampTo);
        require(batchSize >= 2, "batchSize must be at least 2", batchSize);
        new JacobianPenalty(lambda, 0, 0, estimator, draws);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }

    /** The same with another number of steps, a multiple of {@code stepsPerEpoch}. */
    public ContrastiveOptions withSteps(int other) {
        return with(Map.of("steps", other));
    }

    /** The same with another batch size and learning rate. */
    public ContrastiveOptions withBatch(int size, double rate) {
        return with(Map.of("batchSize", size, "learningRate", rate));
    }

    /** The same with another loss. */
    public ContrastiveOptions withLoss(InfoNce other) {
        return with(Map.of("loss", Json.canonical(other)));
    }

    /** The same with another λ. */
    public ContrastiveOptions withLambda(double other) {
        return with(Map.of("lambda", other));
    }

    /** The same with another way to compute the penalty. */
    public ContrastiveOptions withEstimator(JacobianEstimator other, int otherDraws) {
        return with(Map.of("estimator", other, "draws", otherDraws));
    }

    /** The same with another number of steps between reports, which divides the steps. */
    public ContrastiveOptions withStepsPerEpoch(int other) {
        return with(Map.of("stepsPerEpoch", other));
    }

    private ContrastiveOptions with(Map<String, Object> changed) {
        Map<String, String> settings = new HashMap<>();
        changed.forEach((component, value) -> settings.put(component, value.toString()));
        return Json.withSettings(this, "contrastive training", settings);
    }

    /** As the training loop takes them. */
    TrainingOptions training(boolean restoreBest) {
        TrainingOptions options =
                TrainingOptions.fixedBudget(steps / stepsPerEpoch)
                        .withBatchSize(batchSize)
                        .withUpdater(UpdaterKind.ADAM, learningRate);
        return restoreBest ? options.withBestWeights() : options;
    }

    /** The penalty with its ramp in steps; null if there is none. */
    JacobianPenalty penalty() {
        return lambda == 0
                ? null
                : new JacobianPenalty(
                        lambda,
                        Math.round(rampFrom * steps),
                        Math.round(rampTo * steps),
                        estimator,
                        draws);
    }
}
