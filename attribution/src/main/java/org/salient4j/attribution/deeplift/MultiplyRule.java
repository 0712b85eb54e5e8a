package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Element-wise products by the mean of each operand, Δ(ab) = ½ (a + a₀) Δb + ½ (b + b₀) Δa; linear
 * where one of them is a weight.
 */
public final class MultiplyRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("multiply");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        List<SDVariable> result = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (op.depends(i) && !op.shapedAsOutput(i)) {
                return op.middleDerivative(op.multipliers()); // sums what was broadcast
            }
            result.add(op.depends(i) ? op.multiplier().mul(op.middle(1 - i)) : null);
        }
        return result;
    }
}
