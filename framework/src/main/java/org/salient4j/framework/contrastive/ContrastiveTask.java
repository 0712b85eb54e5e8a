package org.salient4j.framework.contrastive;

import java.util.Objects;
import org.salient4j.layers.FeatureRange;
import org.salient4j.losses.EmbeddingPart;

/**
 * One of the objectives of a contrastive training.
 *
 * @param part its name, the range of the embedding that it sees, and its weights
 * @param positives what it takes for alike
 */
public record ContrastiveTask(EmbeddingPart part, PositiveSampler positives) {

    /** Validates. */
    public ContrastiveTask {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(positives, "positives");
    }

    /** A task of weight 1 on dimensions {@code start} to {@code end}, exclusive. */
    public static ContrastiveTask of(String name, int start, int end, PositiveSampler positives) {
        return new ContrastiveTask(
                new EmbeddingPart(name, new FeatureRange(start, end)), positives);
    }
}
