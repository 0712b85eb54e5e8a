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
 * @param epochs epochs of the networks that are trained for another number than {@code setup} says
 */
public record BridgePreset(
        String name, String description, BridgeSetup setup, Map<String, Integer> epochs) {

    /** Every network as long as in the time-series benchmark's fixed budget. */
    public static BridgePreset full() {
        return new BridgePreset(
                "full",
                "equal updates for all trainings of a network, last weights; epochs: lstm 100,"
                        + " lstm-input-cell 80, tcn 100, transformer 10",
                setup(1000, 100, fixedBudget(60, 1e-3), 50),
                Map.of("lstm", 100, "lstm-input-cell", 80, "tcn", 100, "transformer", 10));
    }

    /**
     * Half the samples at twice the learning rate, fewer updates and baselines, for a first look:
     * easy data sets are learned once the penalty has set in, not before.
     */
    public static BridgePreset quick() {
        return new BridgePreset(
                "quick",
                "a first look: 500 samples; lstm 100, lstm-input-cell 16, tcn 6, transformer 4 epochs;"
                        + " DeepSHAP over 10 baselines",
                setup(500, 50, fixedBudget(20, 2e-3), 10),
                Map.of("lstm", 100, "lstm-input-cell", 16, "tcn", 6, "transformer", 4));
    }

    /** The numbers for a network. */
    public BridgeSetup setupFor(String network) {
        int budget = epochs.getOrDefault(network, setup.options().epochs());
        return setup.withOptions(setup.options().withEpochs(budget));
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
