package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Softmax p and log-softmax z - L, L = log Σ exp z, by the logarithmic means λᵢ = (pᵢ - pᵢ₀) / (log
 * pᵢ - log pᵢ₀).
 *
 * <p>Rescale of exp says Δpᵢ = λᵢ Δ(log pᵢ) = λᵢ (Δzᵢ - ΔL). As probabilities sum to 1 in both
 * towers, Σ Δpᵢ = 0, so ΔL = Σ λᵢ Δzᵢ / Σ λᵢ. Exact, free of the shift that exponentials need, and
 * the derivative where the towers agree, as λ is p there.
 */
public final class SoftmaxRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("softmax", "log_softmax");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SameDiff graph = op.graph();
        int axis = axis(op);
        boolean log = op.kind().equals("log_softmax");
        SDVariable y = op.output();
        SDVariable y0 = op.referenceOutput();
        SDVariable logP = logSoftmax(graph, op.input(0), axis);
        SDVariable logP0 = logSoftmax(graph, op.referenceInput(0), axis);
        SDVariable p = log ? graph.math().exp(y) : y;
        SDVariable p0 = log ? graph.math().exp(y0) : y0;
        SDVariable means = Quotients.exp(graph, logP.sub(logP0), p, p0);
        SDVariable toLogP = log ? op.multiplier() : op.multiplier().mul(means);
        SDVariable total = toLogP.sum(true, axis);
        return List.of(toLogP.sub(means.mul(total.div(means.sum(true, axis)))));
    }

    /** ND4J's own is -infinity where softmax is 0, as at masked scores. */
    private static SDVariable logSoftmax(SameDiff graph, SDVariable z, int axis) {
        SDVariable shifted = z.sub(z.max(true, axis));
        return shifted.sub(graph.math().log(graph.math().exp(shifted).sum(true, axis)));
    }

    private static int axis(OpPair op) {
        long[] axes = ((DynamicCustomOp) op.function()).iArgs();
        int rank = op.rank(op.input(0));
        int axis = axes.length == 0 ? -1 : (int) axes[0];
        return axis < 0 ? axis + rank : axis;
    }
}
