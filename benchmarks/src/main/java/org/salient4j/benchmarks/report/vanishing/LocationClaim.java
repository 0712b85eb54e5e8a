package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.statistics.Summary;
import org.salient4j.synthetic.BoxPosition;

/**
 * The paper's claim: with standard training AUP and AUR rise as the box moves later in time; with
 * saliency guided training they do not depend on its location (Ismail et al., NeurIPS 2021, figure
 * 6).
 *
 * <p>The trend is a metric's value at the late position minus that at the early one, paired by
 * seed, with its 95 % interval over seeds.
 *
 * <ul>
 *   <li>"Rises" is held if the interval lies above 0, not held if it lies at or below 0.
 *   <li>"Independent" is held if the interval lies within [-margin, margin], not held if it lies
 *       wholly outside. That a difference is not significant does not show that there is none, so
 *       an interval that leaves the margin on one side decides nothing.
 * </ul>
 *
 * <p>A metric that is below what random scores get at every position is on its floor: that it does
 * not move there shows no independence, and the claim is undecided.
 *
 * <p>"Independent" is also undecided where standard training would pass as independent itself: the
 * claim is about a difference.
 *
 * <p>Both are undecided if a seed is missing or did not learn at any position.
 *
 * @param gate what has learned
 * @param margin the largest trend that still counts as independent, positive
 */
public record LocationClaim(GateRule gate, double margin) {

    /** The metrics the claim is about. */
    public static final List<String> METRICS = List.of("aup", "aur");

    /** Checks the margin. */
    public LocationClaim {
        Objects.requireNonNull(gate, "gate");
        if (!(margin > 0)) {
            throw new IllegalArgumentException("margin must be positive, was " + margin);
        }
    }

    /** The default gate and a margin of 0.05, a sixteenth of the metrics' range of 0.8. */
    public LocationClaim() {
        this(new GateRule(), 0.05);
    }

    /** What the paper says of this training, asked of a panel. */
    public Verdict judge(VanishingPanel panel, TrainingKind training, String metric) {
        MeanInterval none = MeanInterval.of();
        List<String> missing = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (BoxPosition position : BoxPosition.values()) {
            TrainingGroup group = panel.group(position, training);
            if (group.seeds().isEmpty() || group.missing() > 0) {
                missing.add(Words.of(position));
            }
            List<Long> seeds = gate.failedSeeds(group);
            if (!seeds.isEmpty()) {
                failed.add(Words.of(position) + " (" + seeds(seeds) + ")");
            }
        }
        if (!failed.isEmpty()) {
            return new Verdict(
                    Outcome.UNDECIDED, "did not learn " + String.join(", ", failed), none);
        }
        if (!missing.isEmpty()) {
            return new Verdict(
                    Outcome.UNDECIDED, "missing results: " + String.join(", ", missing), none);
        }
        MeanInterval trend = trend(panel, training, metric);
        if (trend.missing() > 0) {
            return new Verdict(Outcome.UNDECIDED, "the metric is missing for a seed", trend);
        }
        if (!training.saliencyGuided()) {
            return rises(trend);
        }
        Verdict verdict = independent(trend);
        Verdict standard = independent(trend(panel, TrainingKind.STANDARD, metric));
        if (verdict.outcome() == Outcome.HELD && standard.outcome() == Outcome.HELD) {
            return new Verdict(
                    Outcome.UNDECIDED,
                    "within the margin, but so is standard training: no difference to explain",
                    trend);
        }
        return verdict.outcome() == Outcome.HELD && belowRandom(panel, training, metric)
                ? new Verdict(
                        Outcome.UNDECIDED,
                        "below random at every position: too low to depend on anything",
                        trend)
                : verdict;
    }

    /**
     * Whether maps are worse than random scores wherever the box lies: a floor, no independence.
     */
    private static boolean belowRandom(VanishingPanel panel, TrainingKind training, String metric) {
        for (BoxPosition position : BoxPosition.values()) {
            TrainingGroup group = panel.group(position, training);
            OptionalDouble random = group.random(metric);
            if (random.isEmpty()
                    || !(Summary.of(group.metric(metric)).mean() < random.getAsDouble())) {
                return false;
            }
        }
        return true;
    }

    /** The late position minus the early one, over seeds that have both. */
    public MeanInterval trend(VanishingPanel panel, TrainingKind training, String metric) {
        TrainingGroup early = panel.group(BoxPosition.EARLY, training);
        TrainingGroup late = panel.group(BoxPosition.LATE, training);
        double[] first = early.metric(metric);
        double[] last = late.metric(metric);
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            int partner = late.seeds().indexOf(early.seeds().get(i));
            differences[i] = partner < 0 ? Double.NaN : last[partner] - first[i];
        }
        return MeanInterval.of(differences);
    }

    /** Whether a trend is a rise. */
    public Verdict rises(MeanInterval trend) {
        if (!trend.isDefined()) {
            return new Verdict(Outcome.UNDECIDED, "one seed has no interval", trend);
        }
        if (trend.lower() > 0) {
            return new Verdict(Outcome.HELD, "the trend is above 0", trend);
        }
        if (trend.upper() <= 0) {
            return new Verdict(Outcome.NOT_HELD, "the trend is not above 0", trend);
        }
        return new Verdict(Outcome.UNDECIDED, "the interval holds 0", trend);
    }

    /** Whether a trend is small enough to be none. */
    public Verdict independent(MeanInterval trend) {
        if (!trend.isDefined()) {
            return new Verdict(Outcome.UNDECIDED, "one seed has no interval", trend);
        }
        if (trend.lower() >= -margin && trend.upper() <= margin) {
            return new Verdict(Outcome.HELD, "the trend is within the margin", trend);
        }
        if (trend.lower() > margin) {
            return new Verdict(Outcome.NOT_HELD, "it rises by more than the margin", trend);
        }
        if (trend.upper() < -margin) {
            return new Verdict(Outcome.NOT_HELD, "it falls by more than the margin", trend);
        }
        return new Verdict(Outcome.UNDECIDED, "the interval leaves the margin", trend);
    }

    /**
     * The answers of several parts as one: not held if any part is not held, held if all are.
     *
     * @param parts at least one
     */
    public static Outcome together(List<Verdict> parts) {
        List<Outcome> outcomes = parts.stream().map(Verdict::outcome).toList();
        if (outcomes.contains(Outcome.NOT_HELD)) {
            return Outcome.NOT_HELD;
        }
        return outcomes.contains(Outcome.UNDECIDED) || outcomes.isEmpty()
                ? Outcome.UNDECIDED
                : Outcome.HELD;
    }

    /** The rule in words. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "The trend is the metric at the late position minus that at the early one, paired"
                        + " by seed, with its 95 %% interval over seeds. \u201cRises\u201d is held if"
                        + " the interval lies above 0 and not held if it lies at or below 0."
                        + " \u201cIndependent\u201d is held if the interval lies within \u00b1%.2f and"
                        + " not held if it lies wholly outside; a difference that is merely not"
                        + " significant proves no independence, and neither does a metric that is"
                        + " below random scores at every position. Everything else is undecided, and so is"
                        + " every claim of which a seed is missing or did not learn at any position.",
                margin);
    }

    private static String seeds(List<Long> seeds) {
        String list = seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (seeds.size() == 1 ? "seed " : "seeds ") + list;
    }
}
