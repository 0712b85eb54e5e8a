package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.api.ops.impl.summarystats.Variance;

/**
 * Standard deviation and Euclidean norm: the square root of something of second degree. Δ√q = Δq /
 * (√q + √q₀), and Δq is its derivative half-way between the towers.
 */
public final class NormRule implements DeepLiftRule {
    // Only where both are 0, that is, where nothing changes.
    private static final double LEAST = 1e-12;

    @Override
    public Set<String> ops() {
        return Set.of("std", "reduce_norm2");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SDVariable roots =
                op.graph()
                        .clipByValue(
                                op.output().add(op.referenceOutput()), LEAST, Double.MAX_VALUE);
        BaseReduceOp function = (BaseReduceOp) op.function();
        boolean keep = function.isKeepDims();
        SDVariable middle = op.middle(0);
        int[] axes = function.dimensions().toIntVector();
        SDVariable square =
                op.kind().equals("std")
                        ? op.graph()
                                .variance(
                                        middle, ((Variance) function).isBiasCorrected(), keep, axes)
                        : middle.mul(middle).sum(keep, axes);
        return backward(op, square, op.multiplier().div(roots), middle);
    }

    private static List<SDVariable> backward(
            OpPair op, SDVariable square, SDVariable multiplier, SDVariable middle) {
        SDVariable inner = op.backward(square, List.of(multiplier)).get(0);
        return List.of(op.kind().equals("std") ? inner : inner.mul(middle).mul(2));
    }
}
