package org.salient4j.attribution.embedding;

import java.util.Arrays;

/**
 * Numerical rank of each sample's Jacobian: how many of its singular values are not negligible.
 * Fewer than there are outputs is what normalised embeddings have (one less for each block that is
 * normalised) and what a head that is clipped at a sample has (one less for each output at the
 * clip); the pseudo-inverse then says nothing about the directions that are missing.
 */
public final class NumericalRanks {
    private final int[] ranks;

    /**
     * @param ranks one a sample, at least one, not negative; copied
     */
    public NumericalRanks(int... ranks) {
        if (ranks.length == 0 || Arrays.stream(ranks).anyMatch(rank -> rank < 0)) {
            throw new IllegalArgumentException(
                    "ranks must be at least 0, at least one of them, were "
                            + Arrays.toString(ranks));
        }
        this.ranks = ranks.clone();
    }

    /** Of how many samples. */
    public int count() {
        return ranks.length;
    }

    /** Of one sample. */
    public int of(int sample) {
        return ranks[sample];
    }

    /** The lowest. */
    public int min() {
        return Arrays.stream(ranks).min().orElseThrow();
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }

    /** The highest. */
    public int max() {
        return Arrays.stream(ranks).max().orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumericalRanks
                && Arrays.equals(((NumericalRanks) other).ranks, ranks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranks);
    }

    @Override
    public String toString() {
        return "rank min %d, median %s, max %d of %d samples"
                .formatted(min(), median(), max(), count());
    }
}
