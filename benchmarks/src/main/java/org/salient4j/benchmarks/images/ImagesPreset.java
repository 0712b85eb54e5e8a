package org.salient4j.benchmarks.images;

import java.util.List;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.recipe.TrainingPreset;
import org.salient4j.framework.saliency.Fill;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.Reduction;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.LearningRateSchedule;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;

/**
 * A protocol of the image experiments. All of them mask as the released code does on such images:
 * half of the pixels, the most negative gradients of the true class first (of log p on digits, of
 * the logit on photographs), replaced by noise in the range of the image or of its channel; λ = 1.
 *
 * @param name its name
 * @param description what it is for
 * @param setup its settings
 */
public record ImagesPreset(String name, String description, ImageSetup setup) {
    private static final int BASELINES = 20;
    private static final int SHOWN = 10;

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

    /**
     * The paper's CIFAR-10, cut down to about an hour of a core for the longest training: {@link
     * TrainingPreset#cifar}'s SGD, flips, crops and masks on a tenth of the images, with batches of
     * 64 instead of 512 and rates that suit them, for {@code resnet-18}.
     */
    public static ImagesPreset cifar() {
        TrainingOptions options =
                TrainingOptions.fixedBudget(6)
                        .withBatchSize(64)
                        .withUpdater(UpdaterKind.MOMENTUM, 0.05)
                        .withWeightDecay(1e-4)
                        .withLearningRateSchedule(LearningRateSchedule.linear());
        return new ImagesPreset(
                "cifar",
                "5000 small photographs, 6 epochs of SGD with momentum falling to 0, flips and"
                        + " crops; 1 more of fine-tuning",
                new ImageSetup(
                        5000,
                        2000,
                        ImageAugmentation.FLIPS_AND_CROPS,
                        options,
                        options.withEpochs(1).withUpdater(UpdaterKind.MOMENTUM, 0.01),
                        TrainingPreset.cifar().guidance(),
                        500,
                        50,
                        SHOWN,
                        List.of(PixelReplacement.corner(), PixelReplacement.mean()),
                        MethodSettings.of(ImageMethods.six(BASELINES))));
    }

    /** All of them. */
    public static List<ImagesPreset> all() {
        return List.of(usual(), paper(), cifar(), quick());
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
                ImageAugmentation.NONE,
                options,
                fineTuning,
                new SaliencyGuidedOptions()
                        .withRanking(Ranking.SIGNED)
                        .withOutput(Output.LOGPROB)
                        .withReduction(Reduction.MEAN)
                        .withFill(Fill.uniform(Fill.Range.EXAMPLE)),
                explained,
                explainedByAll,
                SHOWN,
                List.of(PixelReplacement.corner(), PixelReplacement.mean()),
                MethodSettings.of(methods));
    }
}
