package org.salient4j.framework.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.BernoulliNoise;

/**
 * A SameDiff graph with one scalar loss whose gradients can be asked for any number of times. Not
 * safe for use by several threads at once; graphs over the same parameters may run side by side.
 */
public final class GradientGraph {
    private final SameDiff graph;
    private final List<String> sources;

    /**
     * Plans the gradient of a loss.
     *
     * @param graph the graph
     * @param loss a scalar variable of it
     * @param sources placeholders and parameters to differentiate with respect to
     */
    public GradientGraph(SameDiff graph, SDVariable loss, Collection<String> sources) {
        this.graph = graph;
        this.sources = List.copyOf(sources);
        graph.setLossVariables(loss);
        // A placeholder has a gradient only if the gradient function was made for it.
        String[] placeholders =
                sources.stream()
                        .filter(
                                name ->
                                        graph.getVariable(name).getVariableType()
                                                == VariableType.PLACEHOLDER)
                        .toArray(String[]::new);
        QuietOutput.during(
                () -> {
                    graph.createGradFunction(placeholders);
                    return graph;
                });
        BernoulliNoise.replacePlain(graph);
    }

    /** The graph itself. */
    public SameDiff graph() {
        return graph;
    }

    /** What gradients are taken with respect to. */
    public List<String> sources() {
        return sources;
    }

    /**
     * One forward and one backward pass.
     *
     * @param placeholders a value for every placeholder
     * @param outputs variables wanted beside the gradients
     * @return the outputs and the gradients, by name
     */
    public Pass run(Map<String, INDArray> placeholders, List<String> outputs) {
        OutAndGrad result = graph.calculateGradientsAndOutputs(placeholders, outputs, sources);
        return new Pass(result.getOutputs(), result.getGradients());
    }

    /**
     * What one pass gave.
     *
     * @param outputs values of the variables asked for
     * @param gradients gradient of the loss by source
     */
    public record Pass(Map<String, INDArray> outputs, Map<String, INDArray> gradients) {}
}
