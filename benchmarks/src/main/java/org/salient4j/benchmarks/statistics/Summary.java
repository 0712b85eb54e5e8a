package org.salient4j.benchmarks.statistics;

/**
 * Location and spread of some values.
 *
 * @param count the number of values present
 * @param missing the number of values that were {@code NaN}
 * @param mean the arithmetic mean, {@code NaN} without values
 * @param standardDeviation with the divisor count - 1, {@code NaN} with fewer than two values
 */
public record Summary(int count, int missing, double mean, double standardDeviation) {

    /**
     * Summarises values.
     *
     * @param values {@code NaN} where missing
     * @return the summary
     */
    public static Summary of(double... values) {
        double[] present = Present.in(values);
        int count = present.length;
        double sum = 0;
        for (double value : present) {
            sum += value;
        }
        double mean = count == 0 ? Double.NaN : sum / count;
        double squares = 0;
        for (double value : present) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
        return new Summary(count, values.length - count, mean, deviation);
    }

    /**
     * The standard error of the mean.
     *
     * @return standardDeviation / sqrt(count), {@code NaN} with fewer than two values
     */
    public double standardError() {
        return standardDeviation / Math.sqrt(count);
    }
}
