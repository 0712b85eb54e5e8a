package org.salient4j.benchmarks.timeseries;

import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Classifier;

/** A network that is not one of the paper's: the mean over time and a linear layer. */
public record MeanOfSteps(int timeSteps, int features, int classes, boolean doubleSoftmax)
        implements Classifier {

    public MeanOfSteps() {
        this(50, 50, 2, false);
    }

    @Override
    public String name() {
        return "mean-of-steps";
    }

    @Override
    public String description() {
        return "mean over time, linear";
    }

    @Override
    public long[] inputShape() {
        return new long[] {timeSteps, features};
    }

    @Override
    public SDVariable logits(Scope scope, SDVariable x) {
        return new Dense(features, classes).forward(scope.child("out"), x.mean(1));
    }
}
