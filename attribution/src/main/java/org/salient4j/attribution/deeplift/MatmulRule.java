package org.salient4j.attribution.deeplift;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Matrix products by the mean of each operand, as {@link MultiplyRule}; linear where one of them is
 * a weight, and then without the gradient of the weight, which the op's own backward pass computes
 * too.
 */
public final class MatmulRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("matmul");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        if (op.depends(0) && op.depends(1)) {
            return op.middleDerivative(op.multipliers());
        }
        long[] transposed = ((DynamicCustomOp) op.function()).iArgs();
        boolean plain =
                op.rank(op.input(0)) == 2
                        && op.rank(op.input(1)) == 2
                        && (transposed.length < 3 || transposed[2] == 0);
        if (!plain) {
            return op.derivative(op.multipliers());
        }
        boolean ta = transposed.length > 0 && transposed[0] != 0;
        boolean tb = transposed.length > 1 && transposed[1] != 0;
        SDVariable m = op.multiplier();
        SDVariable a = op.input(0);
        SDVariable b = op.input(1);
        return op.depends(0)
                ? Arrays.asList(ta ? mmul(op, b, m, tb, true) : mmul(op, m, b, false, !tb), null)
                : Arrays.asList(null, tb ? mmul(op, m, a, true, ta) : mmul(op, a, m, !ta, false));
    }

    private static SDVariable mmul(
            OpPair op, SDVariable left, SDVariable right, boolean turnLeft, boolean turnRight) {
        SameDiff graph = op.graph();
        return graph.linalg().mmul(left, right, turnLeft, turnRight, false);
    }
}
