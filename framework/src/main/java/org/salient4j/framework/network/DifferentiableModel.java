package org.salient4j.framework.network;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What attribution needs of a network: outputs, input gradients and its graph, without dropout.
 * Parameters are shared with whoever trains them, so answers follow training.
 *
 * <p>Not safe for several threads at once.
 */
public interface DifferentiableModel {

    /** Shape of one example; -1 for an axis of any length. */
    long[] inputShape();

    /** Number of outputs of one example: classes, or dimensions of an embedding. */
    int outputs();

    /** FLOAT or DOUBLE. */
    DataType dataType();

    /**
     * @param x [B, inputShape…]
     * @return [B, outputs]: logits, or an embedding
     */
    INDArray output(INDArray x);

    /**
     * Gradient of each row's output with respect to that row.
     *
     * @param x [B, inputShape…]
     * @param targets the output explained in each row
     * @param output which function of the outputs
     * @return [B, inputShape…]
     */
    INDArray gradient(INDArray x, int[] targets, Output output);

    /**
     * The same into an array that is there: for whoever asks thousands of times, since native
     * memory comes back only when Java's garbage is collected.
     *
     * @param into where the gradient goes, shaped as {@code x}
     */
    default void gradient(INDArray x, int[] targets, Output output, INDArray into) {
        into.assign(gradient(x, targets, output));
    }

    /**
     * Adds the network without dropout to a graph, over the same parameters: for methods that look
     * inside.
     *
     * @param graph a graph without this network
     * @param x [B, inputShape…] of the model's type
     * @return [B, outputs]
     */
    SDVariable output(SameDiff graph, SDVariable x);

    /** The place of the largest output, a classifier's class, per row; the lowest of equals. */
    default int[] predict(INDArray x) {
        return OneHot.classes(output(x));
    }
}
