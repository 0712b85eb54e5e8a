package org.salient4j.layers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

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

    /** Gives parameters, in the order of their declaration, the values of one vector. */
    static void assign(Parameters parameters, INDArray all) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        long from = 0;
        for (String name : parameters.names()) {
            INDArray parameter = parameters.get(name);
            long to = from + parameter.length();
            INDArray part = all.get(NDArrayIndex.interval(from, to)).dup();
            values.put(name, part.reshape('c', parameter.shape()));
            from = to;
        }
        if (from != all.length()) {
            throw new IllegalStateException(all.length() + " values for " + from);
        }
        parameters.assign(values);
    }

    /** The names of the values of such a vector. */
    static List<String> names(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
