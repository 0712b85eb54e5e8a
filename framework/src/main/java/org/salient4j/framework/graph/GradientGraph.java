package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.BernoulliNoise;

/**
 * A SameDiff graph with one scalar loss whose gradients can be asked for any number of times. Not
 * safe for use by several threads at once; graphs over the same parameters may run side by side.
 */
public final class GradientGraph {
    private static final String GRADIENT = "grad"; // ND4J's name of the gradient function

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
        RecycledMemory memory = memory();
        OutAndGrad result = graph.calculateGradientsAndOutputs(placeholders, outputs, sources);
        List<INDArray> results = new ArrayList<>(result.getOutputs().values());
        results.addAll(result.getGradients().values());
        memory.recycle(results);
        return new Pass(result.getOutputs(), result.getGradients());
    }

    /** That of this thread's session, which is made here if this is its first pass. */
    private RecycledMemory memory() {
        SameDiff gradient = graph.getFunction(GRADIENT);
        InferenceSession session =
                gradient.getSessions()
                        .computeIfAbsent(
                                Thread.currentThread().getId(),
                                thread -> new InferenceSession(gradient));
        if (!(session.getMmgr() instanceof RecycledMemory)) {
            session.setMmgr(new RecycledMemory());
        }
        return (RecycledMemory) session.getMmgr();
    }

    /**
     * What one pass gave.
     *
     * @param outputs values of the variables asked for
     * @param gradients gradient of the loss by source
     */
    public record Pass(Map<String, INDArray> outputs, Map<String, INDArray> gradients) {}
}
