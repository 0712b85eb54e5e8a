package org.salient4j.benchmarks.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.losses.JacobianPenalty;

/**
 * Everything of a preset that a cell's result depends on, beside its data set and network.
 *
 * @param process name of the process that generates the series before the boxes
 * @param train number of training samples
 * @param validation number of validation samples, drawn like the test samples
 * @param test number of test samples; every one is attributed
 * @param dataType FLOAT or DOUBLE
 * @param options how to train
 * @param lambda λ of saliency guided training
 * @param rampFrom share of the updates before the penalty sets in, in [0, 1]
 * @param rampTo share of the updates after which it has its whole weight, not before {@code
 *     rampFrom}
 * @param gate the test accuracy below which a network's attributions are not counted
 * @param methods all settings of each attribution method, by its name
 */
public record BridgeSetup(
        String process,
        int train,
        int validation,
        int test,
        DataType dataType,
        TrainingOptions options,
        double lambda,
        double rampFrom,
        double rampTo,
        double gate,
        Map<String, JsonNode> methods) {

    /** Validates. */
    public BridgeSetup {
        SyntheticSeries.processes().get(process);
        require(train >= 1, "train must be at least 1", train);
        require(validation >= 1, "validation must be at least 1", validation);
        require(test >= 1, "test must be at least 1", test);
        Objects.requireNonNull(dataType, "dataType");
        Objects.requireNonNull(options, "options");
        require(lambda >= 0 && Double.isFinite(lambda), "lambda must be at least 0", lambda);
        require(rampFrom >= 0 && rampFrom <= 1, "rampFrom must be in [0, 1]", rampFrom);
        require(
                rampTo >= rampFrom && rampTo <= 1,
                "rampTo must be in [rampFrom, 1], rampFrom %s".formatted(rampFrom),
                rampTo);
        require(gate >= 0 && gate <= 1, "gate must be in [0, 1]", gate);
        require(!methods.isEmpty(), "methods must not be empty", methods);
        methods = new TreeMap<>(methods);
        // What a method refuses is refused before anything is trained.
        MethodSettings.methods(methods);
    }

    /** The penalty of a weight, ramped over the updates of a whole training. */
    JacobianPenalty penalty(double weight) {
        long batches = (train + options.batchSize() - 1L) / options.batchSize();
        long updates = options.epochs() * batches;
        return new JacobianPenalty(
                weight, Math.round(rampFrom * updates), Math.round(rampTo * updates));
    }

    /**
     * The same with other settings, as {@link MethodSettings#changed} takes them.
     *
     * @param label what messages call this setup
     * @param changes component to value
     * @throws InvalidInputException if there is no such component or method, or a value is refused
     */
    BridgeSetup with(String label, Map<String, String> changes) {
        return MethodSettings.changed(
                this, label, changes, BridgeSetup::methods, BridgeSetup::withMethods);
    }

    private BridgeSetup withMethods(Map<String, JsonNode> others) {
        return new BridgeSetup(
                process,
                train,
                validation,
                test,
                dataType,
                options,
                lambda,
                rampFrom,
                rampTo,
                gate,
                others);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
