package org.salient4j.benchmarks.metrics;

/**
 * Precision and recall, weighted by saliency, where the selected cells hold 10 %, 20 %, ..., 90 %
 * of a map's mass: the curves below which the official AUP and AUR are areas.
 *
 * <p>For the rescaled map S and the truth R, the selection at share d is the smallest top-ranked
 * set whose mass is at least d times the mass of S, of at least 1 and at most D - 1 cells. With TP
 * the mass of the selection inside R, FP the mass of the selection outside and FN the mass of R not
 * selected, precision = TP / (TP + FP) and recall = TP / (TP + FN).
 *
 * <p>Where the selection ends within a tie the tied cells count with their mean truth, which is the
 * mean over all orders of the tie; the official code takes whichever order its sort leaves.
 *
 * <p>Source: Ismail et al., "Benchmarking Deep Learning Interpretability in Time Series
 * Predictions", NeurIPS 2020, and its published code.
 */
public final class MassCurves {
    private final int[][] selected;
    private final double[][] precision;
    private final double[][] recall;

    MassCurves(MetricContext context) {
        int samples = context.samples();
        selected = new int[samples][Levels.COUNT];
        precision = new double[samples][Levels.COUNT];
        recall = new double[samples][Levels.COUNT];
        for (int sample = 0; sample < samples; sample++) {
            trace(context.ranking(sample), context.isScorable(sample), sample);
        }
    }

    private void trace(Ranking ranking, boolean scorable, int sample) {
        int cells = ranking.cells();
        double total = 0;
        double truth = 0;
        for (int rank = 0; rank < cells; rank++) {
            double score = ranking.score(rank);
            total += score;
            if (ranking.trueOnTop(rank + 1) > ranking.trueOnTop(rank)) {
                truth += score;
            }
        }
        int count = 0;
        int tieStart = 0;
        double mass = 0;
        double trueMass = 0; // of the selected cells before the tie in which the selection ends
        double tieMass = 0; // true mass of that tie so far
        for (int level = 0; level < Levels.COUNT; level++) {
            double share = Levels.share(level);
            while (count == 0 || (count < cells - 1 && mass / total < share)) {
                double score = ranking.score(count);
                if (count > 0 && score != ranking.score(count - 1)) {
                    trueMass += tieMass;
                    tieMass = 0;
                    tieStart = count;
                }
                if (ranking.trueOnTop(count + 1) > ranking.trueOnTop(count)) {
                    tieMass += score;
                }
                mass += score;
                count++;
            }
            selected[sample][level] = count;
            double truePositive = trueMass + borderMass(ranking, tieStart, count, tieMass);
            precision[sample][level] = scorable ? truePositive / mass : Double.NaN;
            recall[sample][level] =
                    scorable && truth > 0 ? Math.min(1, truePositive / truth) : Double.NaN;
        }
    }

    /** The true mass of the last, possibly cut, tie of a selection. */
    private static double borderMass(Ranking ranking, int start, int count, double tieMass) {
        int end = ranking.tieEnd(count - 1);
        if (end == count) {
            return tieMass;
        }
        int trueCells = ranking.trueOnTop(end) - ranking.trueOnTop(start);
        return ranking.score(start) * (count - start) * trueCells / (end - start);
    }

    /**
     * The size of a selection.
     *
     * @param sample 0 to N - 1
     * @param level 0 for 10 %, 8 for 90 % of the mass
     * @return 1 to D - 1
     */
    public int selected(int sample, int level) {
        return selected[sample][level];
    }

    /**
     * The share of the selected mass that lies in the truth.
     *
     * @param sample 0 to N - 1
     * @param level 0 for 10 %, 8 for 90 % of the mass
     * @return a value in [0, 1], {@code NaN} for a skipped sample
     */
    public double precision(int sample, int level) {
        return precision[sample][level];
    }

    /**
     * The share of the mass in the truth that is selected.
     *
     * @param sample 0 to N - 1
     * @param level 0 for 10 %, 8 for 90 % of the mass
     * @return a value in [0, 1], {@code NaN} for a skipped sample and for one without any mass in
     *     the truth
     */
    public double recall(int sample, int level) {
        return recall[sample][level];
    }

    /**
     * The precision at every level, averaged over the samples that have one.
     *
     * @return 9 values, {@code NaN} when no sample is valid
     */
    public double[] meanPrecision() {
        return meanOverSamples(precision);
    }

    /**
     * The recall at every level, averaged over the samples that have one.
     *
     * @return 9 values, {@code NaN} when no sample is valid
     */
    public double[] meanRecall() {
        return meanOverSamples(recall);
    }

    double[] precisionOf(int sample) {
        return precision[sample];
    }

    double[] recallOf(int sample) {
        return recall[sample];
    }

    private static double[] meanOverSamples(double[][] curves) {
        double[] mean = new double[Levels.COUNT];
        double[] column = new double[curves.length];
        for (int level = 0; level < Levels.COUNT; level++) {
            for (int sample = 0; sample < curves.length; sample++) {
                column[sample] = curves[sample][level];
            }
            mean[level] = Scores.meanOfValid(column);
        }
        return mean;
    }
}
