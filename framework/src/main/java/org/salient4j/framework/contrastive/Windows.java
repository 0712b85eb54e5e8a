package org.salient4j.framework.contrastive;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.encoder.Encoder;

/**
 * The windows that an encoder sees of a recording: steps t - left to t + right - 1, with t moved
 * inwards where they would leave its trial.
 */
final class Windows {
    private final HostRows x;
    private final Trials trials;
    private final int left;
    private final int right;
    private final double[] row;
    private final double[] window;

    /**
     * @param recording whose windows
     * @param network of whose type and for whose input they are
     */
    Windows(NeuralRecording recording, Network network) {
        this.x = HostRows.reading(typed(recording.x(), network.dataType()));
        this.trials = new Trials(recording);
        this.left = left(network);
        this.right = right(network);
        this.row = new double[recording.neurons()];
        this.window = new double[(left + right) * recording.neurons()];
    }

    private static INDArray typed(INDArray x, DataType type) {
        return x.castTo(type); // the array itself where the type is right
    }

    /** An array for windows, to be written. */
    static INDArray batch(Network network, int count) {
        long[] example = network.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = count;
        System.arraycopy(example, 0, shape, 1, example.length);
        return Nd4j.createUninitialized(network.dataType(), shape, 'c');
    }

    /** Refuses a network that does not take windows of the recording. */
    static void requireFits(NeuralRecording recording, Network network, String part) {
        long[] shape = network.inputShape();
        boolean encoder = network.architecture() instanceof Encoder;
        if (!encoder && (shape.length > 2 || (shape.length == 2 && shape[0] != 1))) {
            throw new InvalidInputException(
                    "expected an encoder or a network of single time steps, the network '%s' takes %s"
                            .formatted(network.architecture().name(), Arrays.toString(shape)));
        }
        if (shape[shape.length - 1] != recording.neurons()) {
            throw new InvalidInputException(
                    "the %s recording has %d neurons, the network takes %d"
                            .formatted(part, recording.neurons(), shape[shape.length - 1]));
        }
        int width = left(network) + right(network);
        new Trials(recording).requireLength(width, "the network's window");
    }

    private static int left(Network network) {
        return network.architecture() instanceof Encoder encoder ? encoder.left() : 0;
    }

    private static int right(Network network) {
        return network.architecture() instanceof Encoder encoder ? encoder.right() : 1;
    }

    /**
     * Copies windows.
     *
     * @param steps which
     * @param into a fresh array of windows [N, inputShape…]
     * @param at number of the first window of it to overwrite
     */
    void copy(int[] steps, HostRows into, int at) {
        for (int b = 0; b < steps.length; b++) {
            int step = steps[b];
            int middle =
                    Math.max(
                            trials.first(step) + left,
                            Math.min(step, trials.last(step) + 1 - right));
            for (int w = 0; w < left + right; w++) {
                x.read(middle - left + w, row);
                System.arraycopy(row, 0, window, w * row.length, row.length);
            }
            into.write(at + b, window);
        }
    }
}
