package org.salient4j.layers.encoder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salient4j.layers.AdjointLayer;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.HardClip;
import org.salient4j.layers.L2Normalise;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.Tanh;

/**
 * What comes after an encoder's last linear layer. A loss of Euclidean distances has no lower bound
 * over unbounded embeddings: give it a clip or a tangent; give a loss of cosines the normalisation.
 *
 * @param form which it is
 * @param bounds two positive numbers a, b for {@code HARD_CLIP}, one for {@code SCALED_TANH}, none
 *     else; null is none
 * @param blocks of {@code L2_NORMALISE}, in order; none, or null, for one block
 */
public record Head(Form form, List<Double> bounds, List<FeatureRange> blocks) {

    /** The forms there are. */
    public enum Form {
        /** Nothing. */
        NONE(0),
        /** {@link L2Normalise}. */
        L2_NORMALISE(0),
        /** {@link HardClip} to [-a, b]. */
        HARD_CLIP(2),
        /** {@link Tanh}. */
        TANH(0),
        /** {@link Tanh} times a number. */
        SCALED_TANH(1);

        private final int bounds;

        Form(int bounds) {
            this.bounds = bounds;
        }

        /** As it is written in a file: {@code hard-clip}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Validates the numbers. */
    public Head {
        if (form == null) {
            throw new IllegalArgumentException("form must be given, was null");
        }
        bounds = bounds == null ? List.of() : List.copyOf(bounds);
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
        if (bounds.size() != form.bounds) {
            throw new IllegalArgumentException(
                    "bounds of %s must be %d numbers, were %s"
                            .formatted(form, form.bounds, bounds));
        }
        bounds.forEach(bound -> Sizes.positiveNumber("bounds", bound));
        if (form != Form.L2_NORMALISE && !blocks.isEmpty()) {
            throw new IllegalArgumentException(
                    "blocks of %s must be none, were %s".formatted(form, blocks));
        }
    }

    /** The last linear layer's outputs as they are. */
    public static Head none() {
        return new Head(Form.NONE, List.of(), List.of());
    }

    /** Embeddings of length 1. */
    public static Head l2Normalise() {
        return new Head(Form.L2_NORMALISE, List.of(), List.of());
    }

    /**
     * Blocks of length 1 each.
     *
     * @param blocks see {@link FeatureRange#blocks}
     */
    public static Head l2Normalise(List<FeatureRange> blocks) {
        return new Head(Form.L2_NORMALISE, List.of(), blocks);
    }

    /**
     * Embeddings in [-a, b].
     *
     * @param below a, positive
     * @param above b, positive
     */
    public static Head hardClip(double below, double above) {
        return new Head(Form.HARD_CLIP, List.of(below, above), List.of());
    }

    /** Embeddings in (-1, 1). */
    public static Head tanh() {
        return new Head(Form.TANH, List.of(), List.of());
    }

    /**
     * s tanh(y): embeddings in (-s, s).
     *
     * @param scale s, positive
     */
    public static Head scaledTanh(double scale) {
        return new Head(Form.SCALED_TANH, List.of(scale), List.of());
    }

    /**
     * Its layer; none for {@code NONE}.
     *
     * @param dimension of the embedding
     * @throws IllegalArgumentException if the blocks do not cover it
     */
    public Optional<AdjointLayer> layer(int dimension) {
        return switch (form) {
            case NONE -> Optional.empty();
            case L2_NORMALISE -> Optional.of(new L2Normalise(dimension, blocks));
            case HARD_CLIP -> Optional.of(new HardClip(bounds.get(0), bounds.get(1)));
            case TANH -> Optional.of(new Tanh());
            case SCALED_TANH -> Optional.of(new Tanh(bounds.get(0)));
        };
    }
}
