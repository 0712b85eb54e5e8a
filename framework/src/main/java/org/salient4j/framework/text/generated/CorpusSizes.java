package org.salient4j.framework.text.generated;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.TextExample;

/**
 * How many examples each part of a generated corpus has.
 *
 * @param train at least 2
 * @param validation at least 1
 * @param test at least 1
 */
public record CorpusSizes(int train, int validation, int test) {

    /** Validates. */
    public CorpusSizes {
        if (train < 2 || validation < 1 || test < 1) {
            throw new InvalidInputException(
                    "expected at least 2 examples to train, 1 to choose and 1 to measure on, found %d, %d and %d"
                            .formatted(train, validation, test));
        }
    }

    /**
     * Draws all parts.
     *
     * @param classes labels go round: 0, 1, …, classes − 1, 0, …, then the order is shuffled
     * @param example makes an example from its name and a label and the seed of its name
     */
    Map<Split, List<TextExample>> draw(
            int classes, Seed seed, BiFunction<Place, Seed, TextExample> example) {
        Map<Split, List<TextExample>> parts = new EnumMap<>(Split.class);
        int[] sizes = {train, validation, test};
        for (Split split : Split.values()) {
            Seed part = seed.child(split.folder());
            int[] order = Examples.shuffled(sizes[split.ordinal()], part.child("order"));
            parts.put(
                    split,
                    Arrays.stream(order)
                            .mapToObj(
                                    i ->
                                            example.apply(
                                                    new Place(
                                                            split.folder() + "-" + i, i % classes),
                                                    part.child(i)))
                            .toList());
        }
        return parts;
    }

    /**
     * What an example must be.
     *
     * @param id its name
     * @param label its class
     */
    record Place(String id, int label) {}
}
