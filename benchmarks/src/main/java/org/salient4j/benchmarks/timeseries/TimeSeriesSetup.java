package org.salient4j.benchmarks.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.registry.Registry;
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
    private static final Registry<AttributionMethod> METHODS = AttributionMethod.registry();
    private static final String OF_METHOD = "methods.";

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
        methods.forEach(TimeSeriesSetup::method);
    }

    /**
     * A method with the settings that it has here.
     *
     * @throws InvalidInputException if there is no such method or it refuses the settings
     */
    AttributionMethod method(String name) {
        return method(name, methods.get(name));
    }

    private static AttributionMethod method(String name, JsonNode settings) {
        return Json.convert(
                settings, METHODS.get(name).getClass(), "settings of the method " + name);
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
        Map<String, String> others = new TreeMap<>(changes);
        Map<String, String> ofMethods = new TreeMap<>(changes);
        others.keySet().removeIf(path -> path.startsWith(OF_METHOD));
        ofMethods.keySet().removeAll(others.keySet());
        TimeSeriesSetup base = Json.withSettings(this, label, others);
        Map<String, JsonNode> all = new TreeMap<>(base.methods);
        Map<String, String> parts = new TreeMap<>();
        ofMethods.forEach(
                (path, text) -> {
                    String rest = path.substring(OF_METHOD.length());
                    int dot = rest.indexOf('.');
                    String name = dot < 0 ? rest : rest.substring(0, dot);
                    JsonNode settings =
                            all.computeIfAbsent(name, added -> Json.tree(METHODS.get(added)));
                    if (dot < 0 && text.startsWith("{")) {
                        ObjectNode given = Json.parse(text, ObjectNode.class, label + ": " + path);
                        all.put(name, ((ObjectNode) settings.deepCopy()).setAll(given));
                    } else {
                        parts.put(path, text);
                    }
                });
        TimeSeriesSetup added =
                new TimeSeriesSetup(
                        base.train,
                        base.validation,
                        base.test,
                        base.dataType,
                        base.doubleSoftmax,
                        base.options,
                        base.lambda,
                        base.gate,
                        all);
        return Json.withSettings(added, label, parts);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
