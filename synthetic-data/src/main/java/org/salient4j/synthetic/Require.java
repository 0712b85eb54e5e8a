package org.salient4j.synthetic;

/**
 * Checks of option values, with messages that name the option, the rule and the value. Each returns
 * the value it has checked and throws {@link IllegalArgumentException} if the rule is broken.
 */
public final class Require {

    private Require() {}

    /** An integer of at least {@code minimum}. */
    public static int atLeast(int minimum, String name, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(
                    name + " must be at least " + minimum + ", was " + value);
        }
        return value;
    }

    /** A number that is neither infinite nor {@code NaN}. */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    /** A finite number of at least 0. */
    public static double notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be finite and at least 0, was " + value);
        }
        return value;
    }

    /** A finite number above 0. */
    public static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be finite and greater than 0, was " + value);
        }
        return value;
    }

    /** Anything but {@code null}. */
    public static <T> T present(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given, was null");
        }
        return value;
    }
}
