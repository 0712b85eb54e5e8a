package org.salient4j.framework.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.listeners.Loss;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.GradientGraph;
import org.salient4j.framework.graph.NativeRandom;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Scope;
import org.salient4j.losses.LossTerms;
import org.salient4j.losses.Objective;

/** One update: listeners, forward, backward, update rule. */
final class TrainingStep {
    /** Name of the minimised sum among the losses. */
    static final String TOTAL = "total";

    private final List<Listener> listeners;
    private final Seed dropout;
    private final LossTerms terms;
    private final GradientGraph graph;
    private final List<String> outputs;
    private final ParameterUpdate update;
    private final ReusedBatches batches;

    TrainingStep(
            Network network,
            Objective objective,
            TrainingOptions options,
            Seed seed,
            List<Listener> listeners) {
        this.listeners = listeners;
        this.dropout = seed.child("dropout");
        SameDiff samediff = SameDiff.create();
        this.terms =
                objective.build(
                        network.architecture(),
                        new Scope(samediff, network.parameters(), Mode.TRAIN));
        this.graph = new GradientGraph(samediff, terms.total(), network.parameters().names());
        this.outputs =
                java.util.stream.Stream.concat(
                                terms.terms().values().stream(),
                                java.util.stream.Stream.of(terms.total()))
                        .map(SDVariable::name)
                        .distinct()
                        .toList();
        this.update = new ParameterUpdate(network.parameters(), options);
        this.batches = new ReusedBatches(network.outputs());
    }

    /** The graph that listeners are told about. */
    SameDiff graph() {
        return graph.graph();
    }

    /** The update rule. */
    ParameterUpdate update() {
        return update;
    }

    /**
     * Runs the step.
     *
     * @param examples the training examples, of the network's type
     * @param rows which of them are in the batch
     * @return mean losses of the batch, by term, and {@link #TOTAL}; the parameters are untouched
     *     if the total is not finite
     */
    Map<String, Double> run(Examples examples, int[] rows, At at) {
        MultiDataSet data = batches.of(examples, rows);
        listeners.forEach(listener -> listener.iterationStart(graph(), at, data, 0));
        NativeRandom.start(dropout.child(at.iteration()));
        GradientGraph.Pass pass = graph.run(placeholders(data), outputs);
        Map<String, Double> losses = losses(pass.outputs());
        if (Double.isFinite(losses.get(TOTAL))) {
            update.apply(pass.gradients(), at.iteration(), at.epoch());
        }
        Loss loss =
                new Loss(
                        List.copyOf(losses.keySet()),
                        losses.values().stream().mapToDouble(Double::doubleValue).toArray());
        listeners.forEach(listener -> listener.iterationDone(graph(), at, data, loss));
        return losses;
    }

    private Map<String, INDArray> placeholders(MultiDataSet data) {
        if (data.numFeatureArrays() != terms.features().size()) {
            throw new InvalidInputException(
                    "the objective's graph needs the features %s, the batch has %d: attach the listener that adds them"
                            .formatted(terms.features(), data.numFeatureArrays()));
        }
        Map<String, INDArray> placeholders = new HashMap<>();
        for (int i = 0; i < terms.features().size(); i++) {
            placeholders.put(terms.features().get(i), data.getFeatures(i));
        }
        placeholders.put(Objective.LABELS, data.getLabels(0));
        return placeholders;
    }

    private Map<String, Double> losses(Map<String, INDArray> values) {
        Map<String, Double> losses = new LinkedHashMap<>();
        terms.terms()
                .forEach((name, term) -> losses.put(name, values.get(term.name()).getDouble(0)));
        losses.put(TOTAL, values.get(terms.total().name()).getDouble(0));
        return losses;
    }
}
