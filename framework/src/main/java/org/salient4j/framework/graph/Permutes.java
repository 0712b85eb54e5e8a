package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Which permutes of a graph need not run: those between products of batches of matrices, which read
 * and write matrices wherever they lie, and other ops. Attention heads are made of them.
 */
final class Permutes {
    private static final Set<String> PRODUCTS = Set.of("matmul", "matmul_bp");

    /** Matrices in a batch: products of two are best with memory in order. */
    private static final int MIN_RANK = 3;

    private final Map<String, List<SameDiffOp>> readers = new HashMap<>();
    private final Set<String> wanted;

    /**
     * @param ops the ops of the graph that run
     * @param wanted variables whose memory is seen from outside
     */
    Permutes(List<SameDiffOp> ops, Set<String> wanted) {
        this.wanted = wanted;
        for (SameDiffOp op : ops) {
            for (String input : new HashSet<>(GraphOrder.inputs(op))) {
                readers.computeIfAbsent(input, any -> new ArrayList<>()).add(op);
            }
        }
    }

    /** Whether an op is a permute that products alone read. */
    boolean isView(SameDiffOp op) {
        if (!isPermute(op)) {
            return false;
        }
        String output = op.getOutputsOfOp().get(0);
        return !wanted.contains(output)
                && readers(output).stream().allMatch(reader -> isProduct(reader));
    }

    /** The permute that alone reads this output of a product; null if there is none. */
    SameDiffOp after(SameDiffOp op, String output) {
        List<SameDiffOp> reading = readers(output);
        boolean one =
                isProduct(op)
                        && !wanted.contains(output)
                        && reading.size() == 1
                        && isPermute(reading.get(0))
                        && !isView(reading.get(0));
        return one ? reading.get(0) : null;
    }

    /** The order that a permute puts axes in. */
    static int[] axes(SameDiffOp permute) {
        return Arrays.stream(((DynamicCustomOp) permute.getOp()).iArgs())
                .mapToInt(axis -> (int) axis)
                .toArray();
    }

    private List<SameDiffOp> readers(String variable) {
        return readers.getOrDefault(variable, List.of());
    }

    private static boolean isProduct(SameDiffOp op) {
        return PRODUCTS.contains(op.getOp().opName());
    }

    /** Whether an op permutes batches of matrices, in an order that it knows itself. */
    private static boolean isPermute(SameDiffOp op) {
        if (!op.getOp().opName().equals("permute") || GraphOrder.inputs(op).size() != 1) {
            return false;
        }
        int[] axes = axes(op);
        int[] sorted = Arrays.stream(axes).sorted().toArray();
        for (int axis = 0; axis < axes.length; axis++) {
            if (sorted[axis] != axis) {
                return false;
            }
        }
        return axes.length >= MIN_RANK && axes[axes.length - 1] == axes.length - 1;
    }
}
