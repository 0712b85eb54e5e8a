package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Inverted dropout: x · m / (1 - rate), m ~ Bernoulli(1 - rate), every element and every tower on
 * its own. Absent in {@link Mode#EXPLAIN} and at rate 0. The draws come from ND4J's generator of
 * the calling thread; whoever runs the graph seeds it.
 *
 * @param rate probability that an element is dropped, in [0, 1)
 */
public record Dropout(double rate) implements Layer {

    /** Validates the rate. */
    public Dropout {
        Sizes.dropRate("rate", rate);
    }

    @Override
    public SDVariable forward(Scope scope, SDVariable x) {
        if (scope.mode() == Mode.EXPLAIN || rate == 0) {
            return x;
        }
        // SameDiff's own dropout ops have no derivative.
        double keep = 1 - rate;
        SDVariable mask =
                new BernoulliNoise(scope.graph(), scope.graph().shape(x), keep).outputVariable();
        // A cast copies even where the type is right.
        SDVariable typed =
                mask.dataType() == scope.dataType() ? mask : mask.castTo(scope.dataType());
        return x.mul(typed.mul(1 / keep));
    }
}
