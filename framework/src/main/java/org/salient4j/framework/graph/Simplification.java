package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Less work with the same result for one output of an op: another op, or an input's memory.
 *
 * <p>SameDiff differentiates every op to all its inputs at once and copies where it could look: the
 * gradient of a sum is copied twice, a product's is taken to both factors although the graph may
 * need one.
 *
 * @param output which output
 * @param op what computes it; null if it is an input
 * @param inputs what the op reads; the input itself if there is no op
 * @param source which input of the original it is, if there is no op
 */
record Simplification(int output, DynamicCustomOp op, INDArray[] inputs, int source) {

    /**
     * A simplification for each output that somebody reads.
     *
     * @param op the op
     * @param in its inputs' arrays
     * @param zeros variables that are zero
     * @param read whether a variable is read
     * @param mayShare whether a variable may lie in another one's memory
     * @return empty if the op must run as it is
     */
    static List<Simplification> of(
            SameDiffOp op,
            INDArray[] in,
            Set<String> zeros,
            Predicate<String> read,
            Predicate<String> mayShare) {
        List<Simplification> parts = new ArrayList<>();
        for (int i = 0; i < op.getOutputsOfOp().size(); i++) {
            String output = op.getOutputsOfOp().get(i);
            if (read.test(output)) {
                boolean share = mayShare.test(output);
                Simplification part = share ? aliased(op, in, zeros, i) : null;
                if (part == null) {
                    part = computed(op, in, i);
                }
                if (part == null) {
                    return List.of();
                }
                parts.add(part);
            }
        }
        // Two products instead of one op that computes both save nothing.
        boolean whole = parts.size() == op.getOutputsOfOp().size() && parts.size() > 1;
        return whole && parts.stream().anyMatch(part -> part.op() != null) ? List.of() : parts;
    }

    /** The output in an input's memory; null if it is something else. */
    private static Simplification aliased(
            SameDiffOp op, INDArray[] in, Set<String> zeros, int output) {
        boolean lies =
                switch (op.getOp().opName()) {
                    case "identity" -> true;
                    case "cast" -> in[0].dataType() == type(op);
                    case "reshape", "expand_dims", "squeeze" -> keepsOrder(op);
                    default -> false;
                };
        if (lies) {
            return alias(output, in, 0);
        }
        return switch (op.getOp().opName()) {
            case "add_bp" -> sameShape(in[output], in[2]) ? alias(output, in, 2) : null;
            case "subtract_bp" ->
                    output == 0 && sameShape(in[0], in[2]) ? alias(output, in, 2) : null;
            case "add" -> {
                List<String> names = GraphOrder.inputs(op);
                int zero = zeros.contains(names.get(0)) ? 0 : zeros.contains(names.get(1)) ? 1 : -1;
                yield zero >= 0 && sameShape(in[0], in[1]) ? alias(output, in, 1 - zero) : null;
            }
            default -> null;
        };
    }

    /** Another op that gives the output; null if there is none. */
    private static Simplification computed(SameDiffOp op, INDArray[] in, int output) {
        return switch (op.getOp().opName()) {
            case "multiply_bp" ->
                    sameShape(in[output], in[2])
                            ? by("multiply", output, new INDArray[] {in[2], in[1 - output]})
                            : null;
            case "matmul_bp" -> product(op, in, output);
            default -> null;
        };
    }

    private static Simplification alias(int output, INDArray[] in, int source) {
        return isDense(in[source])
                ? new Simplification(output, null, new INDArray[] {in[source]}, source)
                : null;
    }

    private static Simplification by(String name, int output, INDArray[] in, long... arguments) {
        DynamicCustomOp op = DynamicCustomOp.builder(name).build();
        op.addIArgument(arguments);
        return new Simplification(output, op, in, -1);
    }

    /** The gradient of one factor of op(x) op(y), each transposed or not. */
    private static Simplification product(SameDiffOp op, INDArray[] in, int output) {
        long[] flags = ((DynamicCustomOp) op.getOp()).iArgs();
        boolean ofX = flags.length > 0 && flags[0] != 0;
        boolean ofY = flags.length > 1 && flags[1] != 0;
        boolean ofResult = flags.length > 2 && flags[2] != 0;
        boolean plain = in[0].rank() >= 2 && in[0].rank() == in[1].rank() && !ofResult;
        if (!plain || !Arrays.equals(batch(in[0]), batch(in[1]))) {
            return null;
        }
        INDArray gradient = in[2];
        if (output == 0) {
            return ofX
                    ? by("matmul", 0, new INDArray[] {in[1], gradient}, ofY ? 1 : 0, 1, 0)
                    : by("matmul", 0, new INDArray[] {gradient, in[1]}, 0, ofY ? 0 : 1, 0);
        }
        return ofY
                ? by("matmul", 1, new INDArray[] {gradient, in[0]}, 1, ofX ? 1 : 0, 0)
                : by("matmul", 1, new INDArray[] {in[0], gradient}, ofX ? 0 : 1, 0, 0);
    }

    private static long[] batch(INDArray array) {
        return Arrays.copyOf(array.shape(), array.rank() - 2);
    }

    private static DataType type(SameDiffOp op) {
        SDVariable output = op.getOp().getSameDiff().getVariable(op.getOutputsOfOp().get(0));
        return output.dataType();
    }

    private static boolean sameShape(INDArray a, INDArray b) {
        return Arrays.equals(a.shape(), b.shape());
    }

    /** Whether a reshape reads and writes the elements in 'c' order. */
    private static boolean keepsOrder(SameDiffOp op) {
        for (long argument : ((DynamicCustomOp) op.getOp()).iArgs()) {
            if (op.getOp().opName().equals("reshape") && argument == -'f') {
                return false;
            }
        }
        return true;
    }

    /** Whether the elements lie one after the other in 'c' order from the start of the memory. */
    private static boolean isDense(INDArray array) {
        return !array.isEmpty()
                && array.offset() == 0
                && Arrays.equals(array.stride(), Nd4j.getStrides(array.shape(), 'c'));
    }
}
