package org.salient4j.framework;

import java.io.File;
import java.net.URISyntaxException;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads the reference arrays of src/test/resources/golden. */
public final class Golden {
    private Golden() {}

    public static INDArray read(String name) {
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

    public static double[] values(String name) {
        return read(name).dup('c').ravel().toDoubleVector();
    }

    public static boolean[] flags(String name) {
        double[] values = values(name);
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values[i] != 0;
        }
        return flags;
    }
}
