package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Batch normalisation of images (Ioffe and Szegedy, ICML 2015), PyTorch's {@code BatchNorm2d}:
 *
 * <pre>
 * y = weight (x - mean) / √(var + 1e-5) + bias        channel by channel
 * </pre>
 *
 * <p>In {@link Mode#TRAIN}, mean and (biased) variance are those of the tower's own batch, over
 * examples and positions, and gradients flow through them: what an example becomes depends on the
 * others. In {@link Mode#EXPLAIN} they are the running ones, numbers that belong to the network,
 * and every example is on its own.
 *
 * <p>Every training tower moves the running statistics by a tenth towards its batch's mean and
 * unbiased variance, one tower after the other. In saliency guided training the masked images are a
 * pass of their own, as in the released code: they are normalised by their own statistics, and the
 * running ones move a second time, towards those of the masked images. A network that explains has
 * therefore seen both.
 *
 * <p>For batches of many values a channel. A single value a channel becomes the bias, whatever it
 * is; PyTorch refuses to train on one.
 *
 * <p>Parameters: {@code weight} [C], 1, and {@code bias} [C], 0. Buffers: {@code running_mean} [C],
 * 0, and {@code running_var} [C], 1.
 *
 * @param channels C
 */
public record BatchNorm(int channels) implements TangentLayer {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    /** Validates the size. */
    public BatchNorm {
        Sizes.positive("channels", channels);
    }

    /**
     * @param x [B, C, H, W]
     * @return [B, C, H, W]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SDVariable weight = scope.parameter("weight", Initializer.ones(), channels);
        SDVariable bias = scope.parameter("bias", Initializer.zeros(), channels);
        SDVariable runningMean = scope.buffer("running_mean", Initializer.zeros(), channels);
        SDVariable runningVar = scope.buffer("running_var", Initializer.ones(), channels);
        if (scope.mode() == Mode.TRAIN) {
            return normalised(scope, x, weight, bias);
        }
        SDVariable scale = weight.mul(inverse(scope.graph(), runningVar));
        SDVariable shift = bias.sub(runningMean.mul(scale));
        SDVariable factor = perChannel(scope.graph(), scale);
        return x.moved(
                x.value().mul(factor).add(perChannel(scope.graph(), shift)), t -> t.mul(factor));
    }

    // ND4J's batchnorm op has a training gradient, but SameDiff loses the op's axis when it copies
    // it into a gradient function.
    private Dual normalised(Scope scope, Dual x, SDVariable weight, SDVariable bias) {
        SameDiff graph = scope.graph();
        SDVariable mean = mean(x.value());
        SDVariable centred = x.value().sub(mean);
        SDVariable variance = mean(centred.mul(centred));
        SDVariable inverse = inverse(graph, variance);
        SDVariable scale = inverse.mul(perChannel(graph, weight));
        follow(scope, x.value(), mean, variance);
        return x.moved(
                centred.mul(scale).add(perChannel(graph, bias)),
                t -> {
                    SDVariable growth = mean(centred.mul(t)).mul(inverse).mul(inverse);
                    return t.sub(mean(t)).sub(centred.mul(growth)).mul(scale);
                });
    }

    private void follow(Scope scope, SDVariable x, SDVariable mean, SDVariable variance) {
        SameDiff graph = scope.graph();
        SDVariable values = graph.prod(graph.shape(x)).castTo(scope.dataType()).div(channels);
        SDVariable others = graph.math().max(values.sub(1), graph.onesLike(values));
        SDVariable unbiased = variance.mul(values.div(others));
        scope.update("running_mean", running -> towards(graph, running, mean));
        scope.update("running_var", running -> towards(graph, running, unbiased));
    }

    private SDVariable towards(SameDiff graph, SDVariable running, SDVariable seen) {
        return running.mul(1 - MOMENTUM).add(graph.reshape(seen, channels).mul(MOMENTUM));
    }

    private static SDVariable mean(SDVariable x) {
        // Image by image first: ND4J adds up floats one after the other, and loses four digits over
        // half a million.
        return x.mean(true, 2, 3).mean(true, 0);
    }

    private static SDVariable inverse(SameDiff graph, SDVariable variance) {
        return graph.math().rsqrt(variance.add(EPSILON));
    }

    private SDVariable perChannel(SameDiff graph, SDVariable vector) {
        return graph.reshape(vector, 1, channels, 1, 1);
    }
}
