package org.salient4j.attribution.deeplift;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * (x - mean) / std, with layer normalisation's gain and bias: as its parts, d = x - mean linear,
 * std the root of a mean of squares, and d / std by the rule of divisions.
 */
public final class StandardizeRule implements DeepLiftRule {
    // Only where both are 0, that is, where nothing changes.
    private static final double LEAST = 1e-12;

    @Override
    public Set<String> ops() {
        return Set.of("standardize", "layer_norm");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        int[] axes = axes(op);
        if (IntStream.range(1, op.inputs()).anyMatch(op::depends)) {
            throw op.unsupported("gain or bias that depends on the input");
        }
        SameDiff graph = op.graph();
        SDVariable d = centred(op.input(0), axes);
        SDVariable d0 = centred(op.referenceInput(0), axes);
        SDVariable std = std(graph, d, axes);
        SDVariable std0 = std(graph, d0, axes);
        SDVariable m = op.multiplier();
        if (op.kind().equals("layer_norm")) {
            m = gained(op, m);
        }
        // Δ(d / s) = ½ (1/s + 1/s₀) Δd - ½ (d + d₀) Δs / (s s₀); Δs = mean((d + d₀) Δd) / (s + s₀)
        SDVariable both = d.add(d0);
        SDVariable toStd =
                m.mul(both).mul(0.5).sum(true, axes).div(std.mul(std0)).div(std.add(std0)).neg();
        SDVariable inverses =
                graph.math().reciprocal(std).add(graph.math().reciprocal(std0)).mul(0.5);
        SDVariable toD = m.mul(inverses).add(both.mul(toStd).div(count(op, axes)));
        return Arrays.asList(centred(toD, axes));
    }

    private static SDVariable gained(OpPair op, SDVariable m) {
        SDVariable gain = op.input(1);
        int[] axes = axes(op);
        if (axes.length == 1 && axes[0] == op.rank(op.input(0)) - 1) {
            return m.mul(gain);
        }
        throw op.unsupported("other axes than the last");
    }

    private static SDVariable centred(SDVariable x, int... axes) {
        return x.sub(x.mean(true, axes));
    }

    private static SDVariable std(SameDiff graph, SDVariable d, int... axes) {
        SDVariable std = graph.math().sqrt(d.mul(d).mean(true, axes));
        return graph.clipByValue(std, LEAST, Double.MAX_VALUE);
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

    private static int[] axes(OpPair op) {
        int rank = op.rank(op.input(0));
        return Arrays.stream(((DynamicCustomOp) op.function()).iArgs())
                .mapToInt(axis -> (int) (axis < 0 ? axis + rank : axis))
                .toArray();
    }
}
