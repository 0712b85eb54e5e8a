package org.salient4j.attribution.embedding;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;

/**
 * Attributions of an embedding: for each sample a matrix that binds every embedding dimension to
 * every input.
 *
 * @param values signed, DOUBLE: [S, C, n], or [S, C, W, n] where an example is a window of W steps;
 *     the axis of a window of one step is left out
 * @param ranks numerical rank of each sample's Jacobian, of methods that invert it
 */
public record EmbeddingAttribution(INDArray values, Optional<NumericalRanks> ranks) {

    /** Checks shape, type and that every value is finite. */
    public EmbeddingAttribution {
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(ranks, "ranks");
        long[] shape = values.shape();
        if (shape.length < 3 || values.isEmpty() || values.dataType() != DataType.DOUBLE) {
            throw new IllegalArgumentException(
                    "values must be DOUBLE [samples, outputs, .., neurons], were %s %s"
                            .formatted(values.dataType(), Arrays.toString(shape)));
        }
        if (shape.length == 4 && shape[2] == 1) {
            values = values.reshape(shape[0], shape[1], shape[3]);
        }
        if (ranks.isPresent() && ranks.get().count() != shape[0]) {
            throw new IllegalArgumentException(
                    "values of %d samples need as many ranks, found %d"
                            .formatted(shape[0], ranks.get().count()));
        }
        if (!Arrays.stream(HostArray.doubles(values)).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("values must be finite");
        }
    }

    /** Attributions of a method that inverts nothing. */
    public EmbeddingAttribution(INDArray values) {
        this(values, Optional.empty());
    }

    /** S. */
    public int samples() {
        return (int) values.size(0);
    }

    /** C. */
    public int outputs() {
        return (int) values.size(1);
    }

    /** n. */
    public int neurons() {
        return (int) values.size(values.rank() - 1);
    }

    /** W, or 1 without a window. */
    public int steps() {
        return (int) (values.length() / samples() / outputs() / neurons());
    }

    /**
     * One number a neuron.
     *
     * @param reduction what becomes of a window's steps; a single step is taken as it is
     * @return [S, C, n], or this with {@link WindowReduction#NONE}
     */
    public EmbeddingAttribution reduced(WindowReduction reduction) {
        if (values.rank() == 3 || reduction == WindowReduction.NONE) {
            return this;
        }
        double[] all = HostArray.doubles(values);
        int neurons = neurons();
        int steps = steps();
        double[] means = new double[all.length / steps];
        for (int i = 0; i < all.length; i++) {
            int at = i / neurons / steps * neurons + i % neurons;
            means[at] += steps == 1 ? all[i] : reduction.of(all[i]) / steps;
        }
        return new EmbeddingAttribution(
                HostArray.of(means, DataType.DOUBLE, samples(), outputs(), neurons), ranks);
    }

    /**
     * The map: the mean magnitude over samples, and over the steps of a window. For signed means
     * over the steps, {@linkplain #reduced reduce} first.
     */
    public AttributionMap map() {
        double[] all = HostArray.doubles(values);
        int neurons = neurons();
        int steps = steps();
        double[] means = new double[outputs() * neurons];
        double each = 1.0 / samples() / steps;
        for (int i = 0; i < all.length; i++) {
            int at = i / neurons / steps * neurons + i % neurons;
            means[at % means.length] += Math.abs(all[i]) * each;
        }
        return new AttributionMap(HostArray.of(means, DataType.DOUBLE, outputs(), neurons));
    }
}
