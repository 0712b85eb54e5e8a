package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * An op that hides its input from the backward pass passes values unchanged; to account for the
 * whole output, DeepLIFT must see through it.
 */
public final class StopGradientRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("stop_gradient");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        return op.multipliers();
    }
}
