package org.salient4j.framework.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.GradientGraph;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.losses.LossTerms;
import org.salient4j.losses.Objective;

/** Forward and backward pass of one objective. */
final class StepGraph {
    /** Name of the minimised sum among the losses. */
    static final String TOTAL = "total";

    private final Parameters parameters;
    private final LossTerms terms;
    private final GradientGraph graph;

    /** Buffer to the variable that holds its next value. */
    private final Map<String, String> updates = new LinkedHashMap<>();

    private final List<String> outputs;

    /**
     * @param parameters the network's, and room for the objective's own
     */
    StepGraph(Architecture architecture, Objective objective, Parameters parameters) {
        this.parameters = parameters;
        Scope scope = new Scope(SameDiff.create(), parameters, Mode.TRAIN);
        this.terms = objective.build(architecture, scope);
        scope.updates().forEach((buffer, value) -> updates.put(buffer, value.name()));
        this.graph = new GradientGraph(scope.graph(), terms.total(), parameters.trainable());
        this.outputs =
                Stream.of(
                                terms.terms().values().stream().map(SDVariable::name),
                                Stream.of(terms.total().name()),
                                updates.values().stream())
                        .flatMap(names -> names)
                        .distinct()
                        .toList();
    }

    /**
     * What a pass gave; the arrays are overwritten by the next one.
     *
     * @param losses mean losses of the batch, by term, and {@link #TOTAL}
     * @param gradients by parameter
     * @param buffers next values of the buffers that change
     */
    record Pass(
            Map<String, Double> losses,
            Map<String, INDArray> gradients,
            Map<String, INDArray> buffers) {}

    /** The graph that listeners are told about. */
    SameDiff graph() {
        return graph.graph();
    }

    /**
     * @param data the batch, as the listeners left it
     * @param scalars values of the placeholders that the batch does not fill
     */
    Pass run(MultiDataSet data, Map<String, Double> scalars) {
        GradientGraph.Pass pass = graph.run(placeholders(data, scalars), outputs);
        Map<String, Double> losses = new LinkedHashMap<>();
        terms.terms().forEach((name, term) -> losses.put(name, scalar(pass, term)));
        losses.put(TOTAL, scalar(pass, terms.total()));
        Map<String, INDArray> buffers = new LinkedHashMap<>();
        updates.forEach((buffer, value) -> buffers.put(buffer, pass.outputs().get(value)));
        return new Pass(losses, pass.gradients(), buffers);
    }

    private static double scalar(GradientGraph.Pass pass, SDVariable variable) {
        return pass.outputs().get(variable.name()).getDouble(0);
    }

    private Map<String, INDArray> placeholders(MultiDataSet data, Map<String, Double> scalars) {
        if (data.numFeatureArrays() != terms.features().size()) {
            throw new InvalidInputException(
                    "the objective's graph needs the features %s, the batch has %d: attach the listener that adds them"
                            .formatted(terms.features(), data.numFeatureArrays()));
        }
        if (data.numLabelsArrays() < terms.labels().size()) {
            throw new InvalidInputException(
                    "the objective's graph needs the labels %s, the batch has %d: train it on data that have them"
                            .formatted(terms.labels(), data.numLabelsArrays()));
        }
        Map<String, INDArray> placeholders = new HashMap<>();
        for (int i = 0; i < terms.features().size(); i++) {
            placeholders.put(terms.features().get(i), data.getFeatures(i));
        }
        for (int i = 0; i < terms.labels().size(); i++) {
            placeholders.put(terms.labels().get(i), data.getLabels(i));
        }
        scalars.forEach(
                (name, value) -> placeholders.put(name, Nd4j.scalar(parameters.dataType(), value)));
        return placeholders;
    }
}
