package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** What somebody writes whose network has an op that the project does not know. */
public final class SinhRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("sinh");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SDVariable change = op.output().sub(op.referenceOutput()).mul(op.multiplier());
        return List.of(op.quotient(change, op.change(0), op.derivative(op.multipliers()).get(0)));
    }
}
