package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The probability that a true cell is ranked above a false one, ties counting one half.
 *
 * <p>AUC = (pairs won + pairs tied / 2) / (|R| (D - |R|)): the Mann-Whitney statistic with
 * mid-ranks. A sample whose truth covers every cell is skipped.
 *
 * <p>Use it because its random value is exactly 0.5 whatever the size of the truth. Do not use it
 * alone when the truth is rare.
 */
public record RocAuc() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "ROC-AUC",
                    "chance that a true cell ranks above a false one",
                    Direction.HIGHER,
                    0,
                    1,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "With few true cells many false ones on top still give a value near "
                            + "1; read it beside AUPRC.",
                    "Fawcett, An Introduction to ROC Analysis, Pattern Recognition "
                            + "Letters 27, 2006");

    @Override
    public String name() {
        return "roc-auc";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(sample -> area(context.ranking(sample)));
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return trueCells == cells ? OptionalDouble.empty() : OptionalDouble.of(0.5);
    }

    /**
     * The area of one ranking.
     *
     * @param ranking true and false cells in order of their scores
     * @return a value in [0, 1], {@code NaN} without a true or without a false cell
     */
    public static double area(Ranking ranking) {
        int falseCells = ranking.cells() - ranking.trueCells();
        if (falseCells == 0 || ranking.trueCells() == 0) {
            return Double.NaN;
        }
        double won = 0;
        int falseBehind = falseCells;
        int end;
        for (int start = 0; start < ranking.cells(); start = end) {
            end = ranking.tieEnd(start);
            int trueTied = ranking.trueOnTop(end) - ranking.trueOnTop(start);
            int falseTied = end - start - trueTied;
            falseBehind -= falseTied;
            won += trueTied * (falseBehind + falseTied / 2d);
        }
        return won / ranking.trueCells() / falseCells;
    }
}
