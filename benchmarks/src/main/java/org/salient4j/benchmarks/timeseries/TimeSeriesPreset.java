package org.salient4j.benchmarks.timeseries;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.benchmarks.published.PublishedMethods;
import org.salient4j.framework.NearestName;
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
    /** As published, but stopped on validation samples instead of the test samples. */
    public static TimeSeriesPreset paper() {
        TrainingOptions options =
                new TrainingOptions(UpdaterKind.ADAM, 1e-3, 50, 500, 0, 200, 0.99, true, 0);
        return new TimeSeriesPreset(
                "paper",
                "the paper's protocol: at most 500 epochs, stop at 99 % training accuracy, best validated"
                        + " weights",
                setup(options, PublishedMethods.released()),
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
                setup(
                        TrainingOptions.fixedBudget(60).withBestWeights(),
                        PublishedMethods.complete(50)),
                Map.of("lstm", 100, "lstm-input-cell", 80, "tcn", 100, "transformer", 10));
    }

    /** {@link #fixedBudget()} with fewer updates and baselines, for a first look. */
    public static TimeSeriesPreset quick() {
        return new TimeSeriesPreset(
                "quick",
                "a first look: as many epochs as an easy data set needs (lstm 100, lstm-input-cell 10,"
                        + " tcn 5, transformer 2), DeepSHAP over 10 baselines",
                setup(
                        TrainingOptions.fixedBudget(20).withBestWeights(),
                        PublishedMethods.complete(10)),
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
                1000, 100, 100, DataType.FLOAT, false, options, 1, 0.9, MethodSettings.of(methods));
    }
}
