package org.salient4j.benchmarks.timeseries.comparison;

import org.salient4j.benchmarks.measurement.TrainingKind;

/** How trainings are called where there is little room. */
final class TrainingWords {
    private TrainingWords() {}

    static String brief(TrainingKind training) {
        return switch (training) {
            case STANDARD -> "standard";
            case SALIENCY_GUIDED_ABSOLUTE -> "absolute";
            case SALIENCY_GUIDED_SIGNED -> "signed";
        };
    }
}
