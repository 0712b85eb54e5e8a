package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/** Order of a graph's ops, and who reads what. */
final class GraphOrder {
    private GraphOrder() {}

    /**
     * The ops that some variables need, in an order in which they can run: that in which they were
     * added to the graph, where that is one.
     */
    static List<SameDiffOp> of(SameDiff graph, Collection<String> wanted) {
        Set<String> needed = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        wanted.forEach(name -> visit(graph, name, seen, needed));
        List<String> added = graph.getOps().keySet().stream().filter(needed::contains).toList();
        List<SameDiffOp> ops = new ArrayList<>();
        for (String name : canRun(graph, added) ? added : needed) {
            ops.add(graph.getOps().get(name));
        }
        return ops;
    }

    /** How many times the ops read each variable. */
    static Map<String, Integer> readers(List<SameDiffOp> ops) {
        Map<String, Integer> readers = new HashMap<>();
        for (SameDiffOp op : ops) {
            inputs(op).forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        return readers;
    }

    /** Names of what an op reads. */
    static List<String> inputs(SameDiffOp op) {
        return op.getInputsToOp() == null ? List.of() : op.getInputsToOp();
    }

    /** An op is seen before its inputs are visited: those of a loop come back to it. */
    private static void visit(
            SameDiff graph, String variable, Set<String> seen, Set<String> needed) {
        String producer = graph.getVariables().get(variable).getOutputOfOp();
        if (producer == null || !seen.add(producer)) {
            return;
        }
        inputs(graph.getOps().get(producer)).forEach(in -> visit(graph, in, seen, needed));
        needed.add(producer);
    }

    private static boolean canRun(SameDiff graph, List<String> order) {
        Set<String> ran = new HashSet<>();
        for (String name : order) {
            for (String input : inputs(graph.getOps().get(name))) {
                String producer = graph.getVariables().get(input).getOutputOfOp();
                if (producer != null && !ran.contains(producer)) {
                    return false;
                }
            }
            ran.add(name);
        }
        return true;
    }
}
