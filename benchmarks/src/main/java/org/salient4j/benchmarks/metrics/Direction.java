package org.salient4j.benchmarks.metrics;

/** Which scores of a metric are the good ones. */
public enum Direction {
    /** A larger score is better. */
    HIGHER,
    /** A smaller score is better. */
    LOWER;

    /**
     * Whether one score is strictly better than another.
     *
     * @param score the score in question
     * @param other what it is held against
     * @return false when the two are equal or one of them is missing
     */
    public boolean isBetter(double score, double other) {
        return this == HIGHER ? score > other : score < other;
    }
}
