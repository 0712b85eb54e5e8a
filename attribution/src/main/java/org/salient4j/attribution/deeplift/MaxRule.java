package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The largest (or smallest) of several values, as Captum has it for max-pooling: with o* = max(out,
 * out₀), the winner in the sample's tower gets m (o* - out₀), the winner in the baseline's tower m
 * (out - o*), each divided by its own change; where that is below 1e-10, the derivative.
 *
 * <p>Unlike Captum it is complete wherever the op stands: Captum loses terms where one hooked
 * module feeds another.
 */
public final class MaxRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of(
                "reduce_max", "reduce_min", "maxpool2d", "maxpool3dnew", "maximum", "minimum");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SDVariable out = op.output();
        SDVariable out0 = op.referenceOutput();
        SDVariable best =
                op.kind().contains("min")
                        ? op.graph().math().min(out, out0)
                        : op.graph().math().max(out, out0);
        SDVariable m = op.multiplier();
        List<SDVariable> toWinner = op.derivative(List.of(m.mul(best.sub(out0))));
        List<SDVariable> toFormer = op.referenceDerivative(List.of(m.mul(out.sub(best))));
        List<SDVariable> derivative = op.derivative(List.of(m));
        List<SDVariable> result = new ArrayList<>();
        for (int i = 0; i < op.inputs(); i++) {
            result.add(
                    op.depends(i)
                            ? op.quotient(
                                    toWinner.get(i).add(toFormer.get(i)),
                                    op.change(i),
                                    derivative.get(i))
                            : null);
        }
        return result;
    }
}
