package org.salient4j.framework.registry;

import java.util.List;

/** A member with settings of every kind. */
public record SampleRecurrent(
        int hidden,
        double dropout,
        boolean bias,
        Ranking rankingMode,
        List<Integer> sizes,
        Inner inner)
        implements Sample {

    /** An enum with a constant of more than one word. */
    public enum Ranking {
        SIGNED,
        IN_RANGE
    }

    /** A component with components. */
    public record Inner(double rate) {}

    public SampleRecurrent() {
        this(5, 0.1, true, Ranking.SIGNED, List.of(1, 2), new Inner(0.5));
    }

    public SampleRecurrent {
        if (dropout < 0 || dropout > 1) {
            throw new IllegalArgumentException("dropout must be in [0, 1], was " + dropout);
        }
    }

    @Override
    public String name() {
        return "recurrent";
    }
}
