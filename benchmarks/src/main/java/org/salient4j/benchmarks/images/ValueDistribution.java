package org.salient4j.benchmarks.images;

import java.util.Arrays;
import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * How values are spread.
 *
 * @param quantiles the values below which 0, 1, 5, 25, 50, 75, 95, 99 and 100 % lie
 * @param reach the histogram covers [-reach, reach]
 * @param histogram share of the values in each of equally wide bins
 */
public record ValueDistribution(List<Double> quantiles, double reach, List<Double> histogram) {
    /** Which quantiles. */
    public static final List<Double> SHARES =
            List.of(0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0);

    /** Number of bins; odd, so that zero lies in the middle of one. */
    public static final int BINS = 81;

    /** Validates. */
    public ValueDistribution {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
        if (quantiles.size() != SHARES.size() || histogram.size() != BINS) {
            throw new InvalidInputException(
                    "a distribution has %d quantiles and %d bins, found %d and %d"
                            .formatted(SHARES.size(), BINS, quantiles.size(), histogram.size()));
        }
    }

    /**
     * Of some values.
     *
     * @param values at least one; sorted in place
     */
    static ValueDistribution of(float... values) {
        Arrays.sort(values);
        double reach = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        List<Double> quantiles =
                SHARES.stream()
                        .map(
                                share ->
                                        (double)
                                                values[
                                                        (int)
                                                                Math.round(
                                                                        share
                                                                                * (values.length
                                                                                        - 1))])
                        .toList();
        double[] bins = new double[BINS];
        for (float value : values) {
            double place = reach == 0 ? 0.5 : (value + reach) / (2 * reach);
            bins[(int) Math.min(BINS - 1, place * BINS)] += 1.0 / values.length;
        }
        return new ValueDistribution(quantiles, reach, Arrays.stream(bins).boxed().toList());
    }

    /** The value below which the share at an index of {@link #SHARES} lies. */
    public double quantile(double share) {
        return quantiles.get(SHARES.indexOf(share));
    }
}
