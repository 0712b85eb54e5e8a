package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a network learned its task. The saliency of one that did not says nothing on the claim:
 * it has found no evidence that a map could point to.
 *
 * @param minimumTestAccuracy a network has learned at this test accuracy or above, in (0, 1]
 */
public record GateRule(double minimumTestAccuracy) {

    /** Checks the range. */
    public GateRule {
        if (!(minimumTestAccuracy > 0 && minimumTestAccuracy <= 1)) {
            throw new IllegalArgumentException(
                    "minimumTestAccuracy must be in (0, 1], was " + minimumTestAccuracy);
        }
    }

    /** 90 %. */
    public GateRule() {
        this(0.9);
    }

    /** Whether a network of this test accuracy has learned; one of {@code NaN} has not. */
    public boolean learned(double testAccuracy) {
        return testAccuracy >= minimumTestAccuracy;
    }

    /** The seeds of a group that ran and did not learn. */
    public List<Long> failedSeeds(TrainingGroup group) {
        List<Long> failed = new ArrayList<>();
        double[] accuracy = group.testAccuracy();
        for (int i = 0; i < accuracy.length; i++) {
            if (!Double.isNaN(accuracy[i]) && !learned(accuracy[i])) {
                failed.add(group.seeds().get(i));
            }
        }
        return failed;
    }

    /** The values with those of seeds that did not learn, or did not run, replaced by NaN. */
    public double[] onlyLearned(TrainingGroup group, double[] values) {
        double[] accuracy = group.testAccuracy();
        double[] kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            if (!learned(accuracy[i])) {
                kept[i] = Double.NaN;
            }
        }
        return kept;
    }

    /** The rule in words. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "A network has learned if its test accuracy is at least %.0f %%. A row in which any"
                        + " seed stayed below is marked \u201cdid not learn\u201d and takes part in"
                        + " no statement on saliency.",
                100 * minimumTestAccuracy);
    }
}
