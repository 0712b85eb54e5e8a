package org.salient4j.layers.zoo;

import java.util.List;
import org.salient4j.layers.BatchNorm;
import org.salient4j.layers.Convolution2d;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dual;
import org.salient4j.layers.GlobalAveragePooling2d;
import org.salient4j.layers.KernelStart;
import org.salient4j.layers.Relu;
import org.salient4j.layers.ResidualBlock;
import org.salient4j.layers.ResidualShortcut;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;

/**
 * Residual network (He et al., CVPR 2016) with the four stages and projections of ResNet-18, in the
 * form that is usual for small images: the first convolution has 3 × 3 taps and steps of one, and
 * no pool follows. 11,173,962 parameters at the default sizes, ResNet-18 for CIFAR-10.
 *
 * <p>Parameters have torchvision's names, {@code layer1.0.conv1.weight} and so on, and its start
 * values. The saliency guided training paper names ResNet-18 for CIFAR-10; its released code trains
 * a {@link CifarResNetClassifier}.
 *
 * @param channels of an image
 * @param height of an image
 * @param width of an image
 * @param filters channels of each stage; every stage but the first halves the image
 * @param blocks residual blocks of each stage
 * @param classes number of classes
 */
public record ResNetClassifier(
        int channels,
        int height,
        int width,
        List<Integer> filters,
        List<Integer> blocks,
        int classes)
        implements TangentClassifier {

    /** ResNet-18 for CIFAR-10. */
    public ResNetClassifier() {
        this(3, 32, 32, List.of(64, 128, 256, 512), List.of(2, 2, 2, 2), 10);
    }

    /** Validates the sizes. */
    public ResNetClassifier {
        Sizes.positive("channels", channels);
        Sizes.positive("height", height);
        Sizes.positive("width", width);
        filters = Sizes.counts("filters", filters);
        blocks = Sizes.counts("blocks", blocks);
        if (blocks.size() != filters.size()) {
            throw new IllegalArgumentException(
                    "blocks must be a number for each of the %d filters, was %s"
                            .formatted(filters.size(), blocks));
        }
        Sizes.classes(classes);
    }

    @Override
    public String name() {
        return "resnet-18";
    }

    @Override
    public String description() {
        return "residual network of four stages with projections; for images";
    }

    @Override
    public long[] inputShape() {
        return new long[] {channels, height, width};
    }

    @Override
    public boolean usesBatchStatistics() {
        return true;
    }

    @Override
    public Dual output(Scope scope, Dual x) {
        int in = filters.get(0);
        Dual first =
                new Convolution2d(channels, in, 3, 1, 1, false, KernelStart.HE_FAN_OUT)
                        .forward(scope.child("conv1"), x);
        Dual y = new Relu().forward(scope, new BatchNorm(in).forward(scope.child("bn1"), first));
        for (int stage = 0; stage < filters.size(); stage++) {
            int out = filters.get(stage);
            Scope stageScope = scope.child("layer" + (stage + 1));
            for (int block = 0; block < blocks.get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                y =
                        new ResidualBlock(
                                        in,
                                        out,
                                        stride,
                                        ResidualShortcut.PROJECTION,
                                        KernelStart.HE_FAN_OUT)
                                .forward(stageScope.child(Integer.toString(block)), y);
                in = out;
            }
        }
        Dual pooled = new GlobalAveragePooling2d().forward(scope, y);
        return new Dense(in, classes).forward(scope.child("fc"), pooled);
    }
}
