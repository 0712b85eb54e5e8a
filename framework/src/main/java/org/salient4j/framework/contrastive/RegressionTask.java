package org.salient4j.framework.contrastive;

import java.util.List;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.layers.FeatureRange;
import org.salient4j.losses.EmbeddingPart;

/**
 * One of the objectives of a supervised training of an embedding: a range of it becomes labels.
 *
 * @param part its name, the range of the embedding that it sees, and its weights
 * @param columns the labels, as many as the range has dimensions
 */
public record RegressionTask(EmbeddingPart part, List<Integer> columns) {

    /** Validates. */
    public RegressionTask {
        Objects.requireNonNull(part, "part");
        columns = List.copyOf(columns);
        if (columns.size() != part.range().size()) {
            throw new InvalidInputException(
                    "task '%s' sees %d dimensions, so it needs as many label columns, found %s"
                            .formatted(part.name(), part.range().size(), columns));
        }
    }

    /** A task of weight 1 on dimensions from {@code start} on, one a label. */
    public static RegressionTask of(String name, int start, Integer... columns) {
        return new RegressionTask(
                new EmbeddingPart(name, new FeatureRange(start, start + columns.length)),
                List.of(columns));
    }
}
