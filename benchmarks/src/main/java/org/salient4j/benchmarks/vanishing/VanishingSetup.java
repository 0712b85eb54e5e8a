package org.salient4j.benchmarks.vanishing;

import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.training.TrainingOptions;

/**
 * Everything of a preset that a cell's result depends on, beside its data's layout.
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
        double lambda) {}
