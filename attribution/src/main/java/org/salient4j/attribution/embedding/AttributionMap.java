package org.salient4j.attribution.embedding;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;

/**
 * How strongly each embedding dimension is bound to each neuron: what is compared with the zero
 * pattern of the generator's Jacobian.
 *
 * @param values not negative, DOUBLE, [C, n]: a row an embedding dimension
 */
public record AttributionMap(INDArray values) {

    /** Checks shape, type, sign and that every value is finite. */
    public AttributionMap {
        Objects.requireNonNull(values, "values");
        long[] shape = values.shape();
        if (shape.length != 2 || values.isEmpty() || values.dataType() != DataType.DOUBLE) {
            throw new IllegalArgumentException(
                    "values must be DOUBLE [outputs, neurons], were %s %s"
                            .formatted(values.dataType(), Arrays.toString(shape)));
        }
        for (double value : HostArray.doubles(values)) {
            if (!(value >= 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException(
                        "values must be finite and not negative, found " + value);
            }
        }
    }

    /** C. */
    public int outputs() {
        return (int) values.size(0);
    }

    /** n. */
    public int neurons() {
        return (int) values.size(1);
    }

    /**
     * Each row divided by its sum, a row of zeros left alone: what share of a dimension each neuron
     * has. No row is then larger than another by scale alone; a row whose connections are many has
     * smaller shares.
     */
    public AttributionMap rowNormalised() {
        double[] all = HostArray.doubles(values);
        int columns = neurons();
        for (int row = 0; row < all.length; row += columns) {
            double sum = Arrays.stream(all, row, row + columns).sum();
            for (int i = row; i < row + columns && sum > 0; i++) {
                all[i] /= sum;
            }
        }
        return new AttributionMap(HostArray.of(all, DataType.DOUBLE, outputs(), columns));
    }

    /**
     * The map of some of the embedding's dimensions, such as those of one block.
     *
     * @param from the first of them
     * @param to behind the last of them
     */
    public AttributionMap rows(int from, int to) {
        if (from < 0 || to <= from || to > outputs()) {
            throw new IllegalArgumentException(
                    "rows must be a part of 0 … %d, were %d … %d".formatted(outputs(), from, to));
        }
        double[] part =
                Arrays.copyOfRange(HostArray.doubles(values), from * neurons(), to * neurons());
        return new AttributionMap(HostArray.of(part, DataType.DOUBLE, to - from, neurons()));
    }
}
