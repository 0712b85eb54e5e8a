package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Batch normalisation with given statistics: y = s x + t. The scale is read off as y(1) - y(0),
 * because the op's own backward pass is that of training.
 */
public final class BatchNormRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("batchnorm");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        List<SDVariable> ones = new ArrayList<>();
        List<SDVariable> zeros = new ArrayList<>();
        ones.add(op.graph().onesLike(op.input(0)));
        zeros.add(op.graph().zerosLike(op.input(0)));
        for (int i = 1; i < op.inputs(); i++) {
            if (op.depends(i)) {
                throw op.unsupported("statistics that depend on the input");
            }
            ones.add(op.input(i));
            zeros.add(op.input(i));
        }
        SDVariable scale = op.copy("one/", ones).get(0).sub(op.copy("zero/", zeros).get(0));
        return List.of(op.multiplier().mul(scale));
    }
}
