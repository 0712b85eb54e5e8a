package org.salient4j.attribution.deeplift;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.api.ops.impl.summarystats.Variance;

/**
 * Variance, standard deviation and Euclidean norm. The variance is of second degree: Δ var = Σ (d +
 * d₀) Δx / (n - 1) with d = x - mean. The others are roots of such: Δ√q = Δq / (√q + √q₀).
 *
 * <p>Written out, because ND4J's own backward pass of the variance is wrong along inner axes.
 */
public final class NormRule implements DeepLiftRule {
    // Only where both are 0, that is, where nothing changes.
    private static final double LEAST = 1e-12;

    @Override
    public Set<String> ops() {
        return Set.of("var", "std", "reduce_norm2");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SameDiff graph = op.graph();
        BaseReduceOp function = (BaseReduceOp) op.function();
        int rank = op.rank(op.input(0));
        int[] axes =
                Arrays.stream(function.dimensions().toIntVector())
                        .map(axis -> axis < 0 ? axis + rank : axis)
                        .sorted()
                        .toArray();
        SDVariable m = op.multiplier();
        if (!op.kind().equals("var")) {
            SDVariable roots = op.output().add(op.referenceOutput());
            m = m.div(graph.clipByValue(roots, LEAST, Double.MAX_VALUE));
        }
        if (!function.isKeepDims()) {
            for (int axis : axes) {
                m = graph.expandDims(m, axis);
            }
        }
        SDVariable both = op.middle(0).mul(2);
        if (!op.kind().equals("reduce_norm2")) {
            double count = count(op, axes);
            boolean unbiased = ((Variance) function).isBiasCorrected();
            both = both.sub(both.mean(true, axes)).div(unbiased ? count - 1 : count);
        }
        return List.of(both.mul(m));
    }

    private static double count(OpPair op, int... axes) {
        double count = 1;
        for (int axis : axes) {
            if (axis == 0) {
                throw op.unsupported("the batch's axis");
            }
            count *= op.size(op.input(0), axis);
        }
        return count;
    }
}
