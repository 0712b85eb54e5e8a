package org.salient4j.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Neighbouring dimensions of an output: {@code start} to {@code end}, exclusive. Every objective of
 * a multi-objective encoder sees one range of the embedding.
 *
 * @param start first dimension, from 0
 * @param end one after the last
 */
public record FeatureRange(int start, int end) {

    /** Validates the ends. */
    public FeatureRange {
        if (start < 0) {
            throw new IllegalArgumentException("start must be at least 0, was " + start);
        }
        if (end <= start) {
            throw new IllegalArgumentException(
                    "end must be greater than start (%d), was %d".formatted(start, end));
        }
    }

    /** How many dimensions. */
    public int size() {
        return end - start;
    }

    /** Whether the two have a dimension in common. */
    public boolean overlaps(FeatureRange other) {
        return start < other.end && other.start < end;
    }

    @Override
    public String toString() {
        return start + ":" + end;
    }

    /**
     * Fails unless the ranges cover an output: from dimension 0 without gaps to the last, none
     * twice. They may overlap.
     *
     * @param ranges in any order
     * @param dimension of the output
     */
    public static void requireCover(List<FeatureRange> ranges, int dimension) {
        int covered = 0;
        List<FeatureRange> sorted = sorted(ranges);
        for (int i = 0; i < sorted.size(); i++) {
            FeatureRange range = sorted.get(i);
            if (i > 0 && range.equals(sorted.get(i - 1))) {
                throw new IllegalArgumentException(
                        "ranges must be different, were %s: %s is there twice"
                                .formatted(ranges, range));
            }
            if (range.start > covered) {
                throw new IllegalArgumentException(
                        "ranges must leave no gap, were %s: nothing covers %s"
                                .formatted(ranges, new FeatureRange(covered, range.start)));
            }
            covered = Math.max(covered, range.end);
        }
        if (covered != dimension) {
            throw new IllegalArgumentException(
                    "ranges must cover 0:%d, were %s".formatted(dimension, ranges));
        }
    }

    /**
     * The blocks that are normalised on their own where objectives see these ranges: the ranges
     * themselves if no two overlap; else one of them must be the whole output, and the blocks are
     * the others and, if they leave some of it, each stretch of the rest.
     *
     * @param ranges that cover an output
     * @param dimension of the output
     * @return in order, without overlap
     * @throws IllegalArgumentException if they do not cover it, or overlap otherwise
     */
    public static List<FeatureRange> blocks(List<FeatureRange> ranges, int dimension) {
        requireCover(ranges, dimension);
        FeatureRange whole = new FeatureRange(0, dimension);
        List<FeatureRange> parts = sorted(ranges);
        if (parts.size() > 1) {
            parts.remove(whole);
        }
        List<FeatureRange> blocks = new ArrayList<>();
        int covered = 0;
        for (FeatureRange part : parts) {
            if (part.start < covered) {
                throw new IllegalArgumentException(
                        ("ranges that overlap must be %s and others without overlap, were %s:"
                                        + " normalise no blocks, or choose other ranges")
                                .formatted(whole, ranges));
            }
            if (part.start > covered) {
                blocks.add(new FeatureRange(covered, part.start));
            }
            blocks.add(part);
            covered = part.end;
        }
        if (covered < dimension) {
            blocks.add(new FeatureRange(covered, dimension));
        }
        return List.copyOf(blocks);
    }

    private static List<FeatureRange> sorted(List<FeatureRange> ranges) {
        List<FeatureRange> sorted = new ArrayList<>(ranges);
        sorted.sort(
                Comparator.comparingInt(FeatureRange::start).thenComparingInt(FeatureRange::end));
        return sorted;
    }
}
