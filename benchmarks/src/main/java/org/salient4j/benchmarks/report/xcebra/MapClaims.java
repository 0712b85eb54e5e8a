package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.EffectDirection;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.PairedContrast;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapMethods;

/**
 * The claims, asked of the contrastive encoders of a run.
 *
 * <p>A claim is a set of contrasts, each a score less another one, paired over recordings; the
 * p-values of their paired t-tests are corrected together by Holm.
 *
 * <ul>
 *   <li>It is held if every contrast is above 0 with a corrected p of at most 0.05,
 *   <li>not held if any is below 0 with such a p,
 *   <li>undecided otherwise, and always with fewer than three recordings.
 * </ul>
 *
 * <p>Encoders that do not hold the latents are left out.
 *
 * @param groups the run
 * @param gate which encoders count
 */
record MapClaims(EncoderGroups groups, LatentGate gate) {

    /** The scores that they are asked with; the paper's first. */
    static final List<MapAuRoc> SCORES =
            List.of(MapAuRoc.POOLED, MapAuRoc.WITHIN_ROWS, MapAuRoc.ROW_NORMALISED);

    /** The contrasts of a claim; none if the run does not concern it. */
    List<PairedContrast> contrasts(MapClaim claim, MapAuRoc score) {
        Optional<EncoderGroup> with =
                groups.penalty().isEmpty()
                        ? Optional.empty()
                        : groups.group(EncoderTraining.CONTRASTIVE, groups.penalty().getAsDouble());
        Optional<EncoderGroup> without = groups.group(EncoderTraining.CONTRASTIVE, 0);
        if (with.isEmpty() || claim == MapClaim.PENALTY && without.isEmpty()) {
            return List.of();
        }
        List<PairedContrast.Pair> pairs = new ArrayList<>();
        for (String method : groups.methods()) {
            boolean regression = method.equals(MapMethods.LINEAR_REGRESSION);
            boolean inverted = method.equals(MapMethods.INVERTED);
            switch (claim) {
                case PENALTY -> {
                    if (inverted || method.equals(MapMethods.NEURON_GRADIENT)) {
                        pairs.add(pair(method, with.get(), method, without.get(), method, score));
                    }
                }
                case INVERSION, REGRESSION -> {
                    if (!inverted && regression == (claim == MapClaim.REGRESSION)) {
                        String first = MapMethods.INVERTED;
                        pairs.add(pair(method, with.get(), first, with.get(), method, score));
                    }
                }
            }
        }
        return PairedContrast.of(pairs);
    }

    private PairedContrast.Pair pair(
            String label,
            EncoderGroup first,
            String firstMethod,
            EncoderGroup second,
            String secondMethod,
            MapAuRoc score) {
        return new PairedContrast.Pair(
                Words.running(label),
                gate.only(first, first.scores(firstMethod, score)),
                gate.only(second, second.scores(secondMethod, score)));
    }

    /** The answer by one score. */
    Verdict judge(MapClaim claim, MapAuRoc score) {
        List<PairedContrast> contrasts = contrasts(claim, score);
        if (contrasts.isEmpty()) {
            String needed =
                    claim == MapClaim.PENALTY
                            ? "needs contrastive encoders without and with a penalty"
                            : "needs contrastive encoders with a penalty";
            return new Verdict(Outcome.NOT_MEASURED, needed, MeanInterval.of());
        }
        PairedContrast weakest =
                contrasts.stream()
                        .min(Comparator.comparingDouble(PairedContrast::evidence))
                        .orElseThrow();
        int pairs = contrasts.stream().mapToInt(c -> c.difference().count()).min().orElse(0);
        if (pairs < EffectDirection.FEWEST) {
            String few =
                    pairs == 1
                            ? "%s counts, at least %d are needed"
                            : "%s count, at least %d are needed";
            return new Verdict(
                    Outcome.UNDECIDED,
                    few.formatted(Words.count(pairs, Words.RECORDING), EffectDirection.FEWEST),
                    weakest.difference());
        }
        Outcome outcome =
                contrasts.stream().anyMatch(PairedContrast::lower)
                        ? Outcome.NOT_HELD
                        : contrasts.stream().allMatch(PairedContrast::higher)
                                ? Outcome.HELD
                                : Outcome.UNDECIDED;
        return new Verdict(outcome, reason(claim, contrasts, weakest), weakest.difference());
    }

    private static String reason(
            MapClaim claim, List<PairedContrast> contrasts, PairedContrast weakest) {
        String p = "p " + TestCells.equal(weakest.holm());
        return contrasts.size() == 1
                ? p
                : "least %s, %s (Holm)".formatted(claim.contrast(weakest.label()), p);
    }

    /** The rule in words. */
    static String sentence() {
        return "A claim is a set of differences, each of one score less another, paired over"
                + " recordings. It is held if every one lies above 0 with p \u2264 0.05, not held if"
                + " any lies below 0 with p \u2264 0.05, and undecided otherwise. p is that of the"
                + " paired t-test, corrected by Holm over the differences of a claim and score;"
                + " fewer than three recordings decide nothing. Wilcoxon\u2019s signed-rank test"
                + " stands beside it: with n recordings its p is never below 2/2\u207f.";
    }
}
