package org.salient4j.framework.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;

/**
 * How to train.
 *
 * @param updater the update rule
 * @param learningRate its step size at the start
 * @param batchSize examples a step; the last batch of an epoch may be smaller
 * @param epochs at most so many passes over the data
 * @param clipNorm the gradient's global Euclidean norm is scaled down to this; 0 turns it off
 * @param patience stop after so many epochs without a better validation score; 0 never stops
 * @param stopAtTrainAccuracy stop when the training accuracy reaches this, in (0, 1]; 0 never stops
 * @param restoreBest whether training ends with the weights of the best validation epoch (highest
 *     accuracy, then lowest loss)
 * @param checkpointEvery steps between checkpoints within an epoch, if a checkpoint file is given;
 *     0 writes one an epoch
 * @param learningRateSchedule what the learning rate is multiplied by in the course of the training
 * @param weightDecay w in the w · θ that is added to the gradient of every parameter θ: L2
 *     regularisation as PyTorch's optimisers do it, of biases too; 0 turns it off
 */
public record TrainingOptions(
        UpdaterKind updater,
        double learningRate,
        int batchSize,
        int epochs,
        double clipNorm,
        int patience,
        double stopAtTrainAccuracy,
        boolean restoreBest,
        int checkpointEvery,
        LearningRateSchedule learningRateSchedule,
        double weightDecay) {

    /** The time-series benchmark's: Adam 1e-3, batch 50, at most 500 epochs, patience 200. */
    public TrainingOptions() {
        this(UpdaterKind.ADAM, 1e-3, 50, 500, 0, 200, 0, true, 0);
    }

    /** A constant learning rate and no weight decay. */
    public TrainingOptions(
            UpdaterKind updater,
            double learningRate,
            int batchSize,
            int epochs,
            double clipNorm,
            int patience,
            double stopAtTrainAccuracy,
            boolean restoreBest,
            int checkpointEvery) {
        this(
                updater,
                learningRate,
                batchSize,
                epochs,
                clipNorm,
                patience,
                stopAtTrainAccuracy,
                restoreBest,
                checkpointEvery,
                LearningRateSchedule.constant(),
                0);
    }

    /** Validates. */
    public TrainingOptions {
        Objects.requireNonNull(updater, "updater");
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "learningRate must be positive",
                learningRate);
        require(batchSize >= 1, "batchSize must be at least 1", batchSize);
        require(epochs >= 1, "epochs must be at least 1", epochs);
        require(clipNorm >= 0, "clipNorm must be at least 0", clipNorm);
        require(patience >= 0, "patience must be at least 0", patience);
        require(
                stopAtTrainAccuracy >= 0 && stopAtTrainAccuracy <= 1,
                "stopAtTrainAccuracy must be in [0, 1]",
                stopAtTrainAccuracy);
        require(checkpointEvery >= 0, "checkpointEvery must be at least 0", checkpointEvery);
        Objects.requireNonNull(learningRateSchedule, "learningRateSchedule");
        require(
                weightDecay >= 0 && Double.isFinite(weightDecay),
                "weightDecay must be at least 0",
                weightDecay);
    }

    /** The same number of updates whatever happens: no early stop, last weights kept. */
    public static TrainingOptions fixedBudget(int epochs) {
        return new TrainingOptions(UpdaterKind.ADAM, 1e-3, 50, epochs, 0, 0, 0, false, 0);
    }

    /** The same, ending with the weights of the best validation epoch. */
    public TrainingOptions withBestWeights() {
        return with(Map.of("restoreBest", true));
    }

    /** The same with another number of epochs. */
    public TrainingOptions withEpochs(int other) {
        return with(Map.of("epochs", other));
    }

    /** The same with another batch size. */
    public TrainingOptions withBatchSize(int other) {
        return with(Map.of("batchSize", other));
    }

    /** The same with gradient clipping. */
    public TrainingOptions withClipNorm(double other) {
        return with(Map.of("clipNorm", other));
    }

    /** The same with another update rule. */
    public TrainingOptions withUpdater(UpdaterKind kind, double rate) {
        return with(Map.of("updater", kind, "learningRate", rate));
    }

    /** The same with a learning rate that changes. */
    public TrainingOptions withLearningRateSchedule(LearningRateSchedule other) {
        return with(Map.of("learningRateSchedule", other));
    }

    /** The same with L2 regularisation. */
    public TrainingOptions withWeightDecay(double other) {
        return with(Map.of("weightDecay", other));
    }

    /** The same with checkpoints within epochs. */
    public TrainingOptions withCheckpointEvery(int steps) {
        return with(Map.of("checkpointEvery", steps));
    }

    /** The same with another early stop. */
    public TrainingOptions withStop(int otherPatience, double trainAccuracy) {
        return with(Map.of("patience", otherPatience, "stopAtTrainAccuracy", trainAccuracy));
    }

    private TrainingOptions with(Map<String, Object> changed) {
        Map<String, String> settings = new HashMap<>();
        changed.forEach((component, value) -> settings.put(component, value.toString()));
        return Json.withSettings(this, "training", settings);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
