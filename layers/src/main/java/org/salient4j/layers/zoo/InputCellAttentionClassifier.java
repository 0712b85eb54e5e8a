package org.salient4j.layers.zoo;

import java.util.Map;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dropout;
import org.salient4j.layers.Dual;
import org.salient4j.layers.InputCellAttention;
import org.salient4j.layers.InputCellAttentionLstm;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.Softmax;

/**
 * LSTM with input-cell attention (Ismail et al., NeurIPS 2019): dropout, attention LSTM, dropout,
 * last step, linear. 4,192 parameters at the default sizes.
 *
 * @param timeSteps T
 * @param features F
 * @param hidden LSTM units
 * @param attentionSize d_a, width of the score network
 * @param hops r, number of attention hops
 * @param classes number of classes
 * @param dropout rate on the input and on the last hidden state
 * @param forgetBias start value of the forget gates' bias
 * @param doubleSoftmax see {@link LstmClassifier}
 */
public record InputCellAttentionClassifier(
        int timeSteps,
        int features,
        int hidden,
        int attentionSize,
        int hops,
        int classes,
        double dropout,
        double forgetBias,
        boolean doubleSoftmax)
        implements TangentClassifier {

    /** The paper's sizes. */
    public InputCellAttentionClassifier() {
        this(50, 50, 5, 50, 10, 2, 0.1, 0, false);
    }

    /** Validates the sizes. */
    public InputCellAttentionClassifier {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("features", features);
        Sizes.positive("hidden", hidden);
        Sizes.positive("attentionSize", attentionSize);
        Sizes.positive("hops", hops);
        Sizes.classes(classes);
        Sizes.dropRate("dropout", dropout);
        Sizes.finite("forgetBias", forgetBias);
    }

    @Override
    public String name() {
        return "lstm-input-cell";
    }

    @Override
    public String description() {
        return "LSTM with input-cell attention, last hidden state, linear";
    }

    /** {@code mnist-series}: 28×28 digits read as series of 28 steps. */
    @Override
    public Map<String, Architecture> presets() {
        return Map.of(
                "mnist-series",
                new InputCellAttentionClassifier(28, 28, 25, 30, 28, 10, 0.05, 0, false));
    }

    @Override
    public long[] inputShape() {
        return new long[] {timeSteps, features};
    }

    @Override
    public Dual output(Scope scope, Dual x) {
        Dropout drop = new Dropout(dropout);
        InputCellAttention attention =
                new InputCellAttention(timeSteps, features, attentionSize, hops);
        Dual last =
                new InputCellAttentionLstm(attention, hidden, forgetBias)
                        .forward(scope, drop.forward(scope, x));
        Dual logits =
                new Dense(hidden, classes).forward(scope.child("fc"), drop.forward(scope, last));
        return doubleSoftmax ? new Softmax(1).forward(scope, logits) : logits;
    }
}
