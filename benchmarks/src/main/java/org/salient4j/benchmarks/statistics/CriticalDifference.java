package org.salient4j.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Which of several treatments, such as attribution methods, differ over blocks, such as data sets:
 * Friedman's test and the critical difference of Nemenyi.
 *
 * <p>In each block the k treatments are ranked, 1 the best, ties by their mean rank. Friedman's
 * statistic 12 n / (k (k + 1)) (sum of R_j^2 - k (k + 1)^2 / 4), corrected for ties, asks by the
 * chi-squared distribution with k - 1 degrees of freedom whether the average ranks R_j over n
 * blocks differ at all. Two treatments differ if their average ranks do by at least CD = q sqrt(k
 * (k + 1) / (6 n)), q the upper alpha quantile of the studentized range divided by sqrt(2).
 *
 * <p>Read the groups only where Friedman's test is significant. With few blocks the chi-squared
 * distribution is rough and CD large: with 6 treatments and 4 blocks it is 3.8 of at most 5 ranks.
 * Blocks should be independent, so take means over seeds, not the seeds, as blocks. Source: Demšar,
 * "Statistical Comparisons of Classifiers over Multiple Data Sets", JMLR 7, 2006.
 *
 * @param treatments from best to worst average rank
 * @param averageRanks in the same order; {@code NaN} without blocks
 * @param blocks the number of blocks with all treatments
 * @param leftOut the number of blocks in which a value was missing
 * @param statistic Friedman's; {@code NaN} with fewer than two blocks or nothing but ties
 * @param pValue of the statistic, {@code NaN} where it is
 * @param criticalDifference CD; {@code NaN} with fewer than two blocks
 * @param groups the largest sets of neighbours, at least two, that do not differ, best first
 * @param alpha the level of CD, in (0, 1)
 */
public record CriticalDifference(
        List<String> treatments,
        List<Double> averageRanks,
        int blocks,
        int leftOut,
        double statistic,
        double pValue,
        double criticalDifference,
        List<List<String>> groups,
        double alpha) {
    private static final double USUAL_ALPHA = 0.05;

    /** Copies the lists. */
    public CriticalDifference {
        treatments = List.copyOf(treatments);
        averageRanks = List.copyOf(averageRanks);
        groups = List.copyOf(groups);
    }

    /** At the level 0.05. */
    public static CriticalDifference of(
            List<String> treatments, double[][] scores, boolean higherIsBetter) {
        return of(treatments, scores, higherIsBetter, USUAL_ALPHA);
    }

    /**
     * Ranks the treatments.
     *
     * @param treatments their names, at least two
     * @param scores [block][treatment]; a block with a {@code NaN} is left out and counted
     * @param higherIsBetter whether the highest score gets rank 1
     * @param alpha level of CD, in (0, 1)
     * @throws IllegalArgumentException if a block has another number of scores
     */
    public static CriticalDifference of(
            List<String> treatments, double[][] scores, boolean higherIsBetter, double alpha) {
        int k = treatments.size();
        Present.requireConfidence(1 - alpha);
        if (k < 2) {
            throw new IllegalArgumentException("treatments must be at least 2, were " + k);
        }
        double[] sums = new double[k];
        double ties = 0;
        int blocks = 0;
        for (double[] block : scores) {
            if (block.length != k) {
                throw new IllegalArgumentException(
                        "a block must have %d scores, had %d".formatted(k, block.length));
            }
            if (Present.in(block).length == k) {
                double[] ranks = ranks(block, higherIsBetter);
                IntStream.range(0, k).forEach(j -> sums[j] += ranks[j]);
                ties += ties(block);
                blocks++;
            }
        }
        int complete = blocks;
        double[] average = Arrays.stream(sums).map(sum -> sum / complete).toArray();
        int[] order =
                IntStream.range(0, k)
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> average[j]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<String> names = Arrays.stream(order).mapToObj(treatments::get).toList();
        List<Double> ranks = Arrays.stream(order).mapToObj(j -> average[j]).toList();
        double statistic = blocks < 2 ? Double.NaN : friedman(average, blocks, ties);
        double difference = blocks < 2 ? Double.NaN : nemenyi(alpha, k, blocks);
        return new CriticalDifference(
                names,
                ranks,
                blocks,
                scores.length - blocks,
                statistic,
                Double.isNaN(statistic) ? Double.NaN : chiSquaredTail(statistic, k - 1),
                difference,
                groups(names, ranks, difference),
                alpha);
    }

    /** Whether Friedman's test says that the treatments differ at all. */
    public boolean isSignificant() {
        return pValue <= alpha;
    }

    private static double nemenyi(double alpha, int k, int blocks) {
        double q = StudentizedRange.upperQuantile(alpha, k) / Math.sqrt(2);
        return q * Math.sqrt(k * (k + 1) / (6.0 * blocks));
    }

    private static double friedman(double[] average, int n, double ties) {
        double k = average.length;
        double squares = Arrays.stream(average).map(rank -> rank * rank).sum();
        double untied = 1 - ties / (n * k * (k * k - 1));
        double raw = 12 * n / (k * (k + 1)) * (squares - k * (k + 1) * (k + 1) / 4);
        return untied > 0 ? Math.max(0, raw / untied) : Double.NaN;
    }

    private static double chiSquaredTail(double statistic, int degrees) {
        return 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(statistic);
    }

    private static double[] ranks(double[] block, boolean higherIsBetter) {
        double[] ranks = new double[block.length];
        for (int i = 0; i < block.length; i++) {
            double better = 0;
            double equal = 0;
            for (double other : block) {
                better += (higherIsBetter ? other > block[i] : other < block[i]) ? 1 : 0;
                equal += other == block[i] ? 1 : 0;
            }
            ranks[i] = better + (equal + 1) / 2;
        }
        return ranks;
    }

    /** The sum of t^3 - t over sets of t equal values: t^2 - 1 for each of the t. */
    private static double ties(double[] block) {
        return Arrays.stream(block)
                .map(value -> Arrays.stream(block).filter(other -> other == value).count())
                .map(equal -> equal * equal - 1)
                .sum();
    }

    private static List<List<String>> groups(
            List<String> names, List<Double> ranks, double difference) {
        List<List<String>> groups = new ArrayList<>();
        int covered = 0;
        for (int first = 0; first < names.size(); first++) {
            int end = first + 1;
            while (end < names.size() && ranks.get(end) - ranks.get(first) < difference) {
                end++;
            }
            if (end - first > 1 && end > covered) {
                groups.add(names.subList(first, end));
                covered = end;
            }
        }
        return groups;
    }
}
