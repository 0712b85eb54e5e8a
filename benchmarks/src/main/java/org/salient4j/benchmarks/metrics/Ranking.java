package org.salient4j.benchmarks.metrics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The cells of one sample from the most to the least salient, and how many true ones lie on top.
 *
 * <p>Made once a sample by {@link MetricContext#ranking} and shared by the metrics, or by {@link
 * #of} from scores that need no post-processing. Cells of equal score form a tie; {@link
 * #expectedTrue} averages over the orders a tie can have, so that nothing depends on where a cell
 * lies in memory.
 */
public final class Ranking {
    private final double[] scores;
    private final int[] order;
    private final int[] trueOnTop;

    Ranking(double[] scores, boolean[] truth) {
        this(scores, truth, DescendingOrder.of(scores));
    }

    private Ranking(double[] scores, boolean[] truth, int[] order) {
        this.scores = scores;
        this.order = order;
        this.trueOnTop = new int[order.length + 1];
        for (int rank = 0; rank < order.length; rank++) {
            trueOnTop[rank + 1] = trueOnTop[rank] + (truth[order[rank]] ? 1 : 0);
        }
    }

    /**
     * Ranks scores as they are, of any sign and size.
     *
     * @param scores [D], finite
     * @param truth [D]
     * @throws IllegalArgumentException if the lengths differ or a score is not finite
     */
    public static Ranking of(double[] scores, boolean[] truth) {
        if (scores.length != truth.length) {
            throw new IllegalArgumentException(
                    "scores and truth must have one length, were %d and %d"
                            .formatted(scores.length, truth.length));
        }
        for (int cell = 0; cell < scores.length; cell++) {
            if (!Double.isFinite(scores[cell])) {
                throw new IllegalArgumentException(
                        "scores must be finite, found " + scores[cell] + " at " + cell);
            }
        }
        int[] order =
                IntStream.range(0, scores.length)
                        .boxed()
                        // 0 + drops the sign of -0.
                        .sorted(Comparator.comparingDouble(cell -> -(0d + scores[cell])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Ranking(scores.clone(), truth, order);
    }

    /**
     * The number of cells.
     *
     * @return D
     */
    public int cells() {
        return order.length;
    }

    /**
     * The number of true cells.
     *
     * @return |R|
     */
    public int trueCells() {
        return trueOnTop[order.length];
    }

    /**
     * The cell at a rank; within a tie the one with the smaller index comes first.
     *
     * @param rank 0 for the most salient cell, D - 1 for the least
     * @return its index in the flattened sample
     */
    public int cell(int rank) {
        return order[rank];
    }

    /**
     * The score at a rank: in a context the rescaled saliency.
     *
     * @param rank 0 to D - 1
     * @return a value that does not increase with the rank, in a context in [0, 1]
     */
    public double score(int rank) {
        return scores[order[rank]];
    }

    /**
     * The first rank behind the tie that a rank belongs to.
     *
     * @param rank 0 to D - 1
     * @return rank + 1 when the cell is tied with none behind it
     */
    public int tieEnd(int rank) {
        double score = score(rank);
        int end = rank + 1;
        while (end < order.length && score(end) == score) {
            end++;
        }
        return end;
    }

    /**
     * The number of true cells among the first {@code count} in the order of {@link #cell}.
     *
     * @param count 0 to D
     * @return 0 to |R|
     */
    public int trueOnTop(int count) {
        return trueOnTop[count];
    }

    /**
     * The number of true cells among the {@code count} most salient, averaged over the orders that
     * the tie at the border can have.
     *
     * @param count 0 to D
     * @return 0 to |R|; a whole number when the border cuts no tie
     */
    public double expectedTrue(int count) {
        if (count == 0) {
            return 0;
        }
        int start = count - 1;
        int end = tieEnd(start);
        if (end == count) {
            return trueOnTop[count];
        }
        double score = score(start);
        while (start > 0 && score(start - 1) == score) {
            start--;
        }
        double trueShare = (trueOnTop[end] - trueOnTop[start]) / (double) (end - start);
        return trueOnTop[start] + (count - start) * trueShare;
    }
}
