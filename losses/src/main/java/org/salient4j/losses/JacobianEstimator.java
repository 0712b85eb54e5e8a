package org.salient4j.losses;

import java.util.Arrays;
import java.util.Collections;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.BernoulliNoise;
import org.salient4j.layers.Dual;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Pullback;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.AdjointArchitecture;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.TangentArchitecture;

/**
 * How ½ mean_b Σ_c w_c |∂f_c/∂x|² is computed, as ordinary ops, since SameDiff cannot differentiate
 * a gradient. All but the exact one are unbiased estimates with fresh random directions in every
 * run: u, of mean 0 and unit variance, has E|J u|² = |J|².
 */
public enum JacobianEstimator {
    /**
     * ½ mean_b |J u|², u of ±1 in the input's space: one more pass forward, for any network with
     * tangents. The variance is larger than an adjoint's, which trainings do not show.
     */
    TANGENT {
        @Override
        Estimate estimate(
                Architecture architecture, Scope scope, SDVariable x, double[] weights, int draws) {
            if (!(architecture instanceof TangentArchitecture tangents)) {
                throw lacking(architecture, "tangents", "finite-difference");
            }
            SDVariable all = repeated(scope.graph(), x, draws);
            Dual f = tangents.output(scope, new Dual(all, signs(scope, all)));
            return new Estimate(
                    first(scope.graph(), f.value(), draws), halfMean(scope, f.tangent(), weights));
        }
    },
    /**
     * ½ mean_b |vᵀ J|², v of ±1 in the output's space: a pass back made of forward ops, for small
     * dense networks. The lowest variance of a single direction.
     */
    ADJOINT {
        @Override
        Estimate estimate(
                Architecture architecture, Scope scope, SDVariable x, double[] weights, int draws) {
            Pullback f = pullback(architecture, scope, x);
            SDVariable roots = row(scope, Arrays.stream(weights).map(Math::sqrt).toArray());
            SDVariable sum = null;
            for (int draw = 0; draw < draws; draw++) {
                SDVariable v = signs(scope, f.value()).mul(roots);
                sum = sum(sum, halfMean(architecture, f.apply(v)));
            }
            return new Estimate(f.value(), draws == 1 ? sum : sum.div(draws));
        }
    },
    /** Exact: every unit vector of the output's space in turn. Costs a pass back an output. */
    ADJOINT_EXACT {
        @Override
        Estimate estimate(
                Architecture architecture, Scope scope, SDVariable x, double[] weights, int draws) {
            Pullback f = pullback(architecture, scope, x);
            SDVariable sum = null;
            for (int c = 0; c < weights.length; c++) {
                if (weights[c] > 0) {
                    double[] unit = new double[weights.length];
                    unit[c] = Math.sqrt(weights[c]);
                    sum = sum(sum, halfMean(architecture, f.apply(row(scope, unit))));
                }
            }
            return new Estimate(f.value(), sum);
        }
    },
    /**
     * ½ mean_b |(f(x + ε u) - f(x)) / ε|², u of ±1, ε = 0.01: two passes forward without dropout,
     * for any network, of inputs whose features are of the order of 1. Biased by about 1 %; a check
     * of the others, and the way out where there are no tangents.
     */
    FINITE_DIFFERENCE {
        @Override
        Estimate estimate(
                Architecture architecture, Scope scope, SDVariable x, double[] weights, int draws) {
            SameDiff graph = scope.graph();
            SDVariable output = architecture.output(scope, x);
            SDVariable all = repeated(graph, x, draws);
            SDVariable moved = all.add(signs(scope, all).mul(STEP));
            SDVariable[] f =
                    graph.split(
                            architecture.output(
                                    scope.in(Mode.EXPLAIN), graph.concat(0, all, moved)),
                            2,
                            0);
            return new Estimate(output, halfMean(scope, f[1].sub(f[0]).div(STEP), weights));
        }
    };

    private static final double STEP = 1e-2;

    /**
     * A tower and its penalty.
     *
     * @param output [B, C]
     * @param halfMeanSquare scalar
     */
    record Estimate(SDVariable output, SDVariable halfMeanSquare) {}

    /**
     * Adds a tower and ½ mean_b Σ_c w_c |∂f_c/∂x|².
     *
     * @param x [B, inputShape…]
     * @param weights w, one an output
     * @param draws number of directions
     * @throws IllegalArgumentException if the network lacks what the estimator needs
     */
    abstract Estimate estimate(
            Architecture architecture, Scope scope, SDVariable x, double[] weights, int draws);

    /** Independent ±1, shaped as another variable. */
    private static SDVariable signs(Scope scope, SDVariable like) {
        SDVariable coins =
                new BernoulliNoise(scope.graph(), scope.graph().shape(like), 0.5).outputVariable();
        SDVariable typed =
                coins.dataType() == scope.dataType() ? coins : coins.castTo(scope.dataType());
        return typed.mul(2).sub(1);
    }

    private static SDVariable repeated(SameDiff graph, SDVariable x, int times) {
        return times == 1
                ? x
                : graph.concat(0, Collections.nCopies(times, x).toArray(SDVariable[]::new));
    }

    private static SDVariable first(SameDiff graph, SDVariable y, int times) {
        return times == 1 ? y : graph.split(y, times, 0)[0];
    }

    /** Of t [B, C], weighted over its columns. */
    private static SDVariable halfMean(Scope scope, SDVariable t, double[] weights) {
        double[] halves = Arrays.stream(weights).map(w -> w / 2).toArray();
        SDVariable column =
                scope.graph()
                        .constant(
                                Nd4j.create(halves, new long[] {halves.length, 1}, 'c')
                                        .castTo(scope.dataType()));
        return t.mul(t).mmul(column).mean();
    }

    /** Of g [B, inputShape…]. */
    private static SDVariable halfMean(Architecture architecture, SDVariable g) {
        double size = Arrays.stream(architecture.inputShape()).reduce(1, (a, b) -> a * b);
        return g.mul(g).mean().mul(size / 2);
    }

    private static SDVariable row(Scope scope, double[] values) {
        return scope.graph()
                .constant(
                        Nd4j.create(values, new long[] {1, values.length}, 'c')
                                .castTo(scope.dataType()));
    }

    private static SDVariable sum(SDVariable sum, SDVariable next) {
        return sum == null ? next : sum.add(next);
    }

    private static Pullback pullback(Architecture architecture, Scope scope, SDVariable x) {
        if (!(architecture instanceof AdjointArchitecture adjoint)) {
            throw lacking(architecture, "way back", "tangent");
        }
        return adjoint.pullback(scope, x);
    }

    private static IllegalArgumentException lacking(
            Architecture architecture, String what, String other) {
        return new IllegalArgumentException(
                "the network '%s' has no %s, which this estimate of its Jacobian needs: use %s"
                        .formatted(architecture.name(), what, other));
    }
}
