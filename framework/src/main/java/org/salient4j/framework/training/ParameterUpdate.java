package org.salient4j.framework.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.salient4j.layers.Parameters;

/**
 * The update rule with its state. The gradients of all parameters lie one after the other in one
 * vector, since a rule treats every number alike and one call costs less than one a parameter.
 *
 * <p>The order is PyTorch's: the gradient is clipped, the weight decay's part of it added, the rule
 * applied.
 */
final class ParameterUpdate {
    private static final String STATE = "state";

    private final Parameters parameters;
    private final TrainingOptions options;
    private final long updates;
    private final INDArray gradient;
    private final INDArray state;
    private final UpdateRule rule;

    /** The part of the vector that belongs to each parameter, shaped as it. */
    private final Map<String, INDArray> parts = new LinkedHashMap<>();

    /**
     * @param updates number of updates of the whole training
     */
    ParameterUpdate(Parameters parameters, TrainingOptions options, long updates) {
        this.parameters = parameters;
        this.options = options;
        this.updates = updates;
        this.gradient = Nd4j.zeros(parameters.dataType(), 1, parameters.count());
        long from = 0;
        for (String name : parameters.trainable()) {
            INDArray parameter = parameters.get(name);
            long to = from + parameter.length();
            INDArray part = gradient.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
            parts.put(name, part.reshape('c', parameter.shape()));
            from = to;
        }
        long size = options.updater().stateSize(parameters.count());
        this.state = size == 0 ? null : Nd4j.zeros(parameters.dataType(), 1, size);
        this.rule = options.updater().rule(state);
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
     * @param gradients by parameter; none where the loss does not depend on it
     */
    void apply(Map<String, INDArray> gradients, int iteration, int epoch) {
        parts.forEach(
                (name, part) -> {
                    INDArray own = gradients.get(name);
                    if (own == null) {
                        part.assign(0);
                    } else {
                        part.assign(own);
                    }
                });
        clip();
        if (options.weightDecay() > 0) {
            parts.forEach(
                    (name, part) -> part.addi(parameters.get(name).mul(options.weightDecay())));
        }
        double rate =
                options.learningRate()
                        * options.learningRateSchedule().at(epoch, iteration, updates);
        rule.apply(gradient, rate, iteration, epoch);
        parts.forEach((name, part) -> parameters.get(name).subi(part));
    }

    private void clip() {
        if (options.clipNorm() == 0) {
            return;
        }
        double square = 0;
        for (INDArray part : parts.values()) {
            double norm = part.norm2Number().doubleValue();
            square += norm * norm; // in double, whatever the parameters' type
        }
        double norm = Math.sqrt(square);
        if (norm > options.clipNorm()) {
            gradient.muli(options.clipNorm() / norm);
        }
    }
}
