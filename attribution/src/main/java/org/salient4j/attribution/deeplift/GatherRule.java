package org.salient4j.attribution.deeplift;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Slices picked along an axis: linear. As a product with the matrix that picks, because the op's
 * own backward pass names its variables and so works once a graph only.
 */
public final class GatherRule implements DeepLiftRule {

    @Override
    public Set<String> ops() {
        return Set.of("gather");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        SameDiff graph = op.graph();
        SDVariable x = op.input(0);
        int rank = op.rank(x);
        long[] axes = ((DynamicCustomOp) op.function()).iArgs();
        int axis = axes.length == 0 ? 0 : (int) (axes[0] < 0 ? axes[0] + rank : axes[0]);
        if (op.inputs() < 2 || op.rank(op.input(1)) > 1 || axis == 0) {
            throw op.unsupported("indices along the batch, or of more than one axis");
        }
        SDVariable m =
                op.rank(op.input(1)) == 0
                        ? graph.expandDims(op.multiplier(), axis)
                        : op.multiplier();
        int size = (int) op.size(x, axis);
        SDVariable picks =
                graph.oneHot(graph.reshape(op.input(1), -1), size, 1, 1, 0, x.dataType());
        // [.., k] [k, size], with the axis at the end
        SDVariable last = graph.tensorMmul(m, picks, new int[] {axis}, 0);
        int[] back =
                IntStream.range(0, rank)
                        .map(d -> d < axis ? d : d == axis ? rank - 1 : d - 1)
                        .toArray();
        return Arrays.asList(graph.permute(last, back), null);
    }
}
