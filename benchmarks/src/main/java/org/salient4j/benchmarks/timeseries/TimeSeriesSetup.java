package org.salient4j.benchmarks.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.TrainingOptions;

/**
 * Everything of a preset that a cell's result depends on, beside its data set and network.
 *
 * @param train number of training samples
 * @param validation number of validation samples, drawn like the test samples
 * @param test number of test samples; every one is attributed
 * @param dataType FLOAT or DOUBLE
 * @param doubleSoftmax whether networks end in a softmax before the loss's own, as the released
 *     code's do
 * @param options how to train
 * @param lambda λ of saliency guided training
 * @param gate the test accuracy below which a network's attributions are not counted
 * @param methods all settings of each attribution method, by its name
 */
public record TimeSeriesSetup(
        int train,
        int validation,
        int test,
        DataType dataType,
        boolean doubleSoftmax,
        TrainingOptions options,
        double lambda,
        double gate,
        Map<String, JsonNode> methods) {
    /** Validates. */
    public TimeSeriesSetup {
        require(train >= 1, "train must be at least 1", train);
        require(validation >= 1, "validation must be at least 1", validation);
        require(test >= 1, "test must be at least 1", test);
        Objects.requireNonNull(dataType, "dataType");
        Objects.requireNonNull(options, "options");
        require(lambda >= 0 && Double.isFinite(lambda), "lambda must be at least 0", lambda);
        require(gate >= 0 && gate <= 1, "gate must be in [0, 1]", gate);
        require(!methods.isEmpty(), "methods must not be empty", methods);
        methods = new TreeMap<>(methods);
        // What a method refuses is refused before anything is trained.
        MethodSettings.methods(methods);
    }

    /** The same, trained otherwise. */
    TimeSeriesSetup withOptions(TrainingOptions other) {
        return new TimeSeriesSetup(
                train, validation, test, dataType, doubleSoftmax, other, lambda, gate, methods);
    }

    /**
     * The same with other settings. {@code methods.NAME} may name a method that is not in it: the
     * method is added, with the given settings and its own defaults for the others.
     *
     * @param label what messages call this setup
     * @param changes component to value, as {@link Json#withSettings} takes them
     * @throws InvalidInputException if there is no such component or method, or a value is refused
     */
    TimeSeriesSetup with(String label, Map<String, String> changes) {
        return MethodSettings.changed(
                this,
                label,
                changes,
                TimeSeriesSetup::methods,
                (setup, all) ->
                        new TimeSeriesSetup(
                                setup.train,
                                setup.validation,
                                setup.test,
                                setup.dataType,
                                setup.doubleSoftmax,
                                setup.options,
                                setup.lambda,
                                setup.gate,
                                all));
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
