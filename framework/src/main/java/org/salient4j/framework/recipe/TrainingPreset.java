package org.salient4j.framework.recipe;

import java.util.List;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.images.Augmentation;
import org.salient4j.framework.images.Augmentations;
import org.salient4j.framework.images.Normalization;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.saliency.Fill;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.Reduction;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.LearningRateSchedule;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.UpdaterKind;

/**
 * How the paper's released code trains on a data set of images: the numbers of the table in its
 * repository, k = 50 %, λ = 1, the most negative gradients masked in whole pixels.
 *
 * <p>Two things are done otherwise than there: images are shuffled anew in every epoch, also
 * digits, and the best weights are those of a validation part, never of the test part.
 *
 * @param name what it is asked for by
 * @param description one line
 * @param normalization how images are scaled
 * @param augmentation what training does to them
 * @param options how to train
 * @param guidance of saliency guided training; standard training does without
 */
public record TrainingPreset(
        String name,
        String description,
        Normalization normalization,
        Augmentation augmentation,
        TrainingOptions options,
        SaliencyGuidedOptions guidance) {

    /** Digits, for {@code mnist-cnn}. */
    public static TrainingPreset mnist() {
        return new TrainingPreset(
                "paper.mnist",
                "Adadelta, batch 512, at most 100 epochs, patience 20; signed log-probability gradients",
                Normalization.MNIST,
                Augmentation.none(),
                options(UpdaterKind.ADA_DELTA, 1, 512, 100, 20),
                guidance(Output.LOGPROB, Fill.Range.EXAMPLE));
    }

    /** CIFAR-10, for {@code resnet-32}, which the code trains, or the paper's {@code resnet-18}. */
    public static TrainingPreset cifar() {
        return new TrainingPreset(
                "paper.cifar",
                "SGD 0.1 with momentum 0.9, times 0.1 at epochs 100 and 150, weight decay 1e-4, batch 512,"
                        + " at most 200 epochs, patience 50, flips and crops; signed logit gradients",
                Normalization.IMAGENET,
                Augmentations.cifar(Normalization.IMAGENET),
                options(UpdaterKind.MOMENTUM, 0.1, 512, 200, 50)
                        .withLearningRateSchedule(LearningRateSchedule.steps(0.1, 100, 150))
                        .withWeightDecay(1e-4),
                guidance(Output.LOGIT, Fill.Range.EXAMPLE_FEATURE));
    }

    /** Birds, for {@code vgg-16} with pretrained convolutions: values in [0, 1] as they are. */
    public static TrainingPreset bird() {
        return new TrainingPreset(
                "paper.bird",
                "Adam 1e-4, times 0.75 every 5 epochs, batch 48, at most 40 epochs, patience 10; signed"
                        + " logit gradients",
                Normalization.uniform(3, 0, 1),
                Augmentation.none(),
                options(UpdaterKind.ADAM, 1e-4, 48, 40, 10)
                        .withLearningRateSchedule(LearningRateSchedule.every(0.75, 5)),
                guidance(Output.LOGIT, Fill.Range.EXAMPLE_FEATURE));
    }

    /** All of them. */
    public static List<TrainingPreset> all() {
        return List.of(mnist(), cifar(), bird());
    }

    /**
     * The preset of a name.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is none
     */
    public static TrainingPreset named(String name) {
        return all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                NearestName.unknown(
                                        "training preset",
                                        name,
                                        all().stream().map(TrainingPreset::name).toList()));
    }

    private static TrainingOptions options(
            UpdaterKind updater, double rate, int batch, int epochs, int patience) {
        return new TrainingOptions(updater, rate, batch, epochs, 0, patience, 0, true, 0);
    }

    private static SaliencyGuidedOptions guidance(Output output, Fill.Range range) {
        return new SaliencyGuidedOptions()
                .withRanking(Ranking.SIGNED)
                .withOutput(output)
                .withReduction(Reduction.MEAN)
                .withFill(Fill.uniform(range));
    }
}
