package org.salient4j.benchmarks.metrics;

import java.util.function.Supplier;

/** The mean of scores that are drawn several times. */
final class Repeats {
    private Repeats() {}

    static void require(int repeats) {
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, was " + repeats);
        }
    }

    /** Means over the draws in which the value is valid, of each sample and of the set's number. */
    static Scores mean(int repeats, Supplier<Scores> draw) {
        Scores[] draws = new Scores[repeats];
        double[] means = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            draws[i] = draw.get();
            means[i] = draws[i].mean();
        }
        double[][] values = new double[repeats][];
        for (int i = 0; i < repeats; i++) {
            values[i] = draws[i].perSample();
        }
        double[] perSample = new double[draws[0].samples()];
        double[] column = new double[repeats];
        for (int sample = 0; sample < perSample.length; sample++) {
            for (int i = 0; i < repeats; i++) {
                column[i] = values[i][sample];
            }
            perSample[sample] = Scores.meanOfValid(column);
        }
        return new Scores(perSample, Scores.meanOfValid(means), draws[0].aggregation());
    }
}
