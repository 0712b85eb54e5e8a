package org.salient4j.attribution;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Attributions of a batch.
 *
 * @param values signed, shaped as the input
 * @param targets the class explained in each row
 */
public record Attribution(INDArray values, int[] targets) {}
