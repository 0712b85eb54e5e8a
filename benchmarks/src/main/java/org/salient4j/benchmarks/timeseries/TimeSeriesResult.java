package org.salient4j.benchmarks.timeseries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.salient4j.benchmarks.measurement.CellSeconds;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
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
 * @param methods by method name
 * @param inputs the samples whose maps are kept: the first of each class
 * @param seconds where the time went
 * @param refused why a method that was asked for is not in {@code methods}, by its name: what it
 *     said when it was tried on the untrained network; not written where empty
 */
public record TimeSeriesResult(
        double trainAccuracy,
        double validationAccuracy,
        double testAccuracy,
        boolean gatePassed,
        int epochs,
        long updates,
        StopReason stopped,
        Map<String, MethodResult> methods,
        List<SaliencyPicture> inputs,
        CellSeconds seconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> refused) {

    /** Refuses what no training can come to, such as a damaged file holds. */
    public TimeSeriesResult {
        requireShare("trainAccuracy", trainAccuracy);
        requireShare("validationAccuracy", validationAccuracy);
        requireShare("testAccuracy", testAccuracy);
        Objects.requireNonNull(stopped, "stopped");
        Objects.requireNonNull(seconds, "seconds");
        methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
        methods.forEach((name, result) -> Objects.requireNonNull(result, name));
        inputs = List.copyOf(inputs);
        refused =
                refused == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        refused.forEach((name, reason) -> Objects.requireNonNull(reason, name));
    }

    /** A result that has every method that was asked for. */
    public TimeSeriesResult(
            double trainAccuracy,
            double validationAccuracy,
            double testAccuracy,
            boolean gatePassed,
            int epochs,
            long updates,
            StopReason stopped,
            Map<String, MethodResult> methods,
            List<SaliencyPicture> inputs,
            CellSeconds seconds) {
        this(
                trainAccuracy,
                validationAccuracy,
                testAccuracy,
                gatePassed,
                epochs,
                updates,
                stopped,
                methods,
                inputs,
                seconds,
                Map.of());
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInputException(name + " must be in [0, 1], was " + value);
        }
    }
}
