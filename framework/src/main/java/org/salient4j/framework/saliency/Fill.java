package org.salient4j.framework.saliency;

import java.util.Objects;

/**
 * What masked cells are replaced by.
 *
 * @param kind noise in the range, its mean, or a constant
 * @param range over which values the range or mean is taken; unused by {@link Kind#CONSTANT}
 * @param constant the value of {@link Kind#CONSTANT}
 */
public record Fill(Kind kind, Range range, double constant) {

    /** The replacement values. */
    public enum Kind {
        /** Independent U(min, max) per cell: the paper. */
        UNIFORM_IN_RANGE,
        /** The mean. */
        MEAN,
        /** A fixed value. */
        CONSTANT
    }

    /** Over which values minimum, maximum and mean are taken. */
    public enum Range {
        /** All cells of the example (the released MNIST code). */
        EXAMPLE,
        /** The cells of the example that belong to the feature or channel. */
        EXAMPLE_FEATURE,
        /** All training examples' cells of the feature or channel. */
        DATASET_FEATURE
    }

    /** Uniform noise between the feature's extremes within the example. */
    public Fill() {
        this(Kind.UNIFORM_IN_RANGE, Range.EXAMPLE_FEATURE, 0);
    }

    /** Validates. */
    public Fill {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(range, "range");
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("constant must be finite, was " + constant);
        }
    }

    /** Uniform noise in a range. */
    public static Fill uniform(Range range) {
        return new Fill(Kind.UNIFORM_IN_RANGE, range, 0);
    }

    /** The mean over a range. */
    public static Fill mean(Range range) {
        return new Fill(Kind.MEAN, range, 0);
    }

    /** A constant, such as 0 or black. */
    public static Fill constant(double value) {
        return new Fill(Kind.CONSTANT, Range.EXAMPLE, value);
    }
}
