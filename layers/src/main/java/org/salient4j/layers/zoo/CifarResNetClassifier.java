package org.salient4j.layers.zoo;

import java.util.Map;
import org.salient4j.layers.BatchNorm;
import org.salient4j.layers.Convolution2d;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dual;
import org.salient4j.layers.GlobalAveragePooling2d;
import org.salient4j.layers.Initializer;
import org.salient4j.layers.KernelStart;
import org.salient4j.layers.Relu;
import org.salient4j.layers.ResidualBlock;
import org.salient4j.layers.ResidualShortcut;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;

/**
 * The residual networks that He et al. (CVPR 2016, section 4.2) made for CIFAR-10: a convolution,
 * three stages of n blocks with 16, 32 and 64 channels, shortcuts without parameters, mean, linear;
 * 6n + 2 layers with weights. 464,154 parameters at the default sizes, ResNet-32, which saliency
 * guided training's released code trains where its paper says ResNet-18.
 *
 * <p>All weights start as that code draws them, from He's normal distribution by fan-in. Parameters
 * have torchvision's names; the last layer is {@code fc}.
 *
 * @param channels of an image
 * @param height of an image
 * @param width of an image
 * @param filters channels of the first stage, an even number; the others have two and four times as
 *     many
 * @param blocks n, residual blocks a stage
 * @param classes number of classes
 */
public record CifarResNetClassifier(
        int channels, int height, int width, int filters, int blocks, int classes)
        implements TangentClassifier {
    private static final int STAGES = 3;

    /** ResNet-32. */
    public CifarResNetClassifier() {
        this(5);
    }

    private CifarResNetClassifier(int blocks) {
        this(3, 32, 32, 16, blocks, 10);
    }

    /** Validates the sizes. */
    public CifarResNetClassifier {
        Sizes.positive("channels", channels);
        Sizes.positive("height", height);
        Sizes.positive("width", width);
        if (filters < 2 || filters % 2 != 0) {
            throw new IllegalArgumentException(
                    "filters must be even and at least 2, was " + filters);
        }
        Sizes.positive("blocks", blocks);
        Sizes.classes(classes);
    }

    @Override
    public String name() {
        return "resnet-32";
    }

    @Override
    public String description() {
        return "residual network of three stages with padded shortcuts; for images";
    }

    /** The other depths of the paper, of which {@code resnet-20} is the smallest. */
    @Override
    public Map<String, Architecture> presets() {
        return Map.of(
                "resnet-20", new CifarResNetClassifier(3),
                "resnet-44", new CifarResNetClassifier(7),
                "resnet-56", new CifarResNetClassifier(9));
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
        int in = filters;
        Dual first =
                new Convolution2d(channels, in, 3, 1, 1, false, KernelStart.HE_FAN_IN)
                        .forward(scope.child("conv1"), x);
        Dual y = new Relu().forward(scope, new BatchNorm(in).forward(scope.child("bn1"), first));
        for (int stage = 0; stage < STAGES; stage++) {
            int out = filters << stage;
            Scope stageScope = scope.child("layer" + (stage + 1));
            for (int block = 0; block < blocks; block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                y =
                        new ResidualBlock(
                                        in,
                                        out,
                                        stride,
                                        ResidualShortcut.PADDED,
                                        KernelStart.HE_FAN_IN)
                                .forward(stageScope.child(Integer.toString(block)), y);
                in = out;
            }
        }
        Dual pooled = new GlobalAveragePooling2d().forward(scope, y);
        Scope last = scope.child("fc");
        // Who asks first says how a parameter starts.
        last.parameter("weight", Initializer.normal(Math.sqrt(2.0 / in)), classes, in);
        return new Dense(in, classes).forward(last, pooled);
    }
}
