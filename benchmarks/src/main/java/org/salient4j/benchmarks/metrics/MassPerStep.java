package org.salient4j.benchmarks.metrics;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * The share of the absolute attribution that lies on each time step, averaged over samples.
 *
 * <p>share[t] = mean over samples of (sum over f of |A[t, f]| / sum over all cells of |A|). Not a
 * metric, since no truth is involved: it shows where along a series saliency lies, and so whether
 * it vanishes towards the beginning. A map that is zero everywhere has no shares; it is skipped and
 * counted.
 *
 * @param share T values that sum to 1, {@code NaN} when every sample was skipped
 * @param perSample [N][T], a row of {@code NaN} for a skipped sample
 */
public record MassPerStep(double[] share, double[][] perSample) {

    /** Copies the values. */
    public MassPerStep {
        share = share.clone();
        perSample = copy(perSample);
    }

    /**
     * Measures attributions of series.
     *
     * @param attributions signed, shape [N, T, F]
     * @return the shares
     * @throws InvalidInputException if the rank is not 3 or a value is not finite
     */
    public static MassPerStep of(INDArray attributions) {
        if (attributions.rank() != 3) {
            throw new InvalidInputException(
                    "attributions must have the shape [N, T, F], was "
                            + Arrays.toString(attributions.shape()));
        }
        int steps = ArrayConversion.sampleShape(attributions)[0];
        double[][] rows = ArrayConversion.rows(attributions);
        double[][] perSample = new double[rows.length][];
        for (int sample = 0; sample < rows.length; sample++) {
            perSample[sample] = shares(rows[sample], steps, sample);
        }
        double[] share = new double[steps];
        double[] column = new double[rows.length];
        for (int step = 0; step < steps; step++) {
            for (int sample = 0; sample < rows.length; sample++) {
                column[sample] = perSample[sample][step];
            }
            share[step] = Scores.meanOfValid(column);
        }
        return new MassPerStep(share, perSample);
    }

    private static double[] shares(double[] cells, int steps, int sample) {
        int features = cells.length / steps;
        double[] shares = new double[steps];
        double total = 0;
        for (int step = 0; step < steps; step++) {
            for (int cell = step * features; cell < (step + 1) * features; cell++) {
                shares[step] += Math.abs(cells[cell]);
            }
            total += shares[step];
        }
        if (!Double.isFinite(total)) {
            throw new InvalidInputException(
                    "attributions must be finite, are not in sample " + sample);
        }
        for (int step = 0; step < steps; step++) {
            shares[step] = total == 0 ? Double.NaN : shares[step] / total;
        }
        return shares;
    }

    /**
     * Returns the mean shares.
     *
     * @return a copy, T values
     */
    @Override
    public double[] share() {
        return share.clone();
    }

    /**
     * Returns each sample's shares.
     *
     * @return a copy, [N][T]
     */
    @Override
    public double[][] perSample() {
        return copy(perSample);
    }

    /**
     * The number of samples without any attribution.
     *
     * @return 0 to N
     */
    public int skipped() {
        int skipped = 0;
        for (double[] row : perSample) {
            if (Double.isNaN(row[0])) {
                skipped++;
            }
        }
        return skipped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MassPerStep that
                && Arrays.equals(share, that.share)
                && Arrays.deepEquals(perSample, that.perSample);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(share) + Arrays.deepHashCode(perSample);
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
