package org.salient4j.framework.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdaBeliefUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.IUpdater;
import org.salient4j.layers.Parameters;

/** The update rule with its state, parameter by parameter. */
final class ParameterUpdate {
    private final Parameters parameters;
    private final double clipNorm;
    private final Map<String, GradientUpdater<?>> updaters = new LinkedHashMap<>();
    private final Map<String, INDArray> states = new LinkedHashMap<>();

    ParameterUpdate(Parameters parameters, TrainingOptions options) {
        this.parameters = parameters;
        this.clipNorm = options.clipNorm();
        for (String name : parameters.names()) {
            var config = options.updater().create(options.learningRate());
            long size = config.stateSize(parameters.get(name).length());
            INDArray state = size == 0 ? null : Nd4j.zeros(parameters.dataType(), 1, size);
            updaters.put(name, instantiate(config, state));
            if (state != null) {
                states.put(name, state);
            }
        }
    }

    private static GradientUpdater<?> instantiate(IUpdater config, INDArray state) {
        if (config instanceof AdaBelief belief) {
            // Its own instantiate reads the second size of a vector and fails.
            AdaBeliefUpdater updater = new AdaBeliefUpdater(belief);
            updater.setStateViewArray(state, new long[] {1, state.length() / 2}, 'c', true);
            return updater;
        }
        return config.instantiate(state, true);
    }

    /** The state arrays by parameter, live; empty for rules without state. */
    Map<String, INDArray> states() {
        return states;
    }

    /** Overwrites the state. */
    void restore(Map<String, INDArray> saved) {
        states.forEach((name, state) -> state.assign(saved.get(name)));
    }

    /**
     * Applies one update in place.
     *
     * @param gradients by parameter; scaled and overwritten
     */
    void apply(Map<String, INDArray> gradients, int iteration, int epoch) {
        clip(gradients);
        for (String name : parameters.names()) {
            INDArray gradient = gradients.get(name);
            INDArray row = gradient.reshape('c', 1, gradient.length());
            updaters.get(name).applyUpdater(row, iteration, epoch);
            INDArray parameter = parameters.get(name);
            parameter.subi(row.reshape('c', parameter.shape()));
        }
    }

    private void clip(Map<String, INDArray> gradients) {
        if (clipNorm == 0) {
            return;
        }
        double square = 0;
        for (String name : parameters.names()) {
            double norm = gradients.get(name).norm2Number().doubleValue();
            square += norm * norm;
        }
        double norm = Math.sqrt(square);
        if (norm > clipNorm) {
            gradients.values().forEach(gradient -> gradient.muli(clipNorm / norm));
        }
    }
}
