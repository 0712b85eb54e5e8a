package org.salient4j.framework.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns gradients into steps. */
@FunctionalInterface
interface UpdateRule {

    /**
     * Overwrites a gradient by what is to be subtracted from the parameters.
     *
     * @param gradient [1, n]
     * @param rate the learning rate of this update
     * @param iteration number of updates before
     * @param epoch the update's epoch
     */
    void apply(INDArray gradient, double rate, int iteration, int epoch);
}
