package org.salient4j.benchmarks.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.embedding.InvertedGradient;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.benchmarks.published.PublishedMethods;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;

/**
 * How the networks of the bridge are trained and explained. All trainings of a network make the
 * same number of updates and keep the last weights: the best validated ones could be those of an
 * epoch before the penalty has set in.
 *
 * @param name what it is asked for by
 * @param description one line
 * @param setup its numbers
 * @param changes what is otherwise than {@code setup} says, by network: component, such as {@code
 *     options.epochs}, to value
 */
public record BridgePreset(
        String name,
        String description,
        BridgeSetup setup,
        Map<String, Map<String, String>> changes) {
    private static final String EPOCHS = "options.epochs";

    /** Every network as long as in the time-series benchmark's fixed budget. */
    public static BridgePreset full() {
        return new BridgePreset(
                "full",
                "equal updates for all trainings of a network, last weights; epochs: lstm 100,"
                        + " lstm-input-cell 80, tcn 100, transformer 10",
                setup(1000, 100, fixedBudget(60, 1e-3), 50),
                Map.of(
                        "lstm", Map.of(EPOCHS, "100"),
                        "lstm-input-cell", Map.of(EPOCHS, "80"),
                        "tcn", Map.of(EPOCHS, "100"),
                        "transformer", Map.of(EPOCHS, "10")));
    }

    /**
     * Half the samples at twice the learning rate, fewer updates and baselines, for a first look.
     *
     * <p>Input-cell attention finds nothing for some hundred updates, and a penalty that sets in
     * before it has found something holds it there: a flat map costs nothing. It has smaller
     * batches, a larger learning rate and a late penalty, and still some of its trainings find
     * nothing in so few updates: the report names them and leaves them out. {@link #full} has three
     * times as many.
     */
    public static BridgePreset quick() {
        return new BridgePreset(
                "quick",
                "a first look: 500 samples; lstm 100, lstm-input-cell 24, tcn 6, transformer 4 epochs;"
                        + " DeepSHAP over 10 baselines",
                setup(500, 50, fixedBudget(20, 2e-3), 10),
                Map.of(
                        "lstm", Map.of(EPOCHS, "100"),
                        "lstm-input-cell",
                                Map.of(
                                        EPOCHS,
                                        "24",
                                        "options.batchSize",
                                        "25",
                                        "options.learningRate",
                                        "0.005",
                                        "rampFrom",
                                        "0.75",
                                        "rampTo",
                                        "0.9"),
                        "tcn", Map.of(EPOCHS, "6"),
                        "transformer", Map.of(EPOCHS, "4")));
    }

    /** The numbers for a network. */
    public BridgeSetup setupFor(String network) {
        Map<String, String> own = changes.getOrDefault(network, Map.of());
        return own.isEmpty() ? setup : setup.with("preset '" + name + "'", own);
    }

    /** All of them. */
    public static List<BridgePreset> all() {
        return List.of(full(), quick());
    }

    /** The preset of a name. */
    public static BridgePreset named(String name) {
        List<String> names = all().stream().map(BridgePreset::name).toList();
        return all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> NearestName.unknown("preset", name, names));
    }

    private static TrainingOptions fixedBudget(int epochs, double learningRate) {
        return TrainingOptions.fixedBudget(epochs).withUpdater(UpdaterKind.ADAM, learningRate);
    }

    private static BridgeSetup setup(int train, int test, TrainingOptions options, int baselines) {
        List<AttributionMethod> methods = new ArrayList<>(PublishedMethods.complete(baselines));
        methods.add(new InvertedGradient());
        return new BridgeSetup(
                "gaussian",
                train,
                100,
                test,
                DataType.FLOAT,
                options,
                1,
                0.125,
                0.25,
                0.9,
                MethodSettings.of(methods));
    }
}
