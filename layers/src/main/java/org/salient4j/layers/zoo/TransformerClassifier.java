package org.salient4j.layers.zoo;

import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dropout;
import org.salient4j.layers.Dual;
import org.salient4j.layers.EncoderLayer;
import org.salient4j.layers.MultiHeadAttention;
import org.salient4j.layers.PositionalEncoding;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.Softmax;
import org.salient4j.layers.TimePooling;
import org.salient4j.layers.UnbiasedLayerNorm;

/**
 * Transformer encoder (Vaswani et al., NeurIPS 2017) as in the time-series benchmark (Ismail et
 * al., NeurIPS 2020): the features themselves are the model's width, without an embedding;
 * positions, dropout, pre-norm encoder layers, norm, pooling over time, linear. 305,302 parameters
 * at the default sizes.
 *
 * @param timeSteps T
 * @param features F, at least two
 * @param layers number of encoder layers
 * @param heads attention heads, a divisor of F
 * @param feedForward inner width of the feed-forward parts
 * @param classes number of classes
 * @param dropout rate everywhere, attention weights included
 * @param causal whether a step attends to itself and the past only
 * @param positionalEncoding whether {@link PositionalEncoding} scales and shifts the input
 * @param pooling how the states become one
 * @param doubleSoftmax see {@link LstmClassifier}
 */
public record TransformerClassifier(
        int timeSteps,
        int features,
        int layers,
        int heads,
        int feedForward,
        int classes,
        double dropout,
        boolean causal,
        boolean positionalEncoding,
        TimePooling pooling,
        boolean doubleSoftmax)
        implements TangentClassifier {

    /** The paper's sizes. */
    public TransformerClassifier() {
        this(50, 50, 6, 5, 400, 2, 0.1, true, true, TimePooling.MAX_OVER_TIME, false);
    }

    /** Validates the sizes. */
    public TransformerClassifier {
        Sizes.positive("timeSteps", timeSteps);
        if (features < 2) {
            throw new IllegalArgumentException("features must be at least 2, was " + features);
        }
        Sizes.positive("layers", layers);
        Sizes.divisor("heads", heads, "features", features);
        Sizes.positive("feedForward", feedForward);
        Sizes.classes(classes);
        Sizes.dropRate("dropout", dropout);
        if (pooling == null) {
            throw new IllegalArgumentException("pooling must be given, was null");
        }
    }

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public String description() {
        return "Transformer encoder, max over time, linear";
    }

    /** {@code mnist-series}: 28×28 digits read as series of 28 steps, without a causal mask. */
    @Override
    public Map<String, Architecture> presets() {
        return Map.of(
                "mnist-series",
                new TransformerClassifier(
                        28,
                        28,
                        6,
                        4,
                        400,
                        10,
                        0.05,
                        false,
                        true,
                        TimePooling.MAX_OVER_TIME,
                        false));
    }

    @Override
    public long[] inputShape() {
        return new long[] {timeSteps, features};
    }

    @Override
    public Dual output(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Dual placed =
                positionalEncoding
                        ? new PositionalEncoding(timeSteps, features).forward(scope, x)
                        : x;
        Dual states =
                new Dropout(dropout)
                        .forward(scope, placed.linear(a -> graph.reshape(a, -1, features)));
        EncoderLayer encoder =
                new EncoderLayer(
                        new MultiHeadAttention(timeSteps, features, heads, causal, dropout),
                        feedForward);
        for (int layer = 0; layer < layers; layer++) {
            states = encoder.forward(scope.child("layer" + layer), states);
        }
        states = new UnbiasedLayerNorm(features).forward(scope.child("norm"), states);
        Dual series = states.linear(a -> graph.reshape(a, -1, timeSteps, features));
        Dual pooled = pooling.pool(graph, series, timeSteps);
        Dual logits = new Dense(features, classes).forward(scope.child("fc"), pooled);
        return doubleSoftmax ? new Softmax(1).forward(scope, logits) : logits;
    }
}
