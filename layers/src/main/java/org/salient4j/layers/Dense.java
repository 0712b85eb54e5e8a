package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Affine map of the last axis: y = x Wᵀ + b, with {@code weight} [out, in] and {@code bias} [out]
 * as PyTorch's {@code Linear}, and its default start values U(±1/sqrt(in)).
 *
 * @param in size of the input's last axis
 * @param out size of the output's last axis
 */
public record Dense(int in, int out) implements AdjointLayer {

    /** Validates the sizes. */
    public Dense {
        Sizes.positive("in", in);
        Sizes.positive("out", out);
    }

    /**
     * @param x [B, in]
     * @return [B, out]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        return x.linear(a -> product(scope, a)).plus(Dual.constant(bias(scope)));
    }

    /**
     * @param x [B, in]
     * @return [B, out]
     */
    @Override
    public Pullback pullback(Scope scope, SDVariable x) {
        SDVariable y = product(scope, x).add(bias(scope));
        return new Pullback(y, v -> v.mmul(weight(scope)));
    }

    private SDVariable product(Scope scope, SDVariable x) {
        return scope.graph().linalg().mmul(x, weight(scope), false, true, false);
    }

    private SDVariable bias(Scope scope) {
        return scope.parameter("bias", initializer(), out);
    }

    private SDVariable weight(Scope scope) {
        return scope.parameter("weight", initializer(), out, in);
    }

    private Initializer initializer() {
        return Initializer.uniform(1 / Math.sqrt(in));
    }
}
