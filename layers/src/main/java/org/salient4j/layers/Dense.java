package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Affine map of the last axis: y = x Wᵀ + b, with {@code weight} [out, in] and {@code bias} [out]
 * as PyTorch's {@code Linear}, and its default start values U(±1/sqrt(in)).
 *
 * @param in size of the input's last axis
 * @param out size of the output's last axis
 */
public record Dense(int in, int out) implements Layer {

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
    public SDVariable forward(Scope scope, SDVariable x) {
        Initializer initializer = Initializer.uniform(1 / Math.sqrt(in));
        SDVariable weight = scope.parameter("weight", initializer, out, in);
        SDVariable bias = scope.parameter("bias", initializer, out);
        return scope.graph().linalg().mmul(x, weight, false, true, false).add(bias);
    }
}
