package org.salient4j.attribution;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.HostRows;

/**
 * Outputs at several points a sample, points of several samples in one forward pass. What is in
 * memory at a time is one call's rows and whatever the receiver keeps. Points come sample by sample
 * in ascending order, so what a receiver adds up does not depend on the bound.
 */
final class OutputCalls {
    /**
     * Cells of input in one call: 52 rows of 50 x 50, 2,621 of 50 neurons. With an LSTM, a temporal
     * convolutional network and a perceptron, calls of a quarter of that are slower and larger ones
     * no faster.
     */
    static final int MAX_CELLS = 1 << 17;

    /** What is done with them. */
    @FunctionalInterface
    interface Receiver {
        /** Takes all C outputs at a point, in the order of the points. */
        void accept(int sample, int point, double[] outputs);
    }

    private OutputCalls() {}

    /**
     * @param points how many, for each sample
     */
    static void run(Samples samples, int[] points, Points at, Receiver receiver) {
        run(samples, points, at, receiver, MAX_CELLS);
    }

    static void run(Samples samples, int[] points, Points at, Receiver receiver, int maxCells) {
        int cells = samples.cells();
        int classes = samples.model().outputs();
        long left = Arrays.stream(points).asLongStream().sum();
        int rows = (int) Math.min(left, Math.max(1, maxCells / cells));
        int[] sampleOf = new int[rows];
        int[] pointOf = new int[rows];
        int sample = 0;
        int point = 0;
        double[] row = new double[cells];
        INDArray x = samples.empty(rows);
        while (left > 0) {
            int now = (int) Math.min(rows, left);
            x = x.size(0) == now ? x : samples.empty(now);
            HostRows batch = HostRows.writing(x);
            for (int r = 0; r < now; r++) {
                while (point == points[sample]) {
                    sample++;
                    point = 0;
                }
                sampleOf[r] = sample;
                pointOf[r] = point;
                at.write(sample, point, row);
                batch.write(r, row);
                point++;
            }
            double[] outputs = HostArray.doubles(samples.model().output(x));
            for (int r = 0; r < now; r++) {
                receiver.accept(
                        sampleOf[r],
                        pointOf[r],
                        Arrays.copyOfRange(outputs, r * classes, (r + 1) * classes));
            }
            left -= now;
        }
    }
}
