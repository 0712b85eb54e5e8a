package org.salient4j.benchmarks.statistics;

import java.util.Arrays;

/**
 * The ranks of the sizes of non-zero differences, doubled so that the mean ranks of ties are whole.
 *
 * @param doubledRanks twice the mid-rank of every non-zero difference, in increasing order
 * @param doubledPositive twice the rank sum of the positive differences
 * @param doubledNegative twice the rank sum of the negative differences
 */
record SignedRanks(int[] doubledRanks, int doubledPositive, int doubledNegative) {

    static SignedRanks of(double[] differences) {
        Double[] sorted =
                Arrays.stream(differences)
                        .filter(difference -> difference != 0)
                        .boxed()
                        .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                        .toArray(Double[]::new);
        int[] ranks = new int[sorted.length];
        int positive = 0;
        int negative = 0;
        int end;
        for (int start = 0; start < sorted.length; start = end) {
            end = start + 1;
            while (end < sorted.length && Math.abs(sorted[end]) == Math.abs(sorted[start])) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[i] = start + 1 + end; // twice the mean of start + 1, ..., end
                if (sorted[i] > 0) {
                    positive += ranks[i];
                } else {
                    negative += ranks[i];
                }
            }
        }
        return new SignedRanks(ranks, positive, negative);
    }

    int count() {
        return doubledRanks.length;
    }
}
