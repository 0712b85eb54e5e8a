package org.salient4j.framework.training;

import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Initializer;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/** A network with a buffer: centres by the batch's mean, or by a running mean of it. */
public record CentredNetwork() implements Architecture {
    @Override
    public String name() {
        return "centred";
    }

    @Override
    public String description() {
        return "linear";
    }

    @Override
    public long[] inputShape() {
        return new long[] {3};
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public boolean usesBatchStatistics() {
        return true;
    }

    @Override
    public SDVariable output(Scope scope, SDVariable x) {
        SDVariable running = scope.buffer("running_mean", Initializer.zeros(), 3);
        SDVariable mean = scope.mode() == Mode.TRAIN ? x.mean(0) : running;
        if (scope.mode() == Mode.TRAIN) {
            scope.update("running_mean", before -> before.mul(0.9).add(mean.mul(0.1)));
        }
        return new Dense(3, 2).forward(scope.child("fc"), x.sub(mean));
    }
}
