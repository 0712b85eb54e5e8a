package org.salient4j.losses;

import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Scope;

/**
 * What similarities are divided by: a number, or one that is learned as log(1/τ) and held above a
 * minimum (no gradient flows below it).
 *
 * @param value τ, at the start if it is learned
 * @param learned whether it is trained with the network
 * @param minimum lower bound of a learned one
 */
public record Temperature(double value, boolean learned, double minimum) {

    /** Name of a learned one's parameter within the objective's scope. */
    static final String PARAMETER = "log_inverse_temperature";

    /** Validates the numbers. */
    public Temperature {
        Require.positive("temperature", value);
        Require.positive("minimum temperature", minimum);
        if (learned && value < minimum) {
            throw new IllegalArgumentException(
                    "temperature must start at its minimum (%s) or above, was %s"
                            .formatted(minimum, value));
        }
    }

    /** A fixed τ. */
    public static Temperature fixed(double value) {
        return new Temperature(value, false, 0.1);
    }

    /** A learned τ of at least 0.1. */
    public static Temperature learned(double start) {
        return new Temperature(start, true, 0.1);
    }

    /**
     * Adds what divides by τ; call it once an objective, so that all its parts share a learned τ.
     *
     * @param scope the objective's: a learned τ is its parameter
     * @return x / τ for x [rows, columns]
     */
    UnaryOperator<SDVariable> division(Scope scope) {
        if (!learned) {
            return value == 1 ? UnaryOperator.identity() : x -> x.mul(1 / value);
        }
        SDVariable inverse = inverse(scope);
        return x -> x.mul(inverse);
    }

    /** 1/τ of a learned τ, [1, 1]. */
    SDVariable inverse(Scope scope) {
        double log = -Math.log(value);
        SDVariable parameter =
                scope.parameter(PARAMETER, (values, random) -> values[0] = log, 1, 1);
        return scope.graph().clipByValue(scope.graph().math().exp(parameter), 0, 1 / minimum);
    }
}
