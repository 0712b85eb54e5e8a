package org.salient4j.benchmarks.bridge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.salient4j.benchmarks.measurement.CellSeconds;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.training.StopReason;

/**
 * What one cell came to.
 *
 * @param trainAccuracy share of training samples classified right by the final weights
 * @param validationAccuracy the same of validation samples
 * @param testAccuracy the same of test samples
 * @param gatePassed whether the test accuracy is high enough for the attributions to count
 * @param epochs epochs that were run
 * @param updates parameter updates
 * @param stopped why the training ended
 * @param jacobian of the logits, on the test samples
 * @param methods by method name, each with the mean map of each class
 * @param seconds where the time went
 * @param refused why a method that was asked for is not in {@code methods}, by its name: what it
 *     said when it was tried on the untrained network; not written where empty
 */
public record BridgeResult(
        double trainAccuracy,
        double validationAccuracy,
        double testAccuracy,
        boolean gatePassed,
        int epochs,
        long updates,
        StopReason stopped,
        JacobianSummary jacobian,
        Map<String, MethodResult> methods,
        CellSeconds seconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> refused) {

    /** Refuses what no training can come to, such as a damaged file holds. */
    public BridgeResult {
        requireShare("trainAccuracy", trainAccuracy);
        requireShare("validationAccuracy", validationAccuracy);
        requireShare("testAccuracy", testAccuracy);
        Objects.requireNonNull(stopped, "stopped");
        Objects.requireNonNull(jacobian, "jacobian");
        Objects.requireNonNull(seconds, "seconds");
        methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
        methods.forEach((name, result) -> Objects.requireNonNull(result, name));
        refused =
                refused == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** Wall time of an epoch, mean over the training, with the planning of its graphs. */
    public double secondsPerEpoch() {
        return seconds.training() / epochs;
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInputException(name + " must be in [0, 1], was " + value);
        }
    }
}
