package org.salient4j.attribution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Output;

/**
 * Gradients at several points a sample, several points of several samples in one model call. What
 * is in memory at a time is one call's rows and whatever the receiver keeps, however many points
 * there are. Points come sample by sample in ascending order, so sums do not depend on the bound.
 */
final class GradientCalls {
    /**
     * Cells of input in one call: 52 rows of 50 x 50, 167 of 28 x 28. With the LSTM and the prefix
     * attention of the time-series benchmark, calls of a quarter of that are clearly slower and
     * larger ones hardly faster, while what a network keeps for its backward pass goes on growing.
     * A sample with more cells is a call of its own.
     */
    static final int MAX_CELLS = 1 << 17;

    /** Where gradients are wanted. */
    @FunctionalInterface
    interface Points {
        /** Writes a point's cells to {@code row[offset …]}. */
        void write(int sample, int point, double[] row, int offset);
    }

    /** What is done with them. */
    @FunctionalInterface
    interface Receiver {
        /** Takes the gradient at a point, in {@code gradients[offset …]}. */
        void accept(int sample, int point, double[] gradients, int offset);
    }

    private GradientCalls() {}

    static void run(Samples samples, int points, Output output, Points at, Receiver receiver) {
        run(samples, points, output, at, receiver, MAX_CELLS);
    }

    static void run(
            Samples samples,
            int points,
            Output output,
            Points at,
            Receiver receiver,
            int maxCells) {
        int cells = samples.cells();
        long total = (long) samples.count() * points;
        int rows = (int) Math.min(total, Math.max(1, maxCells / cells));
        double[] buffer = new double[rows * cells];
        for (long first = 0; first < total; first += rows) {
            int now = (int) Math.min(rows, total - first);
            double[] batch = now == rows ? buffer : new double[now * cells];
            int[] targets = new int[now];
            for (int r = 0; r < now; r++) {
                int sample = (int) ((first + r) / points);
                targets[r] = samples.targets()[sample];
                at.write(sample, (int) ((first + r) % points), batch, r * cells);
            }
            INDArray x = samples.rows(batch, now);
            double[] gradients = HostArray.doubles(samples.model().gradient(x, targets, output));
            for (int r = 0; r < now; r++) {
                int sample = (int) ((first + r) / points);
                receiver.accept(sample, (int) ((first + r) % points), gradients, r * cells);
            }
        }
    }
}
