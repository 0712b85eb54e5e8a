package org.salient4j.layers.zoo;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.layers.Convolution2d;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dropout;
import org.salient4j.layers.Dual;
import org.salient4j.layers.KernelStart;
import org.salient4j.layers.MaxPooling2d;
import org.salient4j.layers.Relu;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;

/**
 * VGG-16 (Simonyan and Zisserman, ICLR 2015, configuration D) with the classifier that saliency
 * guided training puts on it for the bird data: stages of 3 × 3 convolutions with ReLUs, each stage
 * ending in a 2 × 2 max-pool, then linear layers with ReLU and dropout between. 125,100,052
 * parameters at the default sizes: half a gigabyte in float, and as much again for gradients and
 * for each moment of an optimiser.
 *
 * <p>Parameters have torchvision's names, {@code features.0.weight} to {@code classifier.6.bias},
 * so its pretrained weights can be imported; its adaptive pool between both parts does nothing at
 * 224 × 224 and is not there. Trained from scratch it needs a low learning rate and patience: there
 * is no normalisation.
 *
 * @param channels of an image
 * @param height of an image
 * @param width of an image
 * @param filters channels of each stage
 * @param convolutions of each stage
 * @param hidden units of the linear layers between
 * @param classes number of classes
 * @param dropout rate after each linear layer between
 */
public record VggClassifier(
        int channels,
        int height,
        int width,
        List<Integer> filters,
        List<Integer> convolutions,
        List<Integer> hidden,
        int classes,
        double dropout)
        implements TangentClassifier {
    private static final int POOL = 2;

    /** The paper's sizes; 4048 is what its code says. */
    public VggClassifier() {
        this(List.of(4048, 2048), 260, 0.4);
    }

    private VggClassifier(List<Integer> hidden, int classes, double dropout) {
        this(
                3,
                224,
                224,
                List.of(64, 128, 256, 512, 512),
                List.of(2, 2, 3, 3, 3),
                hidden,
                classes,
                dropout);
    }

    /** Validates the sizes. */
    public VggClassifier {
        Sizes.positive("channels", channels);
        filters = Sizes.counts("filters", filters);
        convolutions = Sizes.counts("convolutions", convolutions);
        if (convolutions.size() != filters.size()) {
            throw new IllegalArgumentException(
                    "convolutions must be a number for each of the %d filters, was %s"
                            .formatted(filters.size(), convolutions));
        }
        largeEnough("height", height, filters.size());
        largeEnough("width", width, filters.size());
        hidden = Sizes.counts("hidden", hidden);
        Sizes.classes(classes);
        Sizes.dropRate("dropout", dropout);
    }

    private static void largeEnough(String name, int size, int pools) {
        if (size >> pools < 1) {
            throw new IllegalArgumentException(
                    "%s must be at least %d, which %d pools halve to 1, was %d"
                            .formatted(name, 1 << pools, pools, size));
        }
    }

    @Override
    public String name() {
        return "vgg-16";
    }

    @Override
    public String description() {
        return "stages of convolutions, three linear layers; for large images";
    }

    /** {@code imagenet}: the published classifier of 1000 classes. */
    @Override
    public Map<String, Architecture> presets() {
        return Map.of("imagenet", new VggClassifier(List.of(4096, 4096), 1000, 0.5));
    }

    @Override
    public long[] inputShape() {
        return new long[] {channels, height, width};
    }

    @Override
    public Dual output(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Scope features = scope.child("features");
        Dual y = x;
        int in = channels;
        int index = 0; // torchvision counts ReLUs and pools too
        for (int stage = 0; stage < filters.size(); stage++) {
            int out = filters.get(stage);
            for (int i = 0; i < convolutions.get(stage); i++) {
                y =
                        new Convolution2d(in, out, 3, 1, 1, true, KernelStart.HE_FAN_OUT)
                                .forward(features.child(Integer.toString(index)), y);
                y = new Relu().forward(scope, y);
                in = out;
                index += 2;
            }
            y = new MaxPooling2d(POOL).forward(scope, y);
            index++;
        }
        int values = in * (height >> filters.size()) * (width >> filters.size());
        return classifier(scope, y.linear(a -> graph.reshape(a, -1, values)), values);
    }

    private Dual classifier(Scope scope, Dual x, int inputs) {
        Scope classifier = scope.child("classifier");
        Dual y = x;
        int in = inputs;
        int index = 0;
        for (int out : hidden) {
            y = new Dense(in, out).forward(classifier.child(Integer.toString(index)), y);
            y = new Dropout(dropout).forward(scope, new Relu().forward(scope, y));
            in = out;
            index += 3;
        }
        return new Dense(in, classes).forward(classifier.child(Integer.toString(index)), y);
    }
}
