package org.salient4j.benchmarks.grid;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/** The values of one axis of a grid of cells. */
public final class GridAxis {
    private GridAxis() {}

    /**
     * The values, at least one and none twice.
     *
     * @param what one of them, for messages
     * @throws InvalidInputException if there is none, or one twice
     */
    public static <T> List<T> of(String what, List<T> values) {
        if (values.isEmpty()) {
            throw new InvalidInputException("at least one " + what + " is needed");
        }
        List<T> distinct = values.stream().distinct().toList();
        if (distinct.size() < values.size()) {
            throw new InvalidInputException("a " + what + " is named twice in " + values);
        }
        return distinct;
    }
}
