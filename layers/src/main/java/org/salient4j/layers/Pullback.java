package org.salient4j.layers;

import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A value and the way back from it (reverse-mode differentiation as forward ops): from v, of the
 * value's shape, to vᵀ J, of the input's. Like a {@link Dual} it can be differentiated once.
 *
 * @param value the output
 * @param map from v to vᵀ J; every call adds its ops
 */
public record Pullback(SDVariable value, UnaryOperator<SDVariable> map) {

    /**
     * Adds one pass back.
     *
     * @param v of the value's shape, or of one that broadcasts to it
     * @return vᵀ J, of the input's shape
     */
    public SDVariable apply(SDVariable v) {
        return map.apply(v);
    }

    /** The pullback of a later part applied to this one's value. */
    public Pullback then(Pullback later) {
        return new Pullback(later.value, v -> map.apply(later.map.apply(v)));
    }
}
