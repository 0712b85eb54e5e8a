package org.salient4j.attribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * Which cells are taken away together by a method that takes cells away.
 *
 * <table>
 * <caption>Text forms, in JSON and on the command line</caption>
 * <tr><td>{@code cells}</td><td>each cell alone</td></tr>
 * <tr><td>{@code features}</td><td>a feature at all steps, such as a neuron's whole window; a
 *     channel of an image</td></tr>
 * <tr><td>{@code positions}</td><td>a time step with all its features, such as a word's embedding; a
 *     pixel with all its channels</td></tr>
 * <tr><td>{@code positions:12,9}</td><td>the first 12 positions of the first sample and the first 9
 *     of the second: padding behind them belongs to no group</td></tr>
 * <tr><td>{@code positions:12}</td><td>the first 12 of every sample</td></tr>
 * <tr><td>{@code @groups.npy}</td><td>a whole number for each cell, equal within a group: one [..]
 *     or [1, ..] for all samples, or [B, ..] with one a sample. A negative number is no
 *     group</td></tr>
 * </table>
 *
 * <p>A cell that belongs to no group is never changed and gets no attribution.
 */
public final class FeatureGroups {
    private static final String CELLS = "cells";
    private static final String FEATURES = "features";
    private static final String POSITIONS = "positions";
    private static final Pattern LENGTHS = Pattern.compile("(?i)positions:(\\d+(?:,\\d+)*)");

    private final String text;
    private final String unit;
    private final Source source;

    @FunctionalInterface
    private interface Source {
        CellGroups of(Samples samples);
    }

    private FeatureGroups(String text, String unit, Source source) {
        this.text = text;
        this.unit = unit;
        this.source = source;
    }

    /** Each cell alone. */
    public static FeatureGroups cells() {
        return new FeatureGroups(CELLS, "cell", samples -> CellGroups.of(samples, cell -> cell));
    }

    /** Each feature at all its positions. */
    public static FeatureGroups features() {
        return new FeatureGroups(FEATURES, "feature", CellGroups::features);
    }

    /** Each position with all its features. */
    public static FeatureGroups positions() {
        return new FeatureGroups(POSITIONS, "position", CellGroups::positions);
    }

    /**
     * The first positions of each sample, without the padding behind them.
     *
     * @param lengths how many, for each sample or one number for all; at least 0
     */
    public static FeatureGroups positions(int... lengths) {
        if (lengths.length == 0 || Arrays.stream(lengths).anyMatch(length -> length < 0)) {
            throw new InvalidInputException(
                    "lengths must be at least 0, at least one of them, were "
                            + Arrays.toString(lengths));
        }
        int[] kept = lengths.clone();
        String list =
                Arrays.stream(kept).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String name = POSITIONS + ":" + list;
        return new FeatureGroups(
                name, "position", samples -> CellGroups.positions(samples, kept, name));
    }

    /**
     * @param numbers a group number for each cell, [..] or [1, ..] for all samples, or [B, ..] with
     *     one a sample; negative where there is no group; copied
     */
    public static FeatureGroups of(INDArray numbers) {
        return given(GivenArray.of(numbers));
    }

    /**
     * @param file a {@code .npy} file with what {@link #of} takes, read when it is used
     */
    public static FeatureGroups file(Path file) {
        return given(GivenArray.of(file));
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static FeatureGroups parse(String text) {
        for (FeatureGroups groups : List.of(cells(), features(), positions())) {
            if (text.equalsIgnoreCase(groups.text)) {
                return groups;
            }
        }
        if (LENGTHS.matcher(text).matches()) {
            return positions(lengths(text));
        }
        if (GivenArray.names(text)) {
            return given(GivenArray.parse("groups", text));
        }
        throw new InvalidInputException(
                GivenArray.wasInMemory(text)
                        ? "groups '"
                                + text
                                + "' were given in memory: write them to a file, @file.npy"
                        : "groups must be cells, features, positions, positions:12,9 or @groups.npy,"
                                + " was '"
                                + text
                                + "'");
    }

    /** Whether every group is one cell and every cell one group, as far as the text form says. */
    boolean single() {
        return text.equals(CELLS);
    }

    /** What one of them is called. */
    String unit() {
        return unit;
    }

    /** The groups of these samples. */
    CellGroups groups(Samples samples) {
        return source.of(samples);
    }

    /** The text form; of an array given in memory, its shape and a digest. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureGroups && ((FeatureGroups) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static FeatureGroups given(GivenArray array) {
        return new FeatureGroups(array.text(), "group", samples -> CellGroups.read(samples, array));
    }

    private static int[] lengths(String text) {
        try {
            return Arrays.stream(text.substring(POSITIONS.length() + 1).split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "groups '" + text + "' have a length that is too large");
        }
    }
}
