package org.salient4j.layers;

import java.util.List;

/** Checks of sizes and rates, with the message every record gives. */
public final class Sizes {
    private Sizes() {}

    /** Fails unless the value is at least one. */
    public static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    /** Fails unless the value is at least one and divides another. */
    public static void divisor(String name, int value, String whole, int size) {
        positive(name, value);
        if (size % value != 0) {
            throw new IllegalArgumentException(
                    "%s must be a divisor of %s (%d), was %d".formatted(name, whole, size, value));
        }
    }

    /** A copy; fails unless there is a number and each is at least one. */
    public static List<Integer> counts(String name, List<Integer> values) {
        boolean positive =
                values != null && values.stream().allMatch(value -> value != null && value >= 1);
        if (!positive || values.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s must be numbers of at least 1, was %s".formatted(name, values));
        }
        return List.copyOf(values);
    }

    /** Fails unless there are at least two classes. */
    public static void classes(int value) {
        if (value < 2) {
            throw new IllegalArgumentException("classes must be at least 2, was " + value);
        }
    }

    /** Fails unless the value is in [0, 1). */
    public static void dropRate(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), was " + value);
        }
    }

    /** Fails unless the value is a finite number. */
    public static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
    }

    /** Fails unless the value is a positive, finite number. */
    public static void positiveNumber(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
    }
}
