package org.salient4j.framework.text.linear;

/**
 * A vector that is zero almost everywhere.
 *
 * @param indices where it is not, increasing
 * @param values the values there
 */
record SparseVector(int[] indices, double[] values) {

    /** The inner product with a part of a dense vector. */
    double dot(double[] dense, int offset) {
        double sum = 0;
        for (int i = 0; i < indices.length; i++) {
            sum += values[i] * dense[offset + indices[i]];
        }
        return sum;
    }

    /** Adds a multiple of this to a part of a dense vector. */
    void addTo(double[] dense, int offset, double factor) {
        for (int i = 0; i < indices.length; i++) {
            dense[offset + indices[i]] += factor * values[i];
        }
    }
}
