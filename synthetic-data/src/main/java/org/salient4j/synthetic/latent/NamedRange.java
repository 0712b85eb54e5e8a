package org.salient4j.synthetic.latent;

import java.util.List;
import org.salient4j.synthetic.Require;

/**
 * Neighbouring columns that belong together, such as the coordinates of a position.
 *
 * @param name what they are
 * @param start the first column, at least 0
 * @param end behind the last column, above start
 */
public record NamedRange(String name, int start, int end) {

    /**
     * @throws IllegalArgumentException if the name is empty or the range is
     */
    public NamedRange {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name must not be empty");
        }
        Require.atLeast(0, "start", start);
        Require.atLeast(start + 1, "end", end);
    }

    /** Returns the number of columns. */
    public int width() {
        return end - start;
    }

    /**
     * Checks that ranges follow each other from column 0 to the last, without gap or overlap.
     *
     * @param what whose ranges they are, for the message
     * @param ranges the ranges, in order
     * @param columns the number of columns
     * @throws IllegalArgumentException if they do not
     */
    public static void requireCover(String what, List<NamedRange> ranges, int columns) {
        int next = 0;
        for (NamedRange range : ranges) {
            if (range.start() != next) {
                throw new IllegalArgumentException(
                        String.format(
                                "the blocks of the %s must follow each other, but %s starts at %d"
                                        + " instead of %d",
                                what, range.name(), range.start(), next));
            }
            next = range.end();
        }
        if (next != columns) {
            throw new IllegalArgumentException(
                    String.format(
                            "the blocks of the %s must cover %d columns, covered %d",
                            what, columns, next));
        }
    }
}
