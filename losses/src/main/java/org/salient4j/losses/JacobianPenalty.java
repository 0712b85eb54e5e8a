package org.salient4j.losses;

import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/**
 * A penalty on the Jacobian of a network's outputs by its input (Hoffman, Roberts and Yaida 2019;
 * xCEBRA: Schneider et al., AISTATS 2025):
 *
 * <pre>λ(t) · R      R = ½ mean_b Σ_c w_c |∂f_c / ∂x|²</pre>
 *
 * <p>λ(t) ramps up: before update {@code from} there is no penalty, which then costs nothing; from
 * there it grows in a straight line from 0 to λ at update {@code to}, and stays.
 *
 * <p>Use it where attributions come from the network's gradients: what the loss leaves free goes to
 * zero instead of staying what the start values made it. It is not a regulariser for accuracy.
 *
 * @param lambda λ after the ramp, at least 0; 0 turns the penalty off
 * @param from first update with a penalty, at least 0
 * @param to first update with the whole λ, not before {@code from}
 * @param estimator how R is computed or estimated
 * @param draws directions an estimate is the mean of, at least 1; an exact one has none
 */
public record JacobianPenalty(
        double lambda, long from, long to, JacobianEstimator estimator, int draws) {
    /** Placeholder of λ(t). */
    public static final String WEIGHT = "jacobian_weight";

    /** Name of R among the terms. */
    public static final String TERM = "jacobian";

    /** Validates. */
    public JacobianPenalty {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda must be at least 0, was " + lambda);
        }
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "a ramp must begin at update 0 or later and not end before, was %d to %d"
                            .formatted(from, to));
        }
        Objects.requireNonNull(estimator, "estimator");
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be at least 1, was " + draws);
        }
    }

    /** One random direction an update, by tangents, for any network that has them. */
    public JacobianPenalty(double lambda, long from, long to) {
        this(lambda, from, to, JacobianEstimator.TANGENT, 1);
    }

    /** The same with another estimator. */
    public JacobianPenalty withEstimator(JacobianEstimator other, int otherDraws) {
        return new JacobianPenalty(lambda, from, to, other, otherDraws);
    }

    /** Whether there is a penalty at an update. */
    public boolean isInForce(long update) {
        return lambda > 0 && update >= from;
    }

    /** λ at an update; 0 before the ramp. */
    public double weight(long update) {
        if (update >= to) {
            return lambda;
        }
        return update <= from ? 0 : lambda * (update - from) / (to - from);
    }

    /** What the graph's placeholder is to hold at an update. */
    Map<String, Double> scalars(long update) {
        return isInForce(update) ? Map.of(WEIGHT, weight(update)) : Map.of();
    }

    /**
     * A tower with its penalty.
     *
     * @param output of the network, [B, C]
     * @param penalty R, scalar
     * @param weighted λ(t) R, scalar
     */
    record Tower(SDVariable output, SDVariable penalty, SDVariable weighted) {}

    /**
     * Adds a tower and the penalty.
     *
     * @param x [B, inputShape…]
     * @param weights w, one an output
     */
    Tower tower(Architecture architecture, Scope scope, SDVariable x, double[] weights) {
        if (architecture.usesBatchStatistics()) {
            throw new IllegalArgumentException(
                    "the network '%s' looks at the whole batch in training: an example has no Jacobian of its own to penalise"
                            .formatted(architecture.name()));
        }
        JacobianEstimator.Estimate estimate =
                estimator.estimate(architecture, scope, x, weights, draws);
        SDVariable penalty = estimate.halfMeanSquare().rename(TERM);
        SDVariable weight = scope.graph().placeHolder(WEIGHT, scope.dataType());
        return new Tower(estimate.output(), penalty, penalty.mul(weight));
    }
}
