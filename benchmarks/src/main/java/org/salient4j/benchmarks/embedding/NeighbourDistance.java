package org.salient4j.benchmarks.embedding;

/** When two points of an embedding are near each other. */
public enum NeighbourDistance {
    /** {@code |a - b|}; for embeddings trained with a Euclidean similarity. */
    EUCLIDEAN,
    /**
     * {@code 1 - a·b / (|a| |b|)}; for embeddings on a sphere. A point at the origin is at distance
     * 1 from all.
     */
    COSINE
}
