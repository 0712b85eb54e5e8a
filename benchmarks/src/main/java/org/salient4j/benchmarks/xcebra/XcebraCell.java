package org.salient4j.benchmarks.xcebra;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * One encoder on one recording.
 *
 * @param data what the recording is called in results
 * @param file where it is read from; null where the setup's generator draws it from the seed
 * @param digest of the file, so that a result belongs to what was read; null without one
 * @param training how the encoder is trained
 * @param lambda weight of the Jacobian penalty
 * @param seed of the recording, if it is drawn, the start values and the training
 * @param setup everything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record XcebraCell(
        String data,
        String file,
        String digest,
        EncoderTraining training,
        double lambda,
        long seed,
        XcebraSetup setup) {

    /** Validates. */
    public XcebraCell {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(setup, "setup");
    }
}
