package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** Sums and differences of two inputs: linear; what was broadcast is summed. */
public final class SumRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("add", "subtract", "reversesubtract");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        int negative = List.of("reversesubtract", "subtract").indexOf(op.kind());
        List<SDVariable> result = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (op.depends(i) && !op.shapedAsOutput(i)) {
                return op.derivative(op.multipliers());
            }
            result.add(i == negative ? op.multiplier().neg() : op.multiplier());
        }
        return result;
    }
}
