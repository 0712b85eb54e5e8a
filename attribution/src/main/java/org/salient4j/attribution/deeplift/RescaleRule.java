package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.ScalarOp;

/**
 * Element-wise functions of one input by Rescale (Shrikumar et al. 2017): (y - y₀) / (x - x₀), and
 * the derivative where |x - x₀| &lt; 1e-10.
 */
public final class RescaleRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of(
                "relu",
                "relu6",
                "elu",
                "selu",
                "leakyrelu",
                "softplus",
                "softsign",
                "gelu",
                "precise_gelu",
                "swish",
                "logsigmoid",
                "hardtanh",
                "hard_sigmoid",
                "erf",
                "abs",
                "step",
                "ClipByValue",
                "pow",
                "sin",
                "cos",
                "log1p",
                "expm1");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SDVariable numerator = op.output().sub(op.referenceOutput()).mul(op.multiplier());
        return List.of(op.quotient(numerator, op.change(0), derivative(op)));
    }

    private static SDVariable derivative(OpPair op) {
        boolean plainRelu =
                op.kind().equals("relu") && ((ScalarOp) op.function()).scalar().getDouble(0) == 0;
        return plainRelu
                ? op.graph().math().step(op.input(0), 0).mul(op.multiplier()) // relu_bp is slow
                : op.derivative(op.multipliers()).get(0);
    }
}
