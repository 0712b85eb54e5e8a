package org.salient4j.framework.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.AdaBeliefUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.IUpdater;
import org.salient4j.layers.Parameters;

/**
 * The update rule with its state. The gradients of all parameters lie one after the other in one
 * vector, since a rule treats every number alike and one call costs less than one a parameter.
 */
final class ParameterUpdate {
    private static final String STATE = "state";

    private final Parameters parameters;
    private final double clipNorm;
    private final INDArray gradient;
    private final INDArray state;
    private final GradientUpdater<?> updater;

    /** The part of the vector that belongs to each parameter, shaped as it. */
    private final Map<String, INDArray> parts = new LinkedHashMap<>();

    ParameterUpdate(Parameters parameters, TrainingOptions options) {
        this.parameters = parameters;
        this.clipNorm = options.clipNorm();
        this.gradient = Nd4j.zeros(parameters.dataType(), 1, parameters.count());
        long from = 0;
        for (String name : parameters.names()) {
            INDArray parameter = parameters.get(name);
            long to = from + parameter.length();
            INDArray part = gradient.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
            parts.put(name, part.reshape('c', parameter.shape()));
            from = to;
        }
        IUpdater rule = options.updater().create(options.learningRate());
        long size = rule.stateSize(parameters.count());
        this.state = size == 0 ? null : Nd4j.zeros(parameters.dataType(), 1, size);
        this.updater = instantiate(rule, state);
    }

    private static GradientUpdater<?> instantiate(IUpdater rule, INDArray state) {
        if (rule instanceof AdaBelief belief) {
            // Its own instantiate reads the second size of a vector and fails.
            AdaBeliefUpdater updater = new AdaBeliefUpdater(belief);
            updater.setStateViewArray(state, new long[] {1, state.length() / 2}, 'c', true);
            return updater;
        }
        return rule.instantiate(state, true);
    }

    /** The state of the rule, live; empty for rules without state. */
    Map<String, INDArray> states() {
        return state == null ? Map.of() : Map.of(STATE, state);
    }

    /** Overwrites the state. */
    void restore(Map<String, INDArray> saved) {
        states().forEach((name, array) -> array.assign(saved.get(name)));
    }

    /**
     * Applies one update in place.
     *
     * @param gradients by parameter
     */
    void apply(Map<String, INDArray> gradients, int iteration, int epoch) {
        parts.forEach((name, part) -> part.assign(gradients.get(name)));
        clip();
        updater.applyUpdater(gradient, iteration, epoch);
        parts.forEach((name, part) -> parameters.get(name).subi(part));
    }

    private void clip() {
        if (clipNorm == 0) {
            return;
        }
        double square = 0;
        for (INDArray part : parts.values()) {
            double norm = part.norm2Number().doubleValue();
            square += norm * norm; // in double, whatever the parameters' type
        }
        double norm = Math.sqrt(square);
        if (norm > clipNorm) {
            gradient.muli(clipNorm / norm);
        }
    }
}
