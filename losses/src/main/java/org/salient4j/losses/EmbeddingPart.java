package org.salient4j.losses;

import java.util.List;
import java.util.Objects;
import org.salient4j.layers.FeatureRange;

/**
 * One of several objectives of an embedding: it sees a range of the dimensions.
 *
 * @param name what its loss is called among the terms, such as {@code time}
 * @param range the dimensions it sees
 * @param weight of its loss, positive
 * @param penaltyWeight of its range in a Jacobian penalty, relative to the others', at least 0
 */
public record EmbeddingPart(String name, FeatureRange range, double weight, double penaltyWeight) {

    /** What else is among the terms. */
    private static final List<String> RESERVED =
            List.of(JacobianPenalty.TERM, ContrastiveObjective.TEMPERATURE, "total");

    /** Validates. */
    public EmbeddingPart {
        Objects.requireNonNull(range, "range");
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "the name of an objective must be of letters, digits, _ and -, was '"
                            + name
                            + "'");
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "the name of an objective must be none of %s, was %s"
                            .formatted(RESERVED, name));
        }
        Require.positive("weight", weight);
        if (!(penaltyWeight >= 0) || Double.isInfinite(penaltyWeight)) {
            throw new IllegalArgumentException(
                    "penaltyWeight must be at least 0, was " + penaltyWeight);
        }
    }

    /** Weights of 1. */
    public EmbeddingPart(String name, FeatureRange range) {
        this(name, range, 1, 1);
    }

    /**
     * Fails unless the parts cover an embedding, from dimension 0 to the last of any part, and have
     * different names.
     */
    static void requireCover(List<EmbeddingPart> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("expected at least one objective, found none");
        }
        if (parts.stream().map(EmbeddingPart::name).distinct().count() < parts.size()) {
            throw new IllegalArgumentException(
                    "objectives must have different names, were "
                            + parts.stream().map(EmbeddingPart::name).toList());
        }
        FeatureRange.requireCover(ranges(parts), dimensions(parts));
    }

    /** One after the last dimension that a part sees. */
    static int dimensions(List<EmbeddingPart> parts) {
        return parts.stream().mapToInt(part -> part.range().end()).max().orElse(0);
    }

    /**
     * Fails unless the parts cover the outputs of a network.
     *
     * @param outputs how many it has
     */
    static void requireCover(List<EmbeddingPart> parts, int outputs) {
        FeatureRange.requireCover(ranges(parts), outputs);
    }

    /** What the Jacobian's rows weigh in a penalty that every part pays for its range. */
    static double[] penaltyWeights(List<EmbeddingPart> parts, int outputs) {
        double[] weights = new double[outputs];
        for (EmbeddingPart part : parts) {
            for (int c = part.range().start(); c < part.range().end(); c++) {
                weights[c] += part.penaltyWeight();
            }
        }
        return weights;
    }

    private static List<FeatureRange> ranges(List<EmbeddingPart> parts) {
        return parts.stream().map(EmbeddingPart::range).toList();
    }
}
