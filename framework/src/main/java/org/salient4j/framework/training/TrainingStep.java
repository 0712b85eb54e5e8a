package org.salient4j.framework.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.NativeRandom;
import org.salient4j.layers.Parameters;
import org.salient4j.losses.Objective;

/** One update: listeners, forward, backward, update rule. */
final class TrainingStep {
    private final TrainingCall call;
    private final Seed dropout;
    private final Parameters parameters;
    private final ParameterUpdate update;
    private final Map<Objective, StepGraph> graphs = new HashMap<>();

    /**
     * @param updates number of updates of the whole training
     */
    TrainingStep(TrainingCall call, TrainingOptions options, Seed seed, long updates) {
        this.call = call;
        this.dropout = seed.child("dropout");
        this.parameters = call.network().parameters().extended();
        stepGraph(0); // declares what the objective trains beside the network
        stepGraph(updates - 1); // what cannot be built fails now, not after hours
        this.update = new ParameterUpdate(parameters, options, updates);
    }

    /** What is trained: the network's parameters and, if it has some, the objective's own. */
    Parameters parameters() {
        return parameters;
    }

    /** The update rule. */
    ParameterUpdate update() {
        return update;
    }

    /** The graph that listeners are told about at an update. */
    SameDiff graph(long at) {
        return stepGraph(at).graph();
    }

    private StepGraph stepGraph(long at) {
        Objective objective = call.objective().at(at);
        StepGraph graph = graphs.get(objective);
        if (graph == null) {
            int known = parameters.names().size();
            graph = new StepGraph(call.network().architecture(), objective, parameters);
            if (update != null && parameters.names().size() > known) {
                throw new IllegalStateException(
                        "objective '%s' declares parameters at update %d: declare all from the start"
                                .formatted(objective.name(), at));
            }
            graphs.put(objective, graph);
        }
        return graph;
    }

    /**
     * Runs the step.
     *
     * @param data the batch
     * @return mean losses of the batch, by term, and {@link StepGraph#TOTAL}; nothing is changed if
     *     the total is not finite
     */
    Map<String, Double> run(MultiDataSet data, At at) {
        StepGraph graph = stepGraph(at.iteration());
        for (Listener listener : call.listeners()) {
            listener.iterationStart(graph.graph(), at, data, 0);
        }
        NativeRandom.start(dropout.child(at.iteration()));
        StepGraph.Pass pass = graph.run(data, call.objective().scalars(at.iteration()));
        Map<String, Double> losses = pass.losses();
        if (Double.isFinite(losses.get(StepGraph.TOTAL))) {
            update.apply(pass.gradients(), at.iteration(), at.epoch());
            pass.buffers().forEach((name, value) -> parameters.get(name).assign(value));
        }
        Loss loss =
                new Loss(
                        List.copyOf(losses.keySet()),
                        losses.values().stream().mapToDouble(Double::doubleValue).toArray());
        for (Listener listener : call.listeners()) {
            listener.iterationDone(graph.graph(), at, data, loss);
        }
        return losses;
    }
}
