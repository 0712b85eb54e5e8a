package org.salient4j.framework.images;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.DataDigest;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Batches;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.TrainingData;
import org.salient4j.framework.training.Validation;

/**
 * Labelled images for a classifier, read batch by batch: features [B, C, H, W] and one-hot labels
 * [B, classes], every image once an epoch, in another order in each; the last batch may be smaller.
 * Only one batch is ever held as floats, so the memory is that of the images themselves, one byte a
 * value where they come from pixels.
 *
 * <p>As validation it is the same images, in their order and never augmented.
 *
 * <pre>{@code
 * ImageData train = Normalization.MNIST.apply(mnist.train());
 * trainer.fit(network, new StandardObjective(), new ImageTrainingData(train), null);
 * }</pre>
 *
 * <p>Where everything fits into memory as floats and is used again and again, {@link
 * ImageData#examples()} is faster to read: by some microseconds an image.
 *
 * @param images scaled as the network takes them
 * @param augmentation what training does to each image when it reads it
 */
public record ImageTrainingData(ImageData images, Augmentation augmentation)
        implements TrainingData, Validation {
    private static final int EVALUATED = 500;

    /** Requires both, and an image. */
    public ImageTrainingData {
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(augmentation, "augmentation");
        if (images.size() == 0) {
            throw new InvalidInputException("at least one image is needed, found none");
        }
    }

    /** Images as they are. */
    public ImageTrainingData(ImageData images) {
        this(images, Augmentation.none());
    }

    @Override
    public void requireFits(Network network, String part) {
        if (!Arrays.equals(images.shape().toArray(), network.inputShape())) {
            throw new InvalidInputException(
                    "%s images are %s, the network takes %s"
                            .formatted(
                                    part, images.shape(), Arrays.toString(network.inputShape())));
        }
        int highest = Arrays.stream(images.labels()).max().orElse(0);
        if (highest >= network.outputs()) {
            throw new InvalidInputException(
                    "%s labels must be in [0, %d), found %d"
                            .formatted(part, network.outputs(), highest));
        }
    }

    @Override
    public Batches batches(Network network, int batchSize, Seed seed) {
        return new ImageBatches(this, network.dataType(), network.outputs(), batchSize, seed);
    }

    @Override
    public Evaluation evaluate(Network network) {
        double right = 0;
        double loss = 0;
        for (int from = 0; from < images.size(); from += EVALUATED) {
            int to = Math.min(images.size(), from + EVALUATED);
            Examples part = images.examples(IntStream.range(from, to).toArray());
            Evaluation of =
                    Evaluation.of(
                            network,
                            new Examples(part.x().castTo(network.dataType()), part.labels()));
            right += Math.rint(of.accuracy() * part.size());
            loss += of.loss() * part.size();
        }
        return new Evaluation(right / images.size(), loss / images.size());
    }

    @Override
    public String digest() {
        String ofImages = DataDigest.ofRows(this::rows);
        return augmentation.equals(Augmentation.none()) ? ofImages : ofImages + " " + augmentation;
    }

    @Override
    public Optional<Validation> measured() {
        return Optional.of(this);
    }

    /** Every image and, after the last, the labels. */
    private Iterator<double[]> rows() {
        float[] image = new float[images.shape().values()];
        double[] row = new double[image.length];
        return IntStream.rangeClosed(0, images.size()).mapToObj(i -> row(i, image, row)).iterator();
    }

    private double[] row(int index, float[] image, double[] row) {
        if (index == images.size()) {
            return Arrays.stream(images.labels()).asDoubleStream().toArray();
        }
        images.read(index, image);
        for (int k = 0; k < row.length; k++) {
            row[k] = image[k];
        }
        return row;
    }
}
