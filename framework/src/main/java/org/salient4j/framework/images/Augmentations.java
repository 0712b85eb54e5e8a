package org.salient4j.framework.images;

import java.util.List;
import org.salient4j.framework.Seed;

/**
 * Augmentations one after the other, each with a seed of its own.
 *
 * <pre>{@code
 * Augmentation usual = Augmentations.cifar(Normalization.IMAGENET);
 * ImageTrainingData train = new ImageTrainingData(images, usual);
 * }</pre>
 *
 * @param steps in their order
 */
public record Augmentations(List<Augmentation> steps) implements Augmentation {
    private static final int CIFAR_PADDING = 4;

    /** Keeps its own copy. */
    public Augmentations {
        steps = List.copyOf(steps);
    }

    /**
     * What CIFAR-10 is usually trained with: flips, and crops of the image padded by four pixels.
     *
     * @param normalization that of the images
     */
    public static Augmentation cifar(Normalization normalization) {
        return new Augmentations(
                List.of(new RandomFlip(), RandomCrop.black(CIFAR_PADDING, normalization)));
    }

    @Override
    public void apply(float[] image, ImageShape shape, Seed seed) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).apply(image, shape, seed.child(i));
        }
    }
}
