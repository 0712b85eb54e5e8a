package org.salient4j.layers;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network's parameters by name, in the order in which the network declares them. Graphs hold the
 * arrays by reference: an update in place is seen by every graph that was built over them.
 *
 * <p>Some of them are buffers: numbers that belong to the network and its checkpoints but are not
 * trained, such as the running statistics of a batch normalisation.
 *
 * <p>Names and layouts are PyTorch's ({@code weight_ih} is [4H, F], {@code fc.weight} is [out,
 * in]), so weights travel in both directions without a table of exceptions.
 */
public final class Parameters {
    private final DataType dataType;
    private final RandomGenerator random;
    private final boolean blank;
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();
    private final Set<String> buffers = new LinkedHashSet<>();

    /**
     * Parameters that are drawn when a layer first asks for them.
     *
     * @param dataType FLOAT or DOUBLE
     * @param random where start values come from
     */
    public Parameters(DataType dataType, RandomGenerator random) {
        this(dataType, random, false);
    }

    private Parameters(DataType dataType, RandomGenerator random, boolean blank) {
        if (dataType != DataType.FLOAT && dataType != DataType.DOUBLE) {
            throw new IllegalArgumentException("dataType must be FLOAT or DOUBLE, was " + dataType);
        }
        this.dataType = dataType;
        this.random = random;
        this.blank = blank;
    }

    /**
     * Parameters that are zeros until they are assigned: for networks whose values come from
     * elsewhere, where drawing takes time and several times the memory.
     *
     * @param dataType FLOAT or DOUBLE
     * @param random where start values of what {@linkplain #extended joins them} come from
     */
    public static Parameters blank(DataType dataType, RandomGenerator random) {
        return new Parameters(dataType, random, true);
    }

    /** FLOAT or DOUBLE, the type of every parameter. */
    public DataType dataType() {
        return dataType;
    }

    /**
     * The named parameter; drawn now if it does not exist yet.
     *
     * @param name full name
     * @param initializer start values
     * @param shape expected shape
     * @throws IllegalArgumentException if it exists with another shape
     */
    public INDArray getOrCreate(String name, Initializer initializer, long... shape) {
        INDArray existing = arrays.get(name);
        if (existing == null) {
            requireSize(name, shape);
            if (blank) {
                INDArray zeros = Nd4j.zeros(dataType, shape);
                arrays.put(name, zeros);
                return zeros;
            }
            double[] values =
                    new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
            initializer.fill(values, random);
            INDArray created = Nd4j.create(values, shape, 'c').castTo(dataType);
            arrays.put(name, created);
            return created;
        }
        if (!Arrays.equals(existing.shape(), shape)) {
            throw new IllegalArgumentException(
                    "parameter '%s' must have shape %s, has %s"
                            .formatted(
                                    name,
                                    Arrays.toString(shape),
                                    Arrays.toString(existing.shape())));
        }
        return existing;
    }

    /**
     * The named buffer; made now if it does not exist yet.
     *
     * @param name full name
     * @param initializer start values
     * @param shape expected shape
     * @throws IllegalArgumentException if it exists with another shape or is trained
     */
    public INDArray getOrCreateBuffer(String name, Initializer initializer, long... shape) {
        if (arrays.containsKey(name) && !buffers.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is trained, it is no buffer");
        }
        INDArray buffer = getOrCreate(name, initializer, shape);
        buffers.add(name);
        return buffer;
    }

    /**
     * These parameters with room for more that do not join them: what an objective trains beside
     * the network. The arrays are the same, so an update of one is an update of the other.
     */
    public Parameters extended() {
        Parameters all = new Parameters(dataType, random);
        all.arrays.putAll(arrays);
        all.buffers.addAll(buffers);
        return all;
    }

    private static void requireSize(String name, long... shape) {
        double values = 1;
        for (long size : shape) {
            values *= size;
        }
        if (values > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "parameter '%s' of shape %s has more than %d values: choose smaller sizes"
                            .formatted(name, Arrays.toString(shape), Integer.MAX_VALUE));
        }
    }

    /**
     * The named parameter.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public INDArray get(String name) {
        INDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException(
                    "no parameter '%s'; there are %s".formatted(name, arrays.keySet()));
        }
        return array;
    }

    /** Names in the order of declaration, buffers among them. */
    public Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }

    /** Names of those that are trained, in the order of declaration. */
    public Set<String> trainable() {
        Set<String> trainable = new LinkedHashSet<>(arrays.keySet());
        trainable.removeAll(buffers);
        return Collections.unmodifiableSet(trainable);
    }

    /** How many trainable numbers there are. */
    public long count() {
        return trainable().stream().mapToLong(name -> arrays.get(name).length()).sum();
    }

    /** A deep copy: the values of this moment. */
    public Map<String, INDArray> snapshot() {
        Map<String, INDArray> copy = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copy.put(name, array.dup('c')));
        return copy;
    }

    /**
     * Overwrites the values in place, so that every graph over these parameters sees them.
     *
     * @param values an array for each parameter, of its shape; cast to the data type
     * @throws IllegalArgumentException if a name is missing, unknown, or a shape differs; nothing
     *     is changed then
     */
    public void assign(Map<String, INDArray> values) {
        if (!values.keySet().equals(arrays.keySet())) {
            throw new IllegalArgumentException(
                    "expected the parameters %s, found %s"
                            .formatted(arrays.keySet(), values.keySet()));
        }
        values.forEach(
                (name, value) -> {
                    if (!Arrays.equals(value.shape(), arrays.get(name).shape())) {
                        throw new IllegalArgumentException(
                                "parameter '%s' must have shape %s, found %s"
                                        .formatted(
                                                name,
                                                Arrays.toString(arrays.get(name).shape()),
                                                Arrays.toString(value.shape())));
                    }
                });
        values.forEach((name, value) -> arrays.get(name).assign(value.castTo(dataType)));
    }
}
