package org.salient4j.framework.network;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

/** Examples for a classifier, from a file, checked once. */
public final class ModelInput {

    private ModelInput() {}

    /**
     * @param file a {@code .npy} file of float32 or float64, [N, inputShape…], N at least 1
     * @param model who it is for
     * @throws InvalidInputException if it is missing, of another type or shape, or holds a value
     *     that is not finite; the message names the file
     */
    public static INDArray read(Path file, DifferentiableModel model) {
        INDArray x = NpyFile.read(file);
        if (x.dataType() != DataType.FLOAT && x.dataType() != DataType.DOUBLE) {
            throw new InvalidInputException(
                    "%s must be float32 or float64, found %s: convert it, in NumPy with .astype('float32')"
                            .formatted(file, x.dataType()));
        }
        long[] example = model.inputShape();
        long[] shape = x.shape();
        boolean fits =
                shape.length == example.length + 1
                        && shape[0] > 0
                        && Arrays.equals(shape, 1, shape.length, example, 0, example.length);
        if (!fits) {
            throw new InvalidInputException(
                    "%s must be [samples, %s] for this model, found %s"
                            .formatted(file, inner(example), Arrays.toString(shape)));
        }
        double[] values = HostArray.doubles(x);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidInputException(
                        "%s must be finite, found %s at %s"
                                .formatted(file, values[i], Arrays.toString(index(i, shape))));
            }
        }
        return x;
    }

    private static String inner(long[] example) {
        String text = Arrays.toString(example);
        return text.substring(1, text.length() - 1);
    }

    private static long[] index(int flat, long[] shape) {
        long[] index = new long[shape.length];
        long rest = flat;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return index;
    }
}
