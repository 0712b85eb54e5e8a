package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.salient4j.framework.training.TrainingOptions;

/** Training options as a reader's words. */
public final class TrainingProtocol {

    private TrainingProtocol() {}

    /** The parts of a sentence; what is switched off is left out. */
    public static List<String> parts(TrainingOptions options) {
        List<String> parts = new ArrayList<>();
        boolean mayStop = options.patience() > 0 || options.stopAtTrainAccuracy() > 0;
        parts.add(
                "%s %s, batch %d, %s%d epochs"
                        .formatted(
                                options.updater().name().toLowerCase(Locale.ROOT),
                                number(options.learningRate()),
                                options.batchSize(),
                                mayStop ? "at most " : "",
                                options.epochs()));
        if (options.clipNorm() > 0) {
            parts.add("gradient norm clipped at " + number(options.clipNorm()));
        }
        if (options.patience() > 0) {
            parts.add("patience " + options.patience());
        }
        if (options.stopAtTrainAccuracy() > 0) {
            parts.add("stop at training accuracy " + number(options.stopAtTrainAccuracy()));
        }
        parts.add(options.restoreBest() ? "best validation weights" : "last weights");
        return parts;
    }

    /** A setting without needless decimals. */
    public static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
