package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Inverted dropout: x · m / (1 - rate), m ~ Bernoulli(1 - rate), every element and every tower on
 * its own; a tangent loses what its value loses. Absent in {@link Mode#EXPLAIN} and at rate 0. The
 * draws come from ND4J's generator of the calling thread; whoever runs the graph seeds it.
 *
 * @param rate probability that an element is dropped, in [0, 1)
 */
public record Dropout(double rate) implements TangentLayer {

    /** Validates the rate. */
    public Dropout {
        Sizes.dropRate("rate", rate);
    }

    @Override
    public Dual forward(Scope scope, Dual x) {
        if (scope.mode() == Mode.EXPLAIN || rate == 0) {
            return x;
        }
        // SameDiff's own dropout ops have no derivative.
        double keep = 1 - rate;
        SDVariable mask =
                new BernoulliNoise(scope.graph(), scope.graph().shape(x.value()), keep)
                        .outputVariable();
        // A cast copies even where the type is right.
        SDVariable typed =
                mask.dataType() == scope.dataType() ? mask : mask.castTo(scope.dataType());
        SDVariable scaled = typed.mul(1 / keep);
        return x.linear(a -> a.mul(scaled));
    }
}
