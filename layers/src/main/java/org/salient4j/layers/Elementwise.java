package org.salient4j.layers;

import java.util.function.Supplier;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A layer that works on every element by itself: its Jacobian is diagonal, so the tangent and the
 * way back are the same product with the derivative.
 */
public interface Elementwise extends AdjointLayer {

    /**
     * Adds the ops of the value.
     *
     * @param scope the graph, parameters and mode
     * @param x the input, any shape
     */
    Linearised linearise(Scope scope, SDVariable x);

    @Override
    default Dual forward(Scope scope, Dual x) {
        Linearised y = linearise(scope, x.value());
        return x.moved(y.value(), t -> t.mul(y.slope().get()));
    }

    @Override
    default Pullback pullback(Scope scope, SDVariable x) {
        Linearised y = linearise(scope, x);
        SDVariable slope = y.slope().get();
        return new Pullback(y.value(), slope::mul);
    }

    /**
     * A value and its derivative.
     *
     * @param value of every element
     * @param slope adds the ops of every element's derivative
     */
    record Linearised(SDVariable value, Supplier<SDVariable> slope) {}
}
