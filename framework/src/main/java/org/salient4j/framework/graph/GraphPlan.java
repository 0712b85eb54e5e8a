package org.salient4j.framework.graph;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The ops of a graph in the order in which they run, over arrays that are all there.
 *
 * @param graph the graph
 * @param inputs where placeholders are copied to
 * @param variables the arrays of variables that the ops read
 * @param steps the ops
 * @param values arrays of the wanted variables
 * @param bytes what the plan's arrays take
 */
record GraphPlan(
        SameDiff graph,
        Map<String, INDArray> inputs,
        Map<String, INDArray> variables,
        List<PlannedOp> steps,
        Map<String, INDArray> values,
        long bytes) {

    /** Whether the variables still have the arrays that the plan was made for. */
    boolean isCurrent() {
        for (Map.Entry<String, INDArray> variable : variables.entrySet()) {
            if (graph.getArrForVarName(variable.getKey()) != variable.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Runs all ops on these placeholders. */
    Map<String, INDArray> run(Map<String, INDArray> placeholders) {
        placeholders.forEach(
                (name, array) -> {
                    INDArray input = inputs.get(name);
                    if (input != null) {
                        input.assign(array);
                    }
                });
        for (PlannedOp step : steps) {
            step.run();
        }
        return values;
    }
}
