package org.salient4j.framework.images;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * The usual scaling of images, channel by channel: {@code (x - mean) / deviation}.
 *
 * <p>Fit it on the training part only, and apply the same to every part. The arithmetic is that of
 * torchvision's Normalize on floats, bit by bit.
 *
 * @param mean of each channel
 * @param deviation the standard deviation of each channel, positive
 */
public record Normalization(List<Double> mean, List<Double> deviation) {
    /** As PyTorch's MNIST example scales digits. */
    public static final Normalization MNIST = new Normalization(List.of(0.1307), List.of(0.3081));

    /** As networks trained on ImageNet expect colours. */
    public static final Normalization IMAGENET =
            new Normalization(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

    /**
     * @throws InvalidInputException unless there is one finite mean and one positive deviation for
     *     each channel
     */
    public Normalization {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.isEmpty() || mean.size() != deviation.size()) {
            throw new InvalidInputException(
                    "mean and deviation need one value a channel, had %d and %d"
                            .formatted(mean.size(), deviation.size()));
        }
        for (int c = 0; c < mean.size(); c++) {
            if (!Double.isFinite(mean.get(c)) || !Double.isFinite(deviation.get(c))) {
                throw new InvalidInputException(
                        "mean and deviation must be finite, were " + mean + " and " + deviation);
            }
            if (deviation.get(c) <= 0) {
                throw new InvalidInputException(
                        "deviation must be greater than 0, was %s in channel %d"
                                .formatted(deviation.get(c), c));
            }
        }
    }

    /**
     * The mean and the population standard deviation of all values of each channel.
     *
     * @param images the training part
     * @throws InvalidInputException if there is no image or a channel is the same everywhere
     */
    public static Normalization of(ImageData images) {
        int channels = images.shape().channels();
        int plane = images.shape().values() / channels;
        double[] sum = new double[channels];
        double[] squares = new double[channels];
        float[] image = new float[images.shape().values()];
        for (int i = 0; i < images.size(); i++) {
            images.read(i, image);
            for (int k = 0; k < image.length; k++) {
                sum[k / plane] += image[k];
                squares[k / plane] += (double) image[k] * image[k];
            }
        }
        double count = (double) plane * images.size();
        List<Double> mean = new ArrayList<>();
        List<Double> deviation = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            double m = sum[c] / count;
            mean.add(m);
            deviation.add(Math.sqrt(Math.max(0, squares[c] / count - m * m)));
        }
        return new Normalization(mean, deviation);
    }

    /** The same for every one of so many channels. */
    public static Normalization uniform(int channels, double mean, double deviation) {
        return new Normalization(
                Collections.nCopies(channels, mean), Collections.nCopies(channels, deviation));
    }

    /**
     * Images that are scaled as they are read.
     *
     * @throws InvalidInputException if they have another number of channels
     */
    public ImageData apply(ImageData images) {
        if (images.shape().channels() != mean.size()) {
            throw new InvalidInputException(
                    "images have %d channels, the normalization %d"
                            .formatted(images.shape().channels(), mean.size()));
        }
        int plane = images.shape().height() * images.shape().width();
        float[] means = floats(mean);
        float[] deviations = floats(deviation);
        return images.changed(
                (index, image) -> {
                    for (int c = 0; c < means.length; c++) {
                        for (int k = c * plane; k < (c + 1) * plane; k++) {
                            image[k] = (image[k] - means[c]) / deviations[c];
                        }
                    }
                });
    }

    private static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
