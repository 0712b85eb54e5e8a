package org.salient4j.benchmarks.report.vanishing;

import java.util.List;
import java.util.Objects;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * Tells "did not learn" from "learned, but the saliency vanished".
 *
 * <p>The mass inside the box is the share of |saliency| that lies in the truth; random maps have
 * the box's share of the cells. With the 95 % interval of the mass over seeds: it is <em>found</em>
 * if the whole interval lies above chance, <em>vanished</em> if the whole interval lies at or below
 * chance, undecided otherwise, and undecided with one seed.
 *
 * @param gate what has learned
 */
public record VanishingRule(GateRule gate) {

    /** A gate is needed. */
    public VanishingRule {
        Objects.requireNonNull(gate, "gate");
    }

    /** With the default gate. */
    public VanishingRule() {
        this(new GateRule());
    }

    /** What is said of a group. */
    public SaliencyFinding find(TrainingGroup group) {
        if (group.results().isEmpty()) {
            return new SaliencyFinding(SaliencyState.MISSING, "no seed has a result");
        }
        List<Long> failed = gate.failedSeeds(group);
        if (!failed.isEmpty()) {
            return new SaliencyFinding(
                    SaliencyState.DID_NOT_LEARN,
                    "%d of %d seeds".formatted(failed.size(), group.results().size()));
        }
        return compare(
                MeanInterval.of(group.metric(TrainingGroup.MASS_IN_BOX)),
                group.chance().orElseThrow());
    }

    /** What is said of learned networks' mass inside the box. */
    public SaliencyFinding compare(MeanInterval mass, double chance) {
        String above = mass.mean() > chance ? "above" : "not above";
        if (!mass.isDefined()) {
            return new SaliencyFinding(
                    SaliencyState.UNDECIDED,
                    "one seed has no interval; its mass is " + above + " chance");
        }
        if (mass.lower() > chance) {
            return new SaliencyFinding(SaliencyState.FOUND, "interval above chance");
        }
        if (mass.upper() <= chance) {
            return new SaliencyFinding(SaliencyState.VANISHED, "interval not above chance");
        }
        return new SaliencyFinding(SaliencyState.UNDECIDED, "the interval holds chance");
    }

    /** The rule in words. */
    public String sentence() {
        return "Of networks that learned, the saliency is \u201cfound\u201d if the 95 % interval"
                + " over seeds of the mass inside the box lies above chance, \u201cvanished\u201d"
                + " if the whole interval lies at or below chance, and undecided otherwise; one"
                + " seed has no interval and decides nothing. Chance is the box's share of the"
                + " cells. A map that is zero everywhere counts as a mass of "
                + IntervalCell.number(0, 0)
                + ".";
    }
}
