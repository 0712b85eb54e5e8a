package org.salient4j.benchmarks.vanishing;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;
import org.salient4j.synthetic.BoxPositions;

/**
 * Where the boxes lie and how networks are trained on them.
 *
 * @param name its name
 * @param positions the three data sets
 * @param setup sizes and training
 */
public record VanishingPreset(String name, BoxPositions positions, VanishingSetup setup) {

    /**
     * The study of 2019, where the phenomenon was first shown: 100x100, 5 units, softmax twice,
     * stop at 100 % training accuracy, at most 400 epochs. Its plain LSTM does not learn the early
     * box, so its early saliency says nothing about vanishing. Weights are chosen on validation
     * data; the released code chose them on test data.
     */
    public static VanishingPreset ica2019() {
        return new VanishingPreset("ica2019", BoxPositions.ica2019(), published());
    }

    /** The same with one box of 30x80 at three times, so that only its location changes. */
    public static VanishingPreset matched() {
        return new VanishingPreset("matched", BoxPositions.matched(), published());
    }

    /**
     * 50x50, boxes of 15x40, 32 units, forget gates opened by +2, clipped gradients, 25 epochs for
     * every training: the LSTM learns every position, so what its gradients miss has vanished.
     */
    public static VanishingPreset learnable() {
        return new VanishingPreset("learnable", BoxPositions.learnable(), openGates(1000, 25));
    }

    /** {@link #learnable()} on fewer samples, for a first look within minutes. */
    public static VanishingPreset quick() {
        return new VanishingPreset("quick", BoxPositions.learnable(), openGates(600, 20));
    }

    /** All of them. */
    public static List<VanishingPreset> all() {
        return List.of(learnable(), matched(), ica2019(), quick());
    }

    /** What it is for: its boxes and what is trained on how much. */
    public String description() {
        return "%s; %d training samples, %d units, at most %d epochs"
                .formatted(
                        positions.description(),
                        setup.train(),
                        setup.hidden(),
                        setup.options().epochs());
    }

    /** The preset of a name. */
    public static VanishingPreset named(String name) {
        return all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                NearestName.unknown(
                                        "preset",
                                        name,
                                        all().stream().map(VanishingPreset::name).toList()));
    }

    private static VanishingSetup published() {
        TrainingOptions options =
                new TrainingOptions(UpdaterKind.ADAM, 1e-3, 50, 400, 0, 0, 1.0, true, 0);
        return new VanishingSetup(1000, 300, 300, 5, 0, true, DataType.DOUBLE, options, 0.5, 1);
    }

    private static VanishingSetup openGates(int train, int epochs) {
        TrainingOptions options = TrainingOptions.fixedBudget(epochs).withClipNorm(1);
        return new VanishingSetup(train, 300, 300, 32, 2, false, DataType.FLOAT, options, 0.5, 1);
    }
}
