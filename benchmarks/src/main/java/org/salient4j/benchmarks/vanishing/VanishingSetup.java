package org.salient4j.benchmarks.vanishing;

import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.training.TrainingOptions;

/**
 * Everything of a preset that a cell's result depends on, beside its {@link BoxedSeries}.
 *
 * @param train number of training samples
 * @param validation number of validation samples, generated like the test samples
 * @param test number of test samples
 * @param hidden LSTM units
 * @param forgetBias start value added to the forget gates' bias
 * @param doubleSoftmax whether the network ends in a softmax before the loss's own
 * @param dataType FLOAT or DOUBLE
 * @param options how to train
 * @param maskedFraction k of saliency guided training
 * @param lambda λ of saliency guided training
 */
public record VanishingSetup(
        int train,
        int validation,
        int test,
        int hidden,
        double forgetBias,
        boolean doubleSoftmax,
        DataType dataType,
        TrainingOptions options,
        double maskedFraction,
        double lambda) {

    /** Validates. */
    public VanishingSetup {
        require(train >= 1, "train must be at least 1", train);
        require(validation >= 1, "validation must be at least 1", validation);
        require(test >= 1, "test must be at least 1", test);
        require(hidden >= 1, "hidden must be at least 1", hidden);
        require(Double.isFinite(forgetBias), "forgetBias must be finite", forgetBias);
        Objects.requireNonNull(dataType, "dataType");
        Objects.requireNonNull(options, "options");
        require(
                maskedFraction >= 0 && maskedFraction <= 1,
                "maskedFraction must be in [0, 1]",
                maskedFraction);
        require(lambda >= 0 && Double.isFinite(lambda), "lambda must be at least 0", lambda);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
