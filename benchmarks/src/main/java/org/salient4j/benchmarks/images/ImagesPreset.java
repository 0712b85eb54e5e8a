package org.salient4j.benchmarks.images;

import java.util.List;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.saliency.Fill;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.Reduction;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.LearningRateSchedule;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;

/**
 * A protocol of the image experiments. All of them mask as the released code does: half of the
 * pixels, the most negative gradients of log p of the true class first, replaced by noise in the
 * range of the image; λ = 1.
 *
 * @param name its name
 * @param description what it is for
 * @param setup its settings
 */
public record ImagesPreset(String name, String description, ImageSetup setup) {
    private static final int BASELINES = 20;

    /**
     * All images, few epochs of Adam with a learning rate that falls to 0: a digits' network in
     * minutes instead of hours.
     */
    public static ImagesPreset usual() {
        return new ImagesPreset(
                "usual",
                "all images, 4 epochs of Adam falling to 0, 1 more of fine-tuning",
                setup(0, 0, adam(4), adam(1), 2000, 500));
    }

    /**
     * The released code's Adadelta at batch 512 and its 100 epochs. It stops after 20 epochs
     * without a better <i>test</i> accuracy and keeps the best one; this takes the last weights.
     */
    public static ImagesPreset paper() {
        TrainingOptions options =
                TrainingOptions.fixedBudget(100)
                        .withBatchSize(512)
                        .withUpdater(UpdaterKind.ADA_DELTA, 1);
        return new ImagesPreset(
                "paper",
                "the released code's Adadelta, batch 512, 100 epochs, without its choice by test"
                        + " images: hours",
                setup(0, 0, options, options, 0, 1000));
    }

    /** A first look within minutes, which proves nothing. */
    public static ImagesPreset quick() {
        return new ImagesPreset(
                "quick",
                "2000 training and 500 test images, 4 epochs: whether it runs, not what is so",
                setup(2000, 500, adam(4).withBatchSize(32), adam(2).withBatchSize(32), 200, 50));
    }

    /** All of them. */
    public static List<ImagesPreset> all() {
        return List.of(usual(), paper(), quick());
    }

    /**
     * The preset of a name.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is none
     */
    public static ImagesPreset named(String name) {
        return all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                NearestName.unknown(
                                        "preset",
                                        name,
                                        all().stream().map(ImagesPreset::name).toList()));
    }

    private static TrainingOptions adam(int epochs) {
        return TrainingOptions.fixedBudget(epochs)
                .withBatchSize(128)
                .withUpdater(UpdaterKind.ADAM, 2e-3)
                .withLearningRateSchedule(LearningRateSchedule.parse("linear"));
    }

    private static ImageSetup setup(
            int train,
            int test,
            TrainingOptions options,
            TrainingOptions fineTuning,
            int explained,
            int explainedByAll) {
        List<AttributionMethod> methods = ImageMethods.six(BASELINES);
        return new ImageSetup(
                train,
                test,
                options,
                fineTuning,
                new SaliencyGuidedOptions()
                        .withRanking(Ranking.SIGNED)
                        .withOutput(Output.LOGPROB)
                        .withReduction(Reduction.MEAN)
                        .withFill(Fill.uniform(Fill.Range.EXAMPLE)),
                explained,
                explainedByAll,
                10,
                List.of(PixelReplacement.corner(), PixelReplacement.mean()),
                MethodSettings.of(methods));
    }
}
