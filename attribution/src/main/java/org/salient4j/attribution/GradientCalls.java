package org.salient4j.attribution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostRows;
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

    /** What is done with them. */
    @FunctionalInterface
    interface Receiver {
        /** Takes the gradient at a point, which the next one overwrites. */
        void accept(int sample, int point, double[] gradient);
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
        Call call = null;
        for (long first = 0; first < total; first += rows) {
            int now = (int) Math.min(rows, total - first);
            call = call != null && call.targets.length == now ? call : new Call(samples, now);
            for (int r = 0; r < now; r++) {
                int sample = (int) ((first + r) / points);
                call.targets[r] = samples.targets()[sample];
                at.write(sample, (int) ((first + r) % points), call.row);
                call.points.write(r, call.row);
            }
            samples.model().gradient(call.x, call.targets, output, call.gradient);
            for (int r = 0; r < now; r++) {
                call.gradients.read(r, call.row);
                int sample = (int) ((first + r) / points);
                receiver.accept(sample, (int) ((first + r) % points), call.row);
            }
        }
    }

    /**
     * The arrays of calls of one size. Points and gradients pass row by row: a row stays in the
     * processor's cache, and no array is made for a call.
     */
    private static final class Call {
        private final int[] targets;
        private final INDArray x;
        private final INDArray gradient;
        private final HostRows points;
        private final HostRows gradients;
        private final double[] row;

        Call(Samples samples, int rows) {
            targets = new int[rows];
            x = samples.empty(rows);
            gradient = samples.empty(rows);
            points = HostRows.writing(x);
            gradients = HostRows.reading(gradient);
            row = new double[samples.cells()];
        }
    }
}
