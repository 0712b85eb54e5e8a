package org.salient4j.benchmarks.timeseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.BaselinePool;
import org.salient4j.attribution.DeepLift;
import org.salient4j.attribution.DeepLiftMode;
import org.salient4j.attribution.DeepShap;
import org.salient4j.attribution.Gradient;
import org.salient4j.attribution.GradientShap;
import org.salient4j.attribution.IntegratedGradients;
import org.salient4j.attribution.SmoothGrad;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;

/**
 * How the networks of the benchmark are trained and explained.
 *
 * @param name what it is asked for by
 * @param description one line
 * @param setup its numbers
 * @param epochs epochs of the networks that are trained for another number than {@code setup} says
 */
public record TimeSeriesPreset(
        String name, String description, TimeSeriesSetup setup, Map<String, Integer> epochs) {
    private static final Map<String, String> MARGIN = Map.of("output", "margin");

    /** As published, but stopped on validation samples instead of the test samples. */
    public static TimeSeriesPreset paper() {
        TrainingOptions options =
                new TrainingOptions(UpdaterKind.ADAM, 1e-3, 50, 500, 0, 200, 0.99, true, 0);
        return new TimeSeriesPreset(
                "paper",
                "the paper's protocol: at most 500 epochs, stop at 99 % training accuracy, best validated"
                        + " weights",
                setup(options, published()),
                Map.of());
    }

    /**
     * The same number of updates for every training of a network, so that only the training
     * differs: more than it needs on all data sets but the small moving boxes, which some seeds do
     * not learn in this time. The weights are those of the best validated epoch: single steps of
     * Adam throw a small recurrent network off for some epochs, and the last one may be among them.
     */
    public static TimeSeriesPreset fixedBudget() {
        return new TimeSeriesPreset(
                "fixed-budget",
                "equal updates for all trainings of a network, best validated weights; epochs: lstm 100,"
                        + " lstm-input-cell 80, tcn 100, transformer 10",
                setup(TrainingOptions.fixedBudget(60).withBestWeights(), complete(50)),
                Map.of("lstm", 100, "lstm-input-cell", 80, "tcn", 100, "transformer", 10));
    }

    /** {@link #fixedBudget()} with fewer updates and baselines, for a first look. */
    public static TimeSeriesPreset quick() {
        return new TimeSeriesPreset(
                "quick",
                "a first look: as many epochs as an easy data set needs (lstm 100, lstm-input-cell 10,"
                        + " tcn 5, transformer 2), DeepSHAP over 10 baselines",
                setup(TrainingOptions.fixedBudget(20).withBestWeights(), complete(10)),
                Map.of("lstm", 100, "lstm-input-cell", 10, "tcn", 5, "transformer", 2));
    }

    /** The numbers for a network. */
    public TimeSeriesSetup setupFor(String network) {
        int budget = epochs.getOrDefault(network, setup.options().epochs());
        return setup.withOptions(setup.options().withEpochs(budget));
    }

    /** All of them. */
    public static List<TimeSeriesPreset> all() {
        return List.of(paper(), fixedBudget(), quick());
    }

    /** The preset of a name. */
    public static TimeSeriesPreset named(String name) {
        List<String> names = all().stream().map(TimeSeriesPreset::name).toList();
        return all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> NearestName.unknown("preset", name, names));
    }

    private static TimeSeriesSetup setup(TrainingOptions options, List<AttributionMethod> methods) {
        return new TimeSeriesSetup(
                1000, 100, 100, DataType.FLOAT, false, options, 1, 0.9, settings(methods));
    }

    /** The paper's six, as its released code sets them, of the log-odds. */
    private static List<AttributionMethod> published() {
        return List.of(
                new Gradient(),
                IntegratedGradients.paper(),
                SmoothGrad.paper(),
                GradientShap.paper(),
                DeepLift.paper(),
                DeepShap.paper());
    }

    /** The same with all of DeepLIFT's rules, which the released code does not reach. */
    private static List<AttributionMethod> complete(int baselines) {
        return List.of(
                new Gradient(),
                IntegratedGradients.paper(),
                SmoothGrad.paper(),
                GradientShap.paper(),
                new DeepLift().from(Baseline.uniform()),
                new DeepShap(
                        DeepLiftMode.rescale(), Output.LOGIT, BaselinePool.uniform(baselines)));
    }

    /** All settings by name. */
    private static Map<String, JsonNode> settings(List<AttributionMethod> methods) {
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        for (AttributionMethod method : methods) {
            // The released code explains the probability, which saturates where the network is
            // sure.
            // Its plain gradient orders cells as that of the log-odds does; methods that add up
            // gradients of several points weigh them otherwise.
            settings.put(
                    method.name(), Json.tree(Json.withSettings(method, method.name(), MARGIN)));
        }
        return settings;
    }
}
