package org.salient4j.app.extending;

import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Classifier;

/**
 * A linear layer, ReLU, the mean over time, a linear layer.
 *
 * @param timeSteps T
 * @param features F
 * @param hidden units
 * @param classes number of classes
 * @param doubleSoftmax whether a softmax comes before the loss's own
 */
public record MeanOverTime(
        int timeSteps, int features, int hidden, int classes, boolean doubleSoftmax)
        implements Classifier {

    /** Sixteen units on 50 steps of 50 features. */
    public MeanOverTime() {
        this(50, 50, 16, 2, false);
    }

    @Override
    public String name() {
        return "mean-over-time";
    }

    @Override
    public String description() {
        return "linear, ReLU, mean over time, linear";
    }

    @Override
    public long[] inputShape() {
        return new long[] {timeSteps, features};
    }

    @Override
    public SDVariable logits(Scope scope, SDVariable x) {
        SDVariable steps = scope.graph().reshape(x, -1, features);
        SDVariable hiddenSteps = new Dense(features, hidden).forward(scope.child("in"), steps);
        SDVariable active = scope.graph().nn().relu(hiddenSteps, 0);
        SDVariable mean = scope.graph().reshape(active, -1, timeSteps, hidden).mean(1);
        SDVariable logits = new Dense(hidden, classes).forward(scope.child("out"), mean);
        return doubleSoftmax ? scope.graph().nn().softmax(logits, 1) : logits;
    }
}
