package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
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
     * @param read whether a variable is read
     * @param mayShare whether a variable may lie in another one's memory
     * @return empty if the op must run as it is
     */
    static List<Simplification> of(
            SameDiffOp op, INDArray[] in, Predicate<String> read, Predicate<String> mayShare) {
        List<Simplification> parts = new ArrayList<>();
        for (int i = 0; i < op.getOutputsOfOp().size(); i++) {
            String output = op.getOutputsOfOp().get(i);
            if (read.test(output)) {
                Simplification part = part(op, in, i, mayShare.test(output));
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

    private static Simplification part(SameDiffOp op, INDArray[] in, int output, boolean share) {
        return switch (op.getOp().opName()) {
            case "identity" -> share ? alias(output, in, 0) : null;
            case "reshape", "expand_dims", "squeeze" ->
                    share && keepsOrder(op) ? alias(output, in, 0) : null;
            case "add_bp" -> share && sameShape(in[output], in[2]) ? alias(output, in, 2) : null;
            case "subtract_bp" ->
                    share && output == 0 && sameShape(in[0], in[2]) ? alias(0, in, 2) : null;
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

    /** Whether the elements lie one after the other in 'c' order. */
    private static boolean isDense(INDArray array) {
        return !array.isEmpty()
                && Arrays.equals(array.stride(), Nd4j.getStrides(array.shape(), 'c'));
    }
}
