package org.salient4j.attribution;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.deeplift.MultiplierGraph;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.network.Output;

/**
 * DeepLIFT of every sample against every baseline of a pool, several pairs in one call. What is in
 * memory at a time is one call's pairs and the sums. Pairs come sample by sample in ascending
 * order, so sums do not depend on the bound.
 */
final class PairCalls {
    /** Cells of input in one call, of the samples; the baselines are as many again. */
    static final int MAX_CELLS = 1 << 19;

    /** What the network may make of them in one call, all layers together. */
    private static final long MAX_ACTIVATIONS = 1 << 24;

    private PairCalls() {}

    static Attribution run(
            Samples samples,
            BaselinePool.Members pool,
            MultiplierGraph graph,
            Output output,
            boolean complete,
            int maxCells) {
        int cells = samples.cells();
        int members = pool.size();
        long total = (long) samples.count() * members;
        long most = Math.min(maxCells / cells, MAX_ACTIVATIONS / graph.activations());
        int rows = (int) Math.min(total, Math.max(1, most));
        double[] mean = new double[samples.values().length];
        double[] row = new double[cells];
        INDArray x = samples.empty(rows);
        INDArray b = samples.empty(rows);
        double[] change = new double[samples.count()];
        for (long first = 0; first < total; first += rows) {
            int now = (int) Math.min(rows, total - first);
            x = x.size(0) == now ? x : samples.empty(now);
            b = b.size(0) == now ? b : samples.empty(now);
            HostRows inputs = HostRows.writing(x);
            HostRows baselines = HostRows.writing(b);
            int[] targets = new int[now];
            for (int r = 0; r < now; r++) {
                int sample = (int) ((first + r) / members);
                int from = pool.offset(sample, (int) ((first + r) % members));
                targets[r] = samples.targets()[sample];
                System.arraycopy(samples.values(), sample * cells, row, 0, cells);
                inputs.write(r, row);
                System.arraycopy(pool.values(), from, row, 0, cells);
                baselines.write(r, row);
            }
            MultiplierGraph.Pass pass = graph.run(x, b, targets);
            HostRows multipliers = HostRows.reading(pass.multipliers());
            double[] z = HostArray.doubles(pass.logits());
            double[] z0 = HostArray.doubles(pass.referenceLogits());
            int classes = z.length / now;
            for (int r = 0; r < now; r++) {
                int sample = (int) ((first + r) / members);
                int from = pool.offset(sample, (int) ((first + r) % members));
                multipliers.read(r, row);
                for (int c = 0; c < cells; c++) {
                    int at = sample * cells + c;
                    double difference = samples.values()[at] - pool.values()[from + c];
                    mean[at] += row[c] * difference / members;
                }
                change[sample] +=
                        (f(z, r, classes, targets[r], output)
                                        - f(z0, r, classes, targets[r], output))
                                / members;
            }
        }
        INDArray values = samples.array(mean);
        return complete
                ? new Attribution(
                        values, samples.targets(), Optional.of(delta(mean, change, cells)))
                : new Attribution(values, samples.targets());
    }

    private static double[] delta(double[] mean, double[] change, int cells) {
        double[] delta = new double[change.length];
        for (int b = 0; b < delta.length; b++) {
            double sum = Arrays.stream(mean, b * cells, (b + 1) * cells).sum();
            delta[b] = sum - change[b];
        }
        return delta;
    }

    private static double f(double[] logits, int row, int classes, int target, Output output) {
        return OutputValues.of(
                Arrays.copyOfRange(logits, row * classes, (row + 1) * classes), target, output);
    }
}
