package org.salient4j.attribution;

import java.util.Arrays;
import org.salient4j.framework.network.Output;

/** The explained output itself, from the logits and in double. */
final class OutputValues {
    private OutputValues() {}

    /**
     * f at a point a sample, in calls of bounded size.
     *
     * @param points cells of all points, one a sample
     * @return B values
     */
    static double[] at(Samples samples, double[] points, Output output) {
        int cells = samples.cells();
        int[] one = new int[samples.count()];
        Arrays.fill(one, 1);
        double[] values = new double[samples.count()];
        OutputCalls.run(
                samples,
                one,
                (b, i, row) -> System.arraycopy(points, b * cells, row, 0, cells),
                (b, i, z) -> values[b] = of(z, samples.targets()[b], output));
        return values;
    }

    static double of(double[] z, int target, Output output) {
        return switch (output) {
            case LOGIT -> z[target];
            case LOGPROB -> z[target] - logSumExp(z, -1);
            case PROB -> Math.exp(z[target] - logSumExp(z, -1));
            case MARGIN -> z[target] - logSumExp(z, target);
        };
    }

    private static double logSumExp(double[] z, int excluded) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < z.length; c++) {
            highest = c == excluded ? highest : Math.max(highest, z[c]);
        }
        double sum = 0;
        for (int c = 0; c < z.length; c++) {
            sum += c == excluded ? 0 : Math.exp(z[c] - highest);
        }
        return highest + Math.log(sum);
    }
}
