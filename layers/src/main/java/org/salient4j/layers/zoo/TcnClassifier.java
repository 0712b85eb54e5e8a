package org.salient4j.layers.zoo;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dual;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.Softmax;
import org.salient4j.layers.TemporalBlock;
import org.salient4j.layers.TimePooling;

/**
 * Temporal convolutional network (Bai, Kolter and Koltun 2018) as in the time-series benchmark
 * (Ismail et al., NeurIPS 2020): residual blocks of causal convolutions whose dilation doubles from
 * block to block, pooling over time, linear. 13,197 parameters at the default sizes.
 *
 * <p>The last state sees 1 + 2 (kernel - 1)(2^blocks - 1) steps back: 43 of 50 at the default
 * sizes, which is why they pool over time.
 *
 * @param timeSteps T
 * @param features F
 * @param channels output channels of each block
 * @param kernel taps of a convolution
 * @param classes number of classes
 * @param dropout rate after each convolution
 * @param pooling how the states become one
 * @param doubleSoftmax see {@link LstmClassifier}
 */
public record TcnClassifier(
        int timeSteps,
        int features,
        List<Integer> channels,
        int kernel,
        int classes,
        double dropout,
        TimePooling pooling,
        boolean doubleSoftmax)
        implements TangentClassifier {
    private static final int MAX_BLOCKS = 30; // the dilation is an int

    /** The paper's sizes. */
    public TcnClassifier() {
        this(50, 50, List.of(5, 5, 50), 4, 2, 0.1, TimePooling.MAX_OVER_TIME, false);
    }

    /** Validates the sizes. */
    public TcnClassifier {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("features", features);
        channels = List.copyOf(channels);
        boolean positive = channels.stream().allMatch(c -> c >= 1);
        if (channels.isEmpty() || channels.size() > MAX_BLOCKS || !positive) {
            throw new IllegalArgumentException(
                    "channels must be 1 to %d numbers of at least 1, was %s"
                            .formatted(MAX_BLOCKS, channels));
        }
        Sizes.positive("kernel", kernel);
        Sizes.classes(classes);
        Sizes.dropRate("dropout", dropout);
        if (pooling == null) {
            throw new IllegalArgumentException("pooling must be given, was null");
        }
    }

    @Override
    public String name() {
        return "tcn";
    }

    @Override
    public String description() {
        return "temporal convolutional network, max over time, linear";
    }

    /** {@code mnist-series}: 28×28 digits read as series of 28 steps, last step. */
    @Override
    public Map<String, Architecture> presets() {
        return Map.of(
                "mnist-series",
                new TcnClassifier(
                        28,
                        28,
                        Collections.nCopies(8, 25),
                        7,
                        10,
                        0.05,
                        TimePooling.LAST_STEP,
                        false));
    }

    @Override
    public long[] inputShape() {
        return new long[] {timeSteps, features};
    }

    @Override
    public Dual output(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Dual states = x.linear(a -> graph.permute(a, 2, 1, 0)); // [F, T, B]
        int in = features;
        for (int block = 0; block < channels.size(); block++) {
            int out = channels.get(block);
            states =
                    new TemporalBlock(timeSteps, in, out, kernel, 1 << block, dropout)
                            .forward(scope.child("block" + block), states);
            in = out;
        }
        Dual pooled = pooling.pool(graph, states, timeSteps).linear(a -> graph.permute(a, 1, 0));
        Dual logits = new Dense(in, classes).forward(scope.child("fc"), pooled);
        return doubleSoftmax ? new Softmax(1).forward(scope, logits) : logits;
    }
}
