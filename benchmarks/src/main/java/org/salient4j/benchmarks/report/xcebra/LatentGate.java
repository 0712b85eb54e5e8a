package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.IntervalCell;

/**
 * Whether an encoder holds the latents. The maps of one that does not say little: it has found no
 * latents that a map could be of.
 *
 * @param minimumR2 an encoder holds the latents from this R² on, in (0, 1]
 */
public record LatentGate(double minimumR2) {

    /** Checks the range. */
    public LatentGate {
        if (!(minimumR2 > 0 && minimumR2 <= 1)) {
            throw new IllegalArgumentException("minimumR2 must be in (0, 1], was " + minimumR2);
        }
    }

    /** R² 0.9. */
    public LatentGate() {
        this(0.9);
    }

    /** Whether an encoder of this R² holds the latents; one of {@code NaN} does not. */
    public boolean holds(double r2) {
        return r2 >= minimumR2;
    }

    /** The recordings of which the encoder does not hold the latents. */
    List<String> below(EncoderGroup group) {
        List<String> below = new ArrayList<>();
        for (String recording : group.recordings()) {
            group.result(recording)
                    .filter(result -> !holds(result.r2()))
                    .ifPresent(result -> below.add(recording));
        }
        return below;
    }

    /** The values with those of encoders that do not hold the latents replaced by NaN. */
    double[] only(EncoderGroup group, double[] values) {
        double[] r2 = group.each(result -> result.r2());
        double[] kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            if (!holds(r2[i])) {
                kept[i] = Double.NaN;
            }
        }
        return kept;
    }

    /** The rule in words. */
    public String sentence() {
        return "An encoder holds the latents if R\u00b2 of the latents from its embedding, by a"
                + " linear fit, is at least "
                + IntervalCell.number(minimumR2, 2)
                + ". The maps of one that does not say little: it takes part in no claim.";
    }
}
