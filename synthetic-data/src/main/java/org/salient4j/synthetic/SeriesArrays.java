package org.salient4j.synthetic;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Java arrays to ND4J arrays, in one copy each. */
final class SeriesArrays {

    private SeriesArrays() {}

    static INDArray of(double[] values, DataType type, long... shape) {
        if (type == DataType.DOUBLE) {
            return Nd4j.createFromArray(values).reshape('c', shape);
        }
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return Nd4j.createFromArray(narrow).reshape('c', shape);
    }

    static INDArray of(boolean[] values, long... shape) {
        return Nd4j.createFromArray(values).reshape('c', shape);
    }
}
