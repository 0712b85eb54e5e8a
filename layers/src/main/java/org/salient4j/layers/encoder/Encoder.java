package org.salient4j.layers.encoder;

import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Dual;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.TangentArchitecture;

/**
 * A network from a window of neurons to an embedding. Step t of a series is embedded from the steps
 * t - left … t + right - 1.
 */
public interface Encoder extends TangentArchitecture {

    /** Number of neurons n, channels of the series. */
    int neurons();

    /** Number of dimensions of the embedding. */
    int dimension();

    /** How many steps before step t the window begins. */
    int left();

    /** How many steps after step t - 1 the window ends; at least 1, which is t itself. */
    int right();

    /** What bounds or normalises the embedding. */
    Head head();

    /** This encoder with another head. */
    Encoder withHead(Head other);

    /** [left + right, n]: steps, then neurons, as every series here. */
    @Override
    default long[] inputShape() {
        return new long[] {(long) left() + right(), neurons()};
    }

    @Override
    default int outputs() {
        return dimension();
    }

    @Override
    default SDVariable output(Scope scope, SDVariable x) {
        return output(scope, Dual.constant(x)).value();
    }
}
