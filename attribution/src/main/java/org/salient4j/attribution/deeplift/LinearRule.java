package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** Ops that are linear in all their inputs together: the derivative is the multiplier. */
public final class LinearRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of(
                // sums and scales
                "mergeadd",
                "biasadd",
                "neg",
                "add_scalar",
                "sub_scalar",
                "rsub_scalar",
                "mul_scalar",
                "div_scalar",
                "reduce_sum",
                "reduce_mean",
                "avgpool2d",
                "im2col",
                "identity",
                "cast",
                // elements moved or copied
                "reshape",
                "permute",
                "transpose",
                "squeeze",
                "expand_dims",
                "concat",
                "stack",
                "unstack",
                "split",
                "slice",
                "strided_slice",
                "tile",
                "pad",
                "reverse");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        return op.derivative(op.multipliers());
    }
}
