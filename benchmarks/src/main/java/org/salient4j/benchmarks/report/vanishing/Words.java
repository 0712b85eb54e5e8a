package org.salient4j.benchmarks.report.vanishing;

import java.util.Locale;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.synthetic.BoxPosition;

/** How the report calls things. */
final class Words {

    private Words() {}

    static String of(BoxPosition position) {
        return position.name().toLowerCase(Locale.ROOT);
    }

    static String of(TrainingKind training) {
        return TrainingWords.of(training);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
