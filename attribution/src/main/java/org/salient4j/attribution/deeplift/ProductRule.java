package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Products of two inputs, and squares. With two activations, by the mean of each operand, Δ(ab) = ½
 * (a + a₀) Δb + ½ (b + b₀) Δa: exact for anything of second degree, symmetric in the operands, and
 * the op's own derivative half-way between the towers. With one activation and a weight the op is
 * linear.
 */
public final class ProductRule implements DeepLiftRule {
    private static final Set<String> SQUARES = Set.of("square", "squaredsubtract", "reduce_sqnorm");

    @Override
    public Set<String> ops() {
        return Set.of(
                "dot",
                "xw_plus_b",
                "conv1d",
                "conv2d",
                "conv3dnew",
                "depthwise_conv2d",
                "deconv2d",
                "squaredsubtract",
                "square",
                "reduce_sqnorm");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        boolean linear =
                !SQUARES.contains(op.kind())
                        && IntStream.range(0, op.inputs()).filter(op::depends).count() == 1;
        return linear ? op.derivative(op.multipliers()) : op.middleDerivative(op.multipliers());
    }
}
