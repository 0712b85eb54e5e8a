package org.salient4j.attribution.deeplift;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * a / b as the product of a and 1 / b by the mean-operand rule, and 1 / b by Rescale: Δ(a / b) = ½
 * (1/b + 1/b₀) Δa - ½ (a + a₀) Δb / (b b₀).
 */
public final class DivisionRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("divide", "reversedivide");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SameDiff graph = op.graph();
        int a = op.kind().equals("reversedivide") ? 1 : 0;
        int b = 1 - a;
        SDVariable inverse = graph.math().reciprocal(op.input(b));
        SDVariable inverse0 =
                op.depends(b) ? graph.math().reciprocal(op.referenceInput(b)) : inverse;
        SDVariable middle = op.depends(b) ? inverse.add(inverse0).mul(0.5) : inverse;
        SDVariable[] result = new SDVariable[2];
        if (op.shapedAsOutput(a) && op.shapedAsOutput(b)) {
            result[a] = op.multiplier().mul(middle);
            result[b] = op.multiplier().mul(op.middle(a));
        } else { // the product's own backward pass sums what was broadcast
            List<SDVariable> product = op.backward(op.middle(a).mul(middle), op.multipliers());
            result[a] = product.get(0);
            result[b] = product.get(1);
        }
        result[b] = result[b].mul(inverse).mul(inverse0).neg();
        return Arrays.asList(result);
    }
}
