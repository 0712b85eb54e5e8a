package org.salient4j.benchmarks.rationale;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

/** The arrays of golden/rationale/erasing. */
final class GoldenErasing {
    private GoldenErasing() {}

    static double[][] matrix(String name, int columns) {
        double[] values = HostArray.doubles(NpyFile.read(path("erasing/" + name + ".npy")));
        double[][] rows = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            rows[i / columns][i % columns] = values[i];
        }
        return rows;
    }

    static double[][][] cube(String name, int rows, int columns) {
        double[][] flat = matrix(name, columns);
        double[][][] cube = new double[flat.length / rows][rows][];
        for (int i = 0; i < flat.length; i++) {
            cube[i / rows][i % rows] = flat[i];
        }
        return cube;
    }

    static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    GoldenErasing.class.getResource("/golden/rationale/" + name),
                                    name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
