package org.salient4j.attribution;

/** Where outputs or gradients are wanted: several points a sample. */
@FunctionalInterface
interface Points {
    /**
     * Writes all cells of a point; called in the order of the points.
     *
     * @param row where to, whatever is in it
     */
    void write(int sample, int point, double[] row);
}
