package org.salient4j.framework.graph;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values of a tensor as a Java array in C order, and back: one bulk copy each way. */
public final class HostArray {
    private HostArray() {}

    /**
     * The values in C order.
     *
     * @param array FLOAT, DOUBLE or anything that casts to DOUBLE
     */
    public static double[] doubles(INDArray array) {
        double[] values = new double[Math.toIntExact(array.length())];
        if (values.length == 0) {
            return values;
        }
        if (array.dataType() == DataType.FLOAT) {
            float[] floats = floats(array);
            for (int i = 0; i < values.length; i++) {
                values[i] = floats[i];
            }
            return values;
        }
        INDArray dense =
                dense(array.dataType() == DataType.DOUBLE ? array : array.castTo(DataType.DOUBLE));
        // The buffer owns the pointer: closing it would free the tensor.
        ((DoublePointer) dense.data().pointer()).get(values);
        return values;
    }

    /**
     * The values in C order, rounded to float where they are double.
     *
     * @param array FLOAT, DOUBLE or anything that casts to FLOAT
     */
    public static float[] floats(INDArray array) {
        float[] values = new float[Math.toIntExact(array.length())];
        if (values.length == 0) {
            return values;
        }
        INDArray dense =
                dense(array.dataType() == DataType.FLOAT ? array : array.castTo(DataType.FLOAT));
        ((FloatPointer) dense.data().pointer()).get(values);
        return values;
    }

    /**
     * A tensor of these values.
     *
     * @param values in C order
     * @param type FLOAT or DOUBLE
     * @param shape the shape
     */
    public static INDArray of(double[] values, DataType type, long... shape) {
        // Nd4j.create(array) copies element by element.
        INDArray array = Nd4j.createUninitialized(type, shape, 'c');
        if (array.length() != values.length) {
            throw new IllegalArgumentException(
                    "%d values do not fill the shape %s"
                            .formatted(values.length, Arrays.toString(shape)));
        }
        if (type == DataType.DOUBLE) {
            ((DoublePointer) array.data().pointer()).put(values);
            return array;
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        ((FloatPointer) array.data().pointer()).put(floats);
        return array;
    }

    /** The array itself if it is FLOAT or DOUBLE. */
    static INDArray floating(INDArray array) {
        boolean floating =
                array.dataType() == DataType.FLOAT || array.dataType() == DataType.DOUBLE;
        return floating ? array : array.castTo(DataType.DOUBLE);
    }

    /** The array itself if its buffer holds its values in C order and nothing else. */
    static INDArray dense(INDArray array) {
        boolean plain = array.ordering() == 'c' && !array.isView() && array.offset() == 0;
        return plain && array.elementWiseStride() == 1 ? array : array.dup('c');
    }
}
