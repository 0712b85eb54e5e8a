package org.salient4j.benchmarks.report;

import org.salient4j.benchmarks.measurement.TrainingKind;

/** How reports call the kinds of training. */
public final class TrainingWords {

    /** What the brief words mean, for a footnote. */
    public static final String KEY =
            "std.: standard training; abs. and signed: saliency guided training that masks the"
                    + " smallest magnitudes and the most negative gradients.";

    private TrainingWords() {}

    /** In running text, for instance {@code saliency guided, absolute}. */
    public static String of(TrainingKind training) {
        return switch (training) {
            case STANDARD -> "standard";
            case SALIENCY_GUIDED_ABSOLUTE -> "saliency guided, absolute";
            case SALIENCY_GUIDED_SIGNED -> "saliency guided, signed";
        };
    }

    /** In one word, where it is said that guided trainings are, for instance {@code absolute}. */
    public static String word(TrainingKind training) {
        return switch (training) {
            case STANDARD -> "standard";
            case SALIENCY_GUIDED_ABSOLUTE -> "absolute";
            case SALIENCY_GUIDED_SIGNED -> "signed";
        };
    }

    /** For the heads of narrow columns, for instance {@code abs.}; {@link #KEY} explains them. */
    public static String brief(TrainingKind training) {
        return switch (training) {
            case STANDARD -> "std.";
            case SALIENCY_GUIDED_ABSOLUTE -> "abs.";
            case SALIENCY_GUIDED_SIGNED -> "signed";
        };
    }
}
