package org.salient4j.layers.zoo;

import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.layers.Convolution2d;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dropout;
import org.salient4j.layers.Dual;
import org.salient4j.layers.MaxPooling2d;
import org.salient4j.layers.Relu;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;

/**
 * The convolutional network for digits of saliency guided training's released code (Ismail et al.,
 * NeurIPS 2021): convolution, ReLU, convolution, ReLU, 2 × 2 max-pool, dropout, linear, ReLU,
 * dropout, linear. 1,199,882 parameters at the default sizes. Inputs are images, [channels, height,
 * width].
 *
 * <p>That code ends in a log-softmax; this gives logits, as every network here, and the losses add
 * it.
 *
 * @param channels of an image
 * @param height of an image, at least 2k so that the pool has something to take
 * @param width of an image, likewise
 * @param kernel k, height and width of both convolutions' kernels
 * @param firstFilters output channels of the first convolution
 * @param secondFilters output channels of the second
 * @param hidden units of the linear layer between
 * @param classes number of classes
 * @param imageDropout rate after the pool
 * @param dropout rate after the linear layer between
 */
public record CnnClassifier(
        int channels,
        int height,
        int width,
        int kernel,
        int firstFilters,
        int secondFilters,
        int hidden,
        int classes,
        double imageDropout,
        double dropout)
        implements TangentClassifier {
    private static final int POOL = 2;

    /** The paper's sizes. */
    public CnnClassifier() {
        this(1, 28, 28, 3, 32, 64, 128, 10, 0.25, 0.5);
    }

    /** Validates the sizes. */
    public CnnClassifier {
        Sizes.positive("channels", channels);
        Sizes.positive("kernel", kernel);
        largeEnough("height", height, kernel);
        largeEnough("width", width, kernel);
        Sizes.positive("firstFilters", firstFilters);
        Sizes.positive("secondFilters", secondFilters);
        Sizes.positive("hidden", hidden);
        Sizes.classes(classes);
        Sizes.dropRate("imageDropout", imageDropout);
        Sizes.dropRate("dropout", dropout);
    }

    private static void largeEnough(String name, int size, int kernel) {
        if (pooled(size, kernel) < 1) {
            throw new IllegalArgumentException(
                    "%s must be at least 2 kernel (%d), was %d".formatted(name, 2 * kernel, size));
        }
    }

    /** Height or width after both convolutions and the pool. */
    private static int pooled(int size, int kernel) {
        return Math.floorDiv(size - 2 * (kernel - 1), POOL);
    }

    @Override
    public String name() {
        return "mnist-cnn";
    }

    @Override
    public String description() {
        return "two convolutions, max-pool, two linear layers; for images";
    }

    @Override
    public long[] inputShape() {
        return new long[] {channels, height, width};
    }

    @Override
    public Dual output(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Dual first =
                new Relu()
                        .forward(
                                scope,
                                new Convolution2d(channels, firstFilters, kernel)
                                        .forward(scope.child("conv1"), x));
        Dual second =
                new Relu()
                        .forward(
                                scope,
                                new Convolution2d(firstFilters, secondFilters, kernel)
                                        .forward(scope.child("conv2"), first));
        Dual pooled =
                new Dropout(imageDropout)
                        .forward(scope, new MaxPooling2d(POOL).forward(scope, second));
        int features = secondFilters * pooled(height, kernel) * pooled(width, kernel);
        Dual flat = pooled.linear(a -> graph.reshape(a, -1, features));
        Dual between =
                new Relu()
                        .forward(
                                scope,
                                new Dense(features, hidden).forward(scope.child("fc1"), flat));
        return new Dense(hidden, classes)
                .forward(scope.child("fc2"), new Dropout(dropout).forward(scope, between));
    }
}
