package org.salient4j.framework.graph;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.BernoulliNoise;

/**
 * A SameDiff graph with one scalar loss whose gradients can be asked for any number of times, run
 * as a {@link CompiledGraph}. Not safe for use by several threads at once; graphs over the same
 * parameters may run side by side.
 */
public final class GradientGraph {
    private static final String GRADIENT = "grad"; // ND4J's name of the gradient function

    private final SameDiff graph;
    private final List<String> sources;
    private final Map<String, String> gradients = new LinkedHashMap<>();
    private final CompiledGraph compiled;

    /**
     * Plans the gradient of a loss.
     *
     * @param graph the graph
     * @param loss a scalar variable of it
     * @param sources placeholders, parameters and variables on the way from them to the loss, to
     *     differentiate with respect to
     */
    public GradientGraph(SameDiff graph, SDVariable loss, Collection<String> sources) {
        this.graph = graph;
        this.sources = List.copyOf(sources);
        graph.setLossVariables(loss);
        // What is no parameter has a gradient only if the gradient function was made for it.
        String[] others =
                sources.stream()
                        .filter(
                                name ->
                                        graph.getVariable(name).getVariableType()
                                                != VariableType.VARIABLE)
                        .toArray(String[]::new);
        QuietOutput.during(
                () -> {
                    graph.createGradFunction(others);
                    return graph;
                });
        BernoulliNoise.replacePlain(graph);
        for (String source : sources) {
            SDVariable gradient = graph.getVariable(source).getGradient();
            if (gradient != null) { // the loss depends on it
                gradients.put(source, LookupGradient.of(graph, source).orElse(gradient.name()));
            }
        }
        this.compiled = new CompiledGraph(graph.getFunction(GRADIENT));
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
     * @return the outputs and the gradients, by name: arrays that the caller may change and that
     *     the next pass overwrites, so copy what is kept
     */
    public Pass run(Map<String, INDArray> placeholders, List<String> outputs) {
        Set<String> wanted = new LinkedHashSet<>(outputs);
        wanted.addAll(gradients.values());
        Map<String, INDArray> values = compiled.run(placeholders, wanted);
        Map<String, INDArray> byOutput = new LinkedHashMap<>();
        outputs.forEach(name -> byOutput.put(name, values.get(name)));
        Map<String, INDArray> bySource = new LinkedHashMap<>();
        gradients.forEach((source, gradient) -> bySource.put(source, values.get(gradient)));
        return new Pass(byOutput, bySource);
    }

    /**
     * What one pass gave.
     *
     * @param outputs values of the variables asked for
     * @param gradients gradient of the loss by source
     */
    public record Pass(Map<String, INDArray> outputs, Map<String, INDArray> gradients) {}
}
