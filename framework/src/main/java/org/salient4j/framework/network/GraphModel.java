package org.salient4j.framework.network;

import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.TowerCopy;

/** Any SameDiff classifier as a {@link DifferentiableModel}, over the same parameter arrays. */
public final class GraphModel {
    private GraphModel() {}

    /**
     * Reads the part of a graph from input to logits.
     *
     * @param graph the graph, with one input that the logits need
     * @param input placeholder with a known shape but for the batch: [-1, …]
     * @param logits variable [B, C]
     * @param classes C
     */
    public static DifferentiableModel of(SameDiff graph, String input, String logits, int classes) {
        if (!graph.hasVariable(input)) {
            throw new InvalidInputException(
                    "the graph has no variable '%s'; it has %s"
                            .formatted(input, graph.variableMap().keySet()));
        }
        SDVariable placeholder = graph.getVariable(input);
        long[] shape = placeholder.isPlaceHolder() ? placeholder.placeholderShape() : null;
        if (shape == null || shape.length < 2) {
            throw new InvalidInputException(
                    "'%s' must be a placeholder with a shape such as [-1, 50, 50], has %s"
                            .formatted(input, Arrays.toString(shape)));
        }
        return new ExplainGraphs(
                Arrays.copyOfRange(shape, 1, shape.length),
                classes,
                placeholder.dataType(),
                (target, x) -> TowerCopy.forExplanation(graph, input, logits, x));
    }
}
