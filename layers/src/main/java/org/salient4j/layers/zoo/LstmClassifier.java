package org.salient4j.layers.zoo;

import java.util.Map;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dropout;
import org.salient4j.layers.Dual;
import org.salient4j.layers.Lstm;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.Softmax;

/**
 * The LSTM of the time-series benchmark (Ismail et al., NeurIPS 2020): dropout, LSTM, dropout, last
 * step, linear. 1,152 parameters at the default sizes.
 *
 * @param timeSteps T
 * @param features F
 * @param hidden LSTM units
 * @param classes number of classes
 * @param dropout rate on the input and on the last hidden state
 * @param forgetBias added to the forget gates' bias at the start, see {@link Lstm}
 * @param doubleSoftmax whether the network ends in a softmax, as the benchmark's released code has
 *     it: its training applies softmax twice, and its cross-entropy cannot fall below 0.3133
 */
public record LstmClassifier(
        int timeSteps,
        int features,
        int hidden,
        int classes,
        double dropout,
        double forgetBias,
        boolean doubleSoftmax)
        implements TangentClassifier {

    /** The paper's sizes. */
    public LstmClassifier() {
        this(50, 50, 5, 2, 0.1, 0, false);
    }

    /** Validates the sizes. */
    public LstmClassifier {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("features", features);
        Sizes.positive("hidden", hidden);
        Sizes.classes(classes);
        Sizes.dropRate("dropout", dropout);
        Sizes.finite("forgetBias", forgetBias);
    }

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public String description() {
        return "LSTM, last hidden state, linear";
    }

    /** {@code mnist-series}: 28×28 digits read as series of 28 steps. */
    @Override
    public Map<String, Architecture> presets() {
        return Map.of("mnist-series", new LstmClassifier(28, 28, 25, 10, 0.05, 0, false));
    }

    @Override
    public long[] inputShape() {
        return new long[] {timeSteps, features};
    }

    @Override
    public Dual output(Scope scope, Dual x) {
        Dropout drop = new Dropout(dropout);
        Dual last =
                new Lstm(timeSteps, features, hidden, forgetBias)
                        .forward(scope, drop.forward(scope, x));
        Dual logits =
                new Dense(hidden, classes).forward(scope.child("fc"), drop.forward(scope, last));
        return doubleSoftmax ? new Softmax(1).forward(scope, logits) : logits;
    }
}
