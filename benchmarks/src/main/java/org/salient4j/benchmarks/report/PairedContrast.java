package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salient4j.benchmarks.statistics.HolmCorrection;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.statistics.PairedTTest;
import org.salient4j.benchmarks.statistics.PairedTestResult;
import org.salient4j.benchmarks.statistics.WilcoxonSignedRank;

/**
 * A score less another one, paired over seeds or recordings.
 *
 * @param label what is compared, in words
 * @param difference its mean and interval
 * @param student the paired t-test, which decides
 * @param wilcoxon the signed-rank test beside it
 * @param holm the t-test's p corrected over the contrasts of a claim; {@code NaN} if there was no
 *     test
 */
public record PairedContrast(
        String label,
        MeanInterval difference,
        PairedTestResult student,
        PairedTestResult wilcoxon,
        double holm) {

    /**
     * What is to be compared: values a seed or recording, {@code NaN} where there is none.
     *
     * @param label in words
     * @param first those that are claimed to be higher
     * @param second their partners
     */
    public record Pair(String label, double[] first, double[] second) {}

    /** The contrasts of one claim, corrected together. */
    public static List<PairedContrast> of(List<Pair> pairs) {
        List<PairedContrast> raw = pairs.stream().map(PairedContrast::of).toList();
        double[] holm =
                HolmCorrection.adjust(raw.stream().mapToDouble(c -> c.student.pValue()).toArray());
        List<PairedContrast> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            corrected.add(raw.get(i).withHolm(holm[i]));
        }
        return corrected;
    }

    private static PairedContrast of(Pair pair) {
        double[] differences = new double[pair.first().length];
        Arrays.setAll(differences, i -> pair.first()[i] - pair.second()[i]);
        return new PairedContrast(
                pair.label(),
                MeanInterval.of(differences),
                new PairedTTest().test(pair.first(), pair.second()),
                new WilcoxonSignedRank().test(pair.first(), pair.second()),
                Double.NaN);
    }

    private PairedContrast withHolm(double adjusted) {
        return new PairedContrast(label, difference, student, wilcoxon, adjusted);
    }

    /** Whether the first is found to be higher. */
    public boolean higher() {
        return decided() && difference.mean() > 0;
    }

    /** Whether the first is found to be lower. */
    public boolean lower() {
        return decided() && difference.mean() < 0;
    }

    /** How much speaks for the first: the t statistic, 0 where there is none. */
    public double evidence() {
        return Double.isNaN(student.statistic()) ? 0 : student.statistic();
    }

    private boolean decided() {
        return difference.count() >= EffectDirection.FEWEST && holm <= EffectDirection.LEVEL;
    }
}
