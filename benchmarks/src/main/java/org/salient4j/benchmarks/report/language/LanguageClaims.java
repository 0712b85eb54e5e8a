package org.salient4j.benchmarks.report.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.language.WordMapScore;
import org.salient4j.benchmarks.report.EffectDirection;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.PairedContrast;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * The claims, asked of a run for each kind of word score: the paper does not say which it
 * evaluates.
 *
 * <p>A claim is a set of contrasts paired over seeds, each turned so that the claim says it lies
 * above 0. It is held if all do with p ≤ 0.05 by the paired t-test after Holm's correction, not
 * held if any lies below with such a p, undecided otherwise and with fewer than three seeds.
 * Networks that did not learn count for the accuracy alone.
 *
 * @param groups the run
 */
record LanguageClaims(LanguageGroups groups) {
    private static final double LEVEL = 0.05;
    private static final double TOLERATED = 0.02;
    private static final List<String> METHODS =
            List.of("gradient", "integrated-gradients", "smooth-grad");

    /** The kinds of word scores that there are results of. */
    List<String> scores() {
        return groups.maps().stream()
                .filter(map -> METHODS.contains(map.method()))
                .map(LanguageGroups.Map::score)
                .distinct()
                .toList();
    }

    /**
     * The answer.
     *
     * @param score a kind of word score; not looked at by a claim that does not depend on it
     */
    Verdict judge(LanguageClaim claim, String score) {
        List<PairedContrast> contrasts = PairedContrast.of(pairs(claim, score));
        if (contrasts.isEmpty()) {
            return new Verdict(
                    Outcome.NOT_MEASURED,
                    "needs standard and saliency guided networks",
                    MeanInterval.of());
        }
        PairedContrast least =
                Collections.min(contrasts, Comparator.comparingDouble(c -> c.difference().mean()));
        boolean held =
                contrasts.stream().allMatch(c -> c.difference().mean() > 0 && c.holm() <= LEVEL);
        boolean refuted =
                contrasts.stream().anyMatch(c -> c.difference().mean() < 0 && c.holm() <= LEVEL);
        int pairs = contrasts.stream().mapToInt(c -> c.difference().count()).min().orElseThrow();
        String reason =
                "least for %s, p %s".formatted(least.label(), TestCells.equal(least.holm()));
        if (pairs < EffectDirection.FEWEST) {
            held = false;
            refuted = false;
            reason =
                    "%d of %d seeds needed%s"
                            .formatted(
                                    pairs,
                                    EffectDirection.FEWEST,
                                    claim != LanguageClaim.ACCURACY && groups.anyUnlearned()
                                            ? ", of networks that learned"
                                            : "");
        }
        Outcome outcome = held ? Outcome.HELD : refuted ? Outcome.NOT_HELD : Outcome.UNDECIDED;
        return new Verdict(outcome, reason, least.difference());
    }

    private List<PairedContrast.Pair> pairs(LanguageClaim claim, String score) {
        LanguageTraining guided = LanguageTraining.SALIENCY_GUIDED;
        LanguageTraining standard = LanguageTraining.STANDARD;
        List<LanguageTraining> there = groups.trainings();
        boolean both = there.contains(guided) && there.contains(standard);
        if (!both && claim != LanguageClaim.RANDOM || !there.contains(standard)) {
            return List.of();
        }
        if (claim == LanguageClaim.ACCURACY) {
            return List.of(
                    new PairedContrast.Pair(
                            "accuracy, with the 2 points",
                            groups.values(guided, r -> r.accuracy() + TOLERATED),
                            groups.values(standard, r -> r.accuracy())));
        }
        List<PairedContrast.Pair> pairs = new ArrayList<>();
        LanguageGroups.Map random = new LanguageGroups.Map(WordMapScore.RANDOM, "");
        for (String method : METHODS) {
            LanguageGroups.Map map = new LanguageGroups.Map(method, score);
            if (groups.maps().contains(map)) {
                pairs.add(
                        switch (claim) {
                            case COMPREHENSIVENESS ->
                                    new PairedContrast.Pair(
                                            method,
                                            values(guided, map, MapMetric.COMPREHENSIVENESS),
                                            values(standard, map, MapMetric.COMPREHENSIVENESS));
                            case SUFFICIENCY ->
                                    new PairedContrast.Pair(
                                            method,
                                            values(standard, map, MapMetric.SUFFICIENCY),
                                            values(guided, map, MapMetric.SUFFICIENCY));
                            default ->
                                    new PairedContrast.Pair(
                                            method,
                                            values(standard, map, MapMetric.COMPREHENSIVENESS),
                                            values(standard, random, MapMetric.COMPREHENSIVENESS));
                        });
            }
        }
        return pairs;
    }

    private double[] values(LanguageTraining training, LanguageGroups.Map map, MapMetric metric) {
        return groups.ofLearned(training, map, metric);
    }

    /** An answer in words, for instance {@code +0.031 ± 0.012, least for gradient, p = 0.012}. */
    static String text(Verdict verdict) {
        MeanInterval difference = verdict.difference();
        if (difference.count() == 0) {
            return verdict.reason();
        }
        String sign = difference.mean() > 0 ? "+" : "";
        String width =
                difference.isDefined()
                        ? " ± "
                                + IntervalCell.number(
                                        (difference.upper() - difference.lower()) / 2, 3)
                        : "";
        return sign + IntervalCell.number(difference.mean(), 3) + width + ", " + verdict.reason();
    }
}
