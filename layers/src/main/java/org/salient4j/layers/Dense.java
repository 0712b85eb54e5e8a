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
        SDVariable weight = weight(scope);
        SDVariable y = affine(scope, x.value());
        return x.moved(y, t -> scope.graph().linalg().mmul(t, weight, false, true, false));
    }

    /**
     * @param x [B, in]
     * @return [B, out]
     */
    @Override
    public Pullback pullback(Scope scope, SDVariable x) {
        SDVariable weight = weight(scope);
        return new Pullback(affine(scope, x), v -> v.mmul(weight));
    }

    private SDVariable affine(Scope scope, SDVariable x) {
        SDVariable bias = scope.parameter("bias", initializer(), out);
        return scope.graph().linalg().mmul(x, weight(scope), false, true, false).add(bias);
    }

    private SDVariable weight(Scope scope) {
        return scope.parameter("weight", initializer(), out, in);
    }

    private Initializer initializer() {
        return Initializer.uniform(1 / Math.sqrt(in));
    }
}
