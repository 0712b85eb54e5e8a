package org.salient4j.framework.training;

import org.nd4j.linalg.dataset.api.MultiDataSet;

/** The batches of one training. Not safe for use by several threads at once. */
public interface Batches {

    /** How many there are in an epoch, the same in each. */
    int count();

    /**
     * A batch, a function of the two numbers alone: a resumed training asks in the middle.
     *
     * @param epoch from 0
     * @param number from 0, below {@link #count()}
     * @return features and labels in the order of the objective's placeholders; the first axis of
     *     the first feature counts the examples. The arrays may be written again by the next batch
     */
    MultiDataSet get(int epoch, int number);
}
