package org.salient4j.benchmarks.report;

import org.salient4j.benchmarks.measurement.TrainingKind;

/** How reports call the kinds of training. */
public final class TrainingWords {

    private TrainingWords() {}

    /** In running text, for instance {@code saliency guided, absolute}. */
    public static String of(TrainingKind training) {
        return switch (training) {
            case STANDARD -> "standard";
            case SALIENCY_GUIDED_ABSOLUTE -> "saliency guided, absolute";
            case SALIENCY_GUIDED_SIGNED -> "saliency guided, signed";
        };
    }

    /** Where there is little room, for instance {@code guided abs.}. */
    public static String brief(TrainingKind training) {
        return switch (training) {
            case STANDARD -> "standard";
            case SALIENCY_GUIDED_ABSOLUTE -> "guided abs.";
            case SALIENCY_GUIDED_SIGNED -> "guided signed";
        };
    }
}
