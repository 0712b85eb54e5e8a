package org.salient4j.benchmarks.report;

import java.util.List;
import org.salient4j.benchmarks.statistics.PairedTestResult;

/** How a test is written. */
public final class TestCells {
    /** Says what bold is, below a table of tests. */
    public static final String BOLD =
            "Bold: the corrected p is at most 0.05, of at least three pairs.";

    private TestCells() {}

    /** Corrected p, p and effect size; the corrected p is bold where it may decide. */
    public static List<TableCell> of(PairedTestResult test, double holm) {
        return List.of(
                holm <= EffectDirection.LEVEL && test.pairs() >= EffectDirection.FEWEST
                        ? TableCell.marked(Tone.STRONG, probability(holm))
                        : TableCell.of(probability(holm)),
                TableCell.of(probability(test.pValue())),
                TableCell.of(
                        Double.isNaN(test.effectSize())
                                ? "\u2013"
                                : IntervalCell.number(test.effectSize(), 2)));
    }

    /** For instance {@code = 0.031}. */
    public static String equal(double p) {
        if (Double.isNaN(p)) {
            return "undefined";
        }
        return p < 0.001 ? "< 0.001" : "= " + IntervalCell.number(p, 3);
    }

    /** For a cell of its own, for instance {@code 0.031}. */
    public static String probability(double p) {
        if (Double.isNaN(p)) {
            return "\u2013";
        }
        return p < 0.001 ? "< 0.001" : IntervalCell.number(p, 3);
    }
}
