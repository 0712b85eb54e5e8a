package org.salient4j.framework.saliency;

import org.nd4j.autodiff.listeners.At;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the listener's steps see of an iteration.
 *
 * @param x the clean batch, first axis the samples
 * @param labels the true class of each sample
 * @param at epoch and iteration
 */
public record Batch(INDArray x, int[] labels, At at) {}
