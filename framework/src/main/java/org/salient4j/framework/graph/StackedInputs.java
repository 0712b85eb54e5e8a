package org.salient4j.framework.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Which concatenations of a graph need not run: those along the batch of placeholders that nobody
 * else reads, as of the clean and the masked batch in saliency guided training. The placeholders
 * are copied into a plan anyway, and so one after the other.
 */
final class StackedInputs {
    private static final String CONCATENATION = "concat";

    private final SameDiff graph;
    private final Map<String, Integer> readers;

    /**
     * @param ops the ops of the graph that run
     */
    StackedInputs(SameDiff graph, List<SameDiffOp> ops) {
        this.graph = graph;
        this.readers = GraphOrder.readers(ops);
    }

    /** Whether an op is such a concatenation. */
    boolean isStack(SameDiffOp op, Map<String, INDArray> placeholders) {
        if (!op.getOp().opName().equals(CONCATENATION)) {
            return false;
        }
        DynamicCustomOp concatenation = (DynamicCustomOp) op.getOp();
        List<String> names = GraphOrder.inputs(op);
        boolean alongBatch =
                Arrays.equals(concatenation.iArgs(), new long[] {0})
                        && concatenation.numBArguments() == 0;
        return alongBatch && names.stream().allMatch(name -> isOwn(name, names, placeholders));
    }

    /** Whether a placeholder of the op's type and shape is read by the op alone. */
    private boolean isOwn(String name, List<String> names, Map<String, INDArray> placeholders) {
        INDArray value = placeholders.get(name);
        INDArray first = placeholders.get(names.get(0));
        return graph.getVariable(name).isPlaceHolder()
                && value != null
                && first != null
                && readers.get(name) == 1
                && value.rank() > 0
                && value.length() > 0
                && value.rank() == first.rank()
                && graph.getVariable(name).dataType() == graph.getVariable(names.get(0)).dataType()
                && Arrays.equals(value.shape(), 1, value.rank(), first.shape(), 1, first.rank());
    }
}
