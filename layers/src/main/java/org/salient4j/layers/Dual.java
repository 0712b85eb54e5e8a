package org.salient4j.layers;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A value and its tangent: a and t = J u, where J is the derivative of a by the network's input and
 * u a direction of the input (forward-mode differentiation). SameDiff cannot differentiate twice; t
 * is made of ordinary ops, so whatever is computed from it can be differentiated once, by the
 * parameters.
 *
 * @param value a
 * @param tangent t, of the value's shape; null for zero, which adds no op
 */
public record Dual(SDVariable value, SDVariable tangent) {

    /** A value that does not move with the input: an ordinary forward pass has only such. */
    public static Dual constant(SDVariable value) {
        return new Dual(value, null);
    }

    /** The same linear map of both. */
    public Dual linear(UnaryOperator<SDVariable> map) {
        return moved(map.apply(value), map);
    }

    /**
     * Another value.
     *
     * @param result the value f(a)
     * @param rule from t to f'(a) t; not asked if there is no tangent
     */
    public Dual moved(SDVariable result, UnaryOperator<SDVariable> rule) {
        return new Dual(result, tangent == null ? null : rule.apply(tangent));
    }

    /** The sum. */
    public Dual plus(Dual other) {
        return new Dual(value.add(other.value), sum(tangent, other.tangent));
    }

    /**
     * A product: f(a, b), with the tangent f(t, b) + f(a, s).
     *
     * @param other b and its tangent s
     * @param product f, linear in each
     */
    public Dual times(Dual other, BinaryOperator<SDVariable> product) {
        SDVariable first = tangent == null ? null : product.apply(tangent, other.value);
        SDVariable second = other.tangent == null ? null : product.apply(value, other.tangent);
        return new Dual(product.apply(value, other.value), sum(first, second));
    }

    private static SDVariable sum(SDVariable first, SDVariable second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.add(second);
    }
}
