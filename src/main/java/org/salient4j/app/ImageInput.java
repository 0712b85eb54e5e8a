package org.salient4j.app;

import java.nio.file.Path;
import org.salient4j.framework.Seed;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.images.ImageOptions;
import org.salient4j.framework.recipe.ImageRecipe;
import org.salient4j.framework.recipe.TrainingPreset;
import org.salient4j.framework.recipe.TrainingRecipe;
import org.salient4j.layers.zoo.Architecture;
import picocli.CommandLine.Option;

/** What is said of images that a network is trained on. */
final class ImageInput {

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "For images: paper.mnist, paper.cifar or paper.bird ('salient4j list"
                            + " training-presets'); what is given beside it counts.")
    private String preset;

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "At most so many images of each part, drawn by the seed (default: all).")
    private Integer images;

    /** The preset; null without one. */
    TrainingPreset preset() {
        return preset == null ? null : TrainingPreset.named(preset);
    }

    /** Whether anything was said. */
    boolean given() {
        return preset != null || images != null;
    }

    /**
     * The images.
     *
     * @param data where they are
     * @param prototype says in how many channels they are read, and which size they are resized to
     *     if both of its sizes are set
     */
    ImageDataset open(Path data, Architecture prototype, NetworkChoice network, Seed seed) {
        long[] shape = prototype.inputShape();
        ImageOptions options = shape[0] == 1 ? ImageOptions.grey() : ImageOptions.rgb();
        if (network.isSet("height") && network.isSet("width")) {
            options = options.resizedTo((int) shape[1], (int) shape[2]);
        }
        ImageDataset all = ImageDataset.open(data, options);
        return images == null ? all : all.atMost(images, seed.child("images"));
    }

    /** How to train on them: as the preset says, or scaled by their own mean and deviation. */
    ImageRecipe recipe(TrainingRecipe training) {
        TrainingPreset chosen = preset();
        return chosen == null
                ? ImageRecipe.of(training)
                : new ImageRecipe(training, chosen.normalization(), chosen.augmentation());
    }
}
