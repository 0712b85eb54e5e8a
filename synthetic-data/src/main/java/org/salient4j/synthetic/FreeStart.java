package org.salient4j.synthetic;

import java.util.random.RandomGenerator;

/** The start of a box along an axis on which it moves. */
final class FreeStart {

    private FreeStart() {}

    static int draw(int length, int size, boolean inclusive, RandomGenerator random) {
        return random.nextInt(positions(length, size, inclusive));
    }

    static void requireRoom(String layout, String axis, int length, int size, boolean inclusive) {
        if (positions(length, size, inclusive) < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s needs %s of at least %d%s, was %d",
                            layout,
                            axis,
                            inclusive ? size : size + 1,
                            inclusive ? "" : " (or " + size + " with inclusive)",
                            length));
        }
    }

    /** The published benchmark leaves out the last position; inclusive adds it. */
    private static int positions(int length, int size, boolean inclusive) {
        return length - size + (inclusive ? 1 : 0);
    }
}
