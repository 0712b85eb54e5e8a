package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * What a run says of a claim, by the rules of {@link Claim}.
 *
 * @param claim the claim
 * @param guided which saliency guided training stands for the paper's, which does not say
 * @param outcome the answer
 * @param deciding the contrast that is closest to, or furthest on, the other side; empty if none is
 *     measured
 * @param higher which side of that contrast has the higher mean; empty if none is measured
 * @param interval of that contrast, at the level it was decided at
 * @param datasets the data sets of its mean
 * @param contrasts how many there are
 * @param asClaimed how many of them are as claimed by their 95 % interval
 * @param meansAsClaimed how many of them have a mean as claimed, whatever its interval
 * @param missing how many have no value
 * @param absent networks and methods of the claim that the run does not have
 * @param heldByPublished whether the paper's own means over its ten data sets are as claimed
 */
public record ClaimAnswer(
        Claim claim,
        TrainingKind guided,
        Outcome outcome,
        String deciding,
        String higher,
        MeanInterval interval,
        List<String> datasets,
        int contrasts,
        int asClaimed,
        int meansAsClaimed,
        int missing,
        List<String> absent,
        boolean heldByPublished) {
    private static final double LEVEL = 0.05;

    /** Copies the lists. */
    public ClaimAnswer {
        datasets = List.copyOf(datasets);
        absent = List.copyOf(absent);
    }

    /** The answers to all claims for every guided training of a run. */
    public static List<ClaimAnswer> all(ComparedRun run) {
        List<TrainingKind> guided =
                run.guided().isEmpty()
                        ? List.of(TrainingKind.SALIENCY_GUIDED_ABSOLUTE)
                        : run.guided();
        List<ClaimAnswer> answers = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            guided.forEach(training -> answers.add(of(claim, run, training)));
        }
        return answers;
    }

    /** The answer to one claim. */
    public static ClaimAnswer of(Claim claim, ComparedRun run, TrainingKind guided) {
        List<Contrast> contrasts = claim.contrasts();
        List<MeasuredContrast> measured =
                contrasts.stream()
                        .map(contrast -> contrast.measure(run, guided))
                        .filter(MeasuredContrast::isMeasured)
                        .toList();
        boolean published = contrasts.stream().allMatch(Contrast::heldByPublished);
        List<String> absent = absent(contrasts, run, guided);
        int missing = contrasts.size() - measured.size();
        if (measured.isEmpty()) {
            return new ClaimAnswer(
                    claim,
                    guided,
                    Outcome.NOT_MEASURED,
                    "",
                    "",
                    MeanInterval.of(),
                    List.of(),
                    contrasts.size(),
                    0,
                    0,
                    missing,
                    absent,
                    published);
        }
        double corrected = 1 - LEVEL / contrasts.size();
        boolean refuted = measured.stream().anyMatch(m -> m.outside(m.interval(corrected)));
        double confidence = refuted ? corrected : 1 - LEVEL;
        MeasuredContrast deciding = refuted ? mostOutside(measured, confidence) : weakest(measured);
        int asClaimed =
                (int) measured.stream().filter(m -> m.inside(m.interval(1 - LEVEL))).count();
        Outcome held = asClaimed == contrasts.size() ? Outcome.HELD : Outcome.UNDECIDED;
        return new ClaimAnswer(
                claim,
                guided,
                refuted ? Outcome.NOT_HELD : held,
                deciding.contrast().label(),
                deciding.contrast().higher(deciding.interval(confidence).mean()),
                deciding.interval(confidence),
                deciding.datasets(),
                contrasts.size(),
                asClaimed,
                (int) measured.stream().filter(MeasuredContrast::meanInside).count(),
                missing,
                absent,
                published);
    }

    /** Of the contrasts wholly outside, the one whose interval is furthest from the range. */
    private static MeasuredContrast mostOutside(List<MeasuredContrast> all, double confidence) {
        return all.stream()
                .filter(m -> m.outside(m.interval(confidence)))
                .min(
                        Comparator.comparingDouble(
                                m ->
                                        Math.min(
                                                m.interval(confidence).upper()
                                                        - m.contrast().lower(),
                                                m.contrast().upper()
                                                        - m.interval(confidence).lower())))
                .orElseThrow();
    }

    private static MeasuredContrast weakest(List<MeasuredContrast> all) {
        return all.stream()
                .min(Comparator.comparingDouble(m -> m.slack(m.interval(1 - LEVEL))))
                .orElseThrow();
    }

    private static List<String> absent(
            List<Contrast> contrasts, ComparedRun run, TrainingKind guided) {
        TreeSet<String> absent = new TreeSet<>();
        for (Contrast contrast : contrasts) {
            for (Term term : contrast.terms()) {
                if (!run.table().networks().contains(term.network())) {
                    absent.add(term.network());
                }
                if (!term.method().isEmpty() && !run.table().methods().contains(term.method())) {
                    absent.add(term.method());
                }
                TrainingKind training = term.saliencyGuided() ? guided : TrainingKind.STANDARD;
                if (!run.table().trainings().contains(training)) {
                    absent.add(TrainingWords.word(training));
                }
            }
        }
        return List.copyOf(absent);
    }
}
