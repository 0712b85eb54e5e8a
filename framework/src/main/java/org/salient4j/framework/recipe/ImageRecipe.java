package org.salient4j.framework.recipe;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.images.Augmentation;
import org.salient4j.framework.images.ImageData;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.images.ImageTrainingData;
import org.salient4j.framework.images.Normalization;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.saliency.FeatureStatistics;
import org.salient4j.framework.saliency.Fill;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.TrainingResult;

/**
 * How a network is trained on images: as on series, and what is done to an image before. Images are
 * read batch by batch.
 *
 * @param training the rest of it
 * @param normalization how images are scaled; null fits it to the training part
 * @param augmentation what training does to each image when it reads it
 */
public record ImageRecipe(
        TrainingRecipe training, Normalization normalization, Augmentation augmentation) {

    /** Images scaled by their own mean and deviation, as they are. */
    public static ImageRecipe of(TrainingRecipe training) {
        return new ImageRecipe(training, null, Augmentation.none());
    }

    /** Requires all but the normalization. */
    public ImageRecipe {
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(augmentation, "augmentation");
    }

    /**
     * Trains from the network's present parameters, in place, with the state in a model file.
     *
     * @param network what to train
     * @param images what to train it on; test images are only measured, once, at the end
     * @param file where the training is kept; it ends as the finished model
     * @throws InvalidInputException if the images do not fit the network, or the file is not a
     *     running training of this recipe, network and data
     * @throws org.salient4j.framework.training.DivergedTrainingException if it diverges; the file
     *     holds the last good epoch
     */
    public TrainedNetwork train(Network network, ImageDataset images, ModelFile file) {
        Normalization scale =
                normalization == null ? Normalization.of(images.train()) : normalization;
        Map<Split, ImageTrainingData> parts = parts(images, scale);
        ImageTrainingData train = parts.get(Split.TRAIN);
        TrainingResult result =
                file.train(
                        network,
                        new ModelFile.Training(
                                training.options(),
                                training.seed(),
                                training.objective(),
                                train,
                                parts.get(Split.VALIDATION),
                                Map.of(
                                        "validationFraction",
                                        training.validationFraction(),
                                        "normalization",
                                        scale)),
                        described(images, scale, train),
                        training.listeners(network, statistics(train)));
        Map<Split, Evaluation> evaluations = new EnumMap<>(Split.class);
        parts.forEach((split, part) -> evaluations.put(split, part.evaluate(network)));
        return new TrainedNetwork(network, result, evaluations);
    }

    private Map<Split, ImageTrainingData> parts(ImageDataset images, Normalization scale) {
        Map<Split, ImageTrainingData> parts = new EnumMap<>(Split.class);
        images.splits()
                .forEach(
                        (split, part) ->
                                parts.put(split, new ImageTrainingData(scale.apply(part))));
        ImageData train = scale.apply(images.train());
        if (images.find(Split.VALIDATION).isEmpty() && training.validationFraction() > 0) {
            int[] order = Examples.shuffled(train.size(), training.seed().child("validation"));
            int held = (int) Math.round(training.validationFraction() * order.length);
            if (held < 1 || held >= order.length) {
                throw new InvalidInputException(
                        "%d training images cannot be split into training and %s of them for validation"
                                .formatted(order.length, training.validationFraction()));
            }
            parts.put(
                    Split.VALIDATION,
                    new ImageTrainingData(train.select(Arrays.copyOf(order, held))));
            train = train.select(Arrays.copyOfRange(order, held, order.length));
        }
        parts.put(Split.TRAIN, new ImageTrainingData(train, augmentation));
        return parts;
    }

    private Map<String, Object> described(
            ImageDataset images, Normalization scale, ImageTrainingData train) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("recipe", training);
        said.put("normalization", scale);
        said.put("augmentation", augmentation.toString());
        said.put("dataset", images.name());
        said.put("data", train.digest());
        return said;
    }

    /** Of the training images, where the fill needs it. */
    private FeatureStatistics statistics(ImageTrainingData train) {
        boolean needed =
                training.guidance() != null
                        && training.guidance().fill().range() == Fill.Range.DATASET_FEATURE;
        return needed ? FeatureStatistics.ofDataset(train.images().examples().x()) : null;
    }
}
