package org.salient4j.layers;

import java.util.random.RandomGenerator;

/**
 * Start values of a parameter, as PyTorch draws them where a paper's code relies on its defaults.
 */
@FunctionalInterface
public interface Initializer {

    /**
     * Draws the start values.
     *
     * @param values the parameter's values in C order, to be overwritten
     * @param random the source of randomness
     */
    void fill(double[] values, RandomGenerator random);

    /** All zeros. */
    static Initializer zeros() {
        return (values, random) -> java.util.Arrays.fill(values, 0);
    }

    /** All ones. */
    static Initializer ones() {
        return (values, random) -> java.util.Arrays.fill(values, 1);
    }

    /**
     * Normal with mean 0.
     *
     * @param deviation standard deviation, positive
     */
    static Initializer normal(double deviation) {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("deviation must be positive, was " + deviation);
        }
        return (values, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = deviation * random.nextGaussian();
            }
        };
    }

    /**
     * U(-bound, bound). PyTorch's default for linear and convolution layers has bound
     * 1/sqrt(fan-in), for LSTMs 1/sqrt(hidden).
     *
     * @param bound half the width, positive
     */
    static Initializer uniform(double bound) {
        if (!(bound > 0)) {
            throw new IllegalArgumentException("bound must be positive, was " + bound);
        }
        return (values, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (2 * random.nextDouble() - 1) * bound;
            }
        };
    }

    /**
     * Glorot and Bengio's uniform: U(±sqrt(6 / (fan-in + fan-out))).
     *
     * @param fanIn inputs of a unit
     * @param fanOut outputs of a unit
     */
    static Initializer xavierUniform(long fanIn, long fanOut) {
        return uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
    }

    /**
     * These start values with a constant added to a range of the (flattened) parameter.
     *
     * @param from first index
     * @param to end index, exclusive
     * @param constant what is added
     */
    default Initializer plus(int from, int to, double constant) {
        return (values, random) -> {
            fill(values, random);
            for (int i = from; i < to; i++) {
                values[i] += constant;
            }
        };
    }
}
