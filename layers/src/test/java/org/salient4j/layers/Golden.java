package org.salient4j.layers;

import java.io.File;
import java.net.URISyntaxException;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads the reference arrays of src/test/resources/golden. */
final class Golden {
    private Golden() {}

    static boolean has(String name) {
        return Golden.class.getResource("/golden/" + name + ".npy") != null;
    }

    static INDArray read(String name) {
        try {
            return Nd4j.createFromNpyFile(
                    new File(
                            Objects.requireNonNull(
                                            Golden.class.getResource("/golden/" + name + ".npy"),
                                            name)
                                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** max |a - b| / max |b|. */
    static double relativeError(INDArray actual, INDArray expected) {
        double scale =
                Math.max(
                        1e-300,
                        expected.castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE)
                                .amaxNumber()
                                .doubleValue());
        return actual.castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE)
                        .sub(expected)
                        .amaxNumber()
                        .doubleValue()
                / scale;
    }
}
