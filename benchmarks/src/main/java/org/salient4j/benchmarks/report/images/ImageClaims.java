package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.report.EffectDirection;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.PairedContrast;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * The claims, asked of one network on one data set.
 *
 * <p>A claim is a set of contrasts, paired over seeds, whose p-values by paired t-tests are
 * corrected together by Holm. It is held if every contrast is above 0 with a corrected p of at most
 * 0.05, not held if any is below 0 with such a p, undecided otherwise, and always with fewer than
 * three seeds. Networks that did not learn count for the accuracy alone.
 *
 * @param group the network
 */
record ImageClaims(ImageGroup group) {
    /** What the gradient's maps are called. */
    static final String GRADIENT = "gradient";

    /** Half a point of accuracy. */
    static final double TOLERATED = 0.005;

    /**
     * The contrasts of a claim; none if the run does not concern it.
     *
     * @param replacement of removed pixels; unused where the claim has none
     */
    List<PairedContrast> contrasts(ImageClaim claim, String replacement) {
        List<ImageTraining> there = group.trainings();
        boolean both =
                there.contains(ImageTraining.STANDARD)
                        && there.contains(ImageTraining.SALIENCY_GUIDED);
        if (!both) {
            return List.of();
        }
        List<PairedContrast.Pair> pairs = new ArrayList<>();
        switch (claim) {
            case ORDER -> {
                for (int i = 1; i < there.size(); i++) {
                    pairs.add(
                            new PairedContrast.Pair(
                                    label(there.get(i - 1), there.get(i)),
                                    area(there.get(i - 1), replacement),
                                    area(there.get(i), replacement)));
                }
            }
            case ORDER_BEYOND_RANDOM -> {
                for (int i = 1; i < there.size(); i++) {
                    pairs.add(
                            new PairedContrast.Pair(
                                    label(there.get(i), there.get(i - 1)),
                                    gain(there.get(i), replacement),
                                    gain(there.get(i - 1), replacement)));
                }
            }
            case ACCURACY ->
                    pairs.add(
                            new PairedContrast.Pair(
                                    "saliency guided + 0.5 less standard",
                                    Arrays.stream(
                                                    group.each(
                                                            ImageTraining.SALIENCY_GUIDED,
                                                            ImagesResult::testAccuracy))
                                            .map(accuracy -> accuracy + TOLERATED)
                                            .toArray(),
                                    group.each(
                                            ImageTraining.STANDARD, ImagesResult::testAccuracy)));
            case SPARSITY ->
                    pairs.add(
                            new PairedContrast.Pair(
                                    label(ImageTraining.SALIENCY_GUIDED, ImageTraining.STANDARD),
                                    gini(ImageTraining.SALIENCY_GUIDED),
                                    gini(ImageTraining.STANDARD)));
        }
        return PairedContrast.of(pairs);
    }

    private double[] gini(ImageTraining training) {
        return group.ofLearned(
                training, group.each(training, result -> result.gradients().sparsity().gini()));
    }

    private double[] area(ImageTraining training, String replacement) {
        return group.ofLearned(training, group.areas(training, GRADIENT, replacement));
    }

    private double[] gain(ImageTraining training, String replacement) {
        double[] random = group.areas(training, ImagesResult.RANDOM, replacement);
        double[] gradient = area(training, replacement);
        double[] gain = new double[random.length];
        Arrays.setAll(gain, i -> random[i] - gradient[i]);
        return gain;
    }

    private static String label(ImageTraining first, ImageTraining second) {
        return first.words() + " less " + second.words();
    }

    /** The answer. */
    Verdict judge(ImageClaim claim, String replacement) {
        List<PairedContrast> contrasts = contrasts(claim, replacement);
        if (contrasts.isEmpty()) {
            return new Verdict(
                    Outcome.NOT_MEASURED,
                    "needs standard and saliency guided networks",
                    MeanInterval.of());
        }
        PairedContrast weakest =
                contrasts.stream()
                        .min(Comparator.comparingDouble(PairedContrast::evidence))
                        .orElseThrow();
        int pairs = contrasts.stream().mapToInt(c -> c.difference().count()).min().orElse(0);
        if (pairs < EffectDirection.FEWEST) {
            return new Verdict(
                    Outcome.UNDECIDED,
                    "%s with every training%s, at least %d are needed"
                            .formatted(
                                    ImageWords.count(pairs, ImageWords.SEED),
                                    claim != ImageClaim.ACCURACY && group.anyUnlearned()
                                            ? " learned"
                                            : "",
                                    EffectDirection.FEWEST),
                    weakest.difference());
        }
        Outcome outcome =
                contrasts.stream().anyMatch(PairedContrast::lower)
                        ? Outcome.NOT_HELD
                        : contrasts.stream().allMatch(PairedContrast::higher)
                                ? Outcome.HELD
                                : Outcome.UNDECIDED;
        PairedContrast told =
                outcome == Outcome.NOT_HELD
                        ? contrasts.stream().filter(PairedContrast::lower).findFirst().orElseThrow()
                        : weakest;
        String p = "p " + TestCells.equal(told.holm());
        return new Verdict(outcome, told.label() + ", " + p, told.difference());
    }

    /** The rule in words. */
    static String sentence() {
        return "A claim is a set of differences, each of one training less another, paired over"
                + " seeds: both share start values and the order of images. It is held if every"
                + " one lies above 0 with p \u2264 0.05, not held if any lies below 0 with p"
                + " \u2264 0.05, and undecided otherwise. p is that of the paired t-test,"
                + " corrected by Holm over the differences of a claim; fewer than three seeds"
                + " decide nothing.";
    }
}
