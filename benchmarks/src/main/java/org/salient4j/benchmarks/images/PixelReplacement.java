package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;

/**
 * What stands in the place of a removed pixel, channel by channel.
 *
 * <table>
 *   <caption>Forms</caption>
 *   <tr><td>{@code corner}</td><td>the image's own pixel at its top left: black where the
 *     background is, so what is left still looks like the data; "IID" in the paper</td></tr>
 *   <tr><td>{@code mean}</td><td>the mean of the image's channel, which no pixel need have;
 *     "OOD"</td></tr>
 *   <tr><td>{@code constant:X}</td><td>the number X</td></tr>
 *   <tr><td>{@code noise:X}</td><td>X + N(0, 1), independent in every value; 10 in the released
 *     code, far from any scaled image</td></tr>
 * </table>
 *
 * <p>Numbers are in the unit of the scaled images. Use {@code corner} only where the corner is
 * background.
 *
 * @param kind which
 * @param value X; 0 where the form has none
 */
public record PixelReplacement(Kind kind, double value) {

    /** The forms. */
    public enum Kind {
        /** The image's pixel at the top left. */
        CORNER,
        /** The mean of the image's channel. */
        MEAN,
        /** A number. */
        CONSTANT,
        /** Normal noise around a number. */
        NOISE
    }

    /** Validates. */
    public PixelReplacement {
        Objects.requireNonNull(kind, "kind");
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("a replacement's value must be finite, was " + value);
        }
        if ((kind == Kind.CORNER || kind == Kind.MEAN) && value != 0) {
            throw new InvalidInputException(
                    "the replacement %s has no value".formatted(text(kind)));
        }
    }

    /** The image's own corner. */
    public static PixelReplacement corner() {
        return new PixelReplacement(Kind.CORNER, 0);
    }

    /** The mean of the image's channel. */
    public static PixelReplacement mean() {
        return new PixelReplacement(Kind.MEAN, 0);
    }

    /** A number. */
    public static PixelReplacement constant(double value) {
        return new PixelReplacement(Kind.CONSTANT, value);
    }

    /** Normal noise of deviation 1. */
    public static PixelReplacement noise(double mean) {
        return new PixelReplacement(Kind.NOISE, mean);
    }

    /**
     * Reads a form.
     *
     * @throws InvalidInputException if it is none
     */
    @JsonCreator
    public static PixelReplacement parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        for (Kind kind : Kind.values()) {
            boolean numbered = kind == Kind.CONSTANT || kind == Kind.NOISE;
            if (text(kind).equals(name) && numbered == colon >= 0) {
                try {
                    return new PixelReplacement(
                            kind, numbered ? Double.parseDouble(text.substring(colon + 1)) : 0);
                } catch (NumberFormatException e) {
                    break;
                }
            }
        }
        throw new InvalidInputException(
                "a replacement must be corner, mean, constant:X or noise:X, was '" + text + "'");
    }

    private static String text(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The form, as {@link #parse} reads it. */
    @JsonValue
    @Override
    public String toString() {
        boolean numbered = kind == Kind.CONSTANT || kind == Kind.NOISE;
        return numbered ? text(kind) + ":" + value : text(kind);
    }

    /**
     * The values that would stand in the place of every pixel of an image.
     *
     * @param images values of several images
     * @param from where the image begins
     * @param layout of the image
     * @param seed of the image's noise
     * @return one value a cell
     */
    double[] values(double[] images, int from, PixelLayout layout, Seed seed) {
        double[] values = new double[layout.cells()];
        RandomGenerator random = seed.random();
        for (int c = 0; c < layout.channels(); c++) {
            double mean = kind == Kind.MEAN ? mean(images, from, layout, c) : 0;
            for (int p = 0; p < layout.pixels(); p++) {
                values[layout.cell(p, c)] =
                        switch (kind) {
                            case CORNER -> images[from + layout.cell(0, c)];
                            case MEAN -> mean;
                            case CONSTANT -> value;
                            case NOISE -> value + random.nextGaussian();
                        };
            }
        }
        return values;
    }

    private static double mean(double[] images, int from, PixelLayout layout, int channel) {
        double sum = 0;
        for (int p = 0; p < layout.pixels(); p++) {
            sum += images[from + layout.cell(p, channel)];
        }
        return sum / layout.pixels();
    }

    /** Replaces the pixels of some ranks. */
    static void put(
            double[] images,
            int from,
            int[] ranking,
            int firstRank,
            int endRank,
            double[] replacing,
            PixelLayout layout) {
        for (int rank = firstRank; rank < endRank; rank++) {
            for (int c = 0; c < layout.channels(); c++) {
                int cell = layout.cell(ranking[rank], c);
                images[from + cell] = replacing[cell];
            }
        }
    }
}
