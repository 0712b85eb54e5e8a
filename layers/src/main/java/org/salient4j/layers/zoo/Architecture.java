package org.salient4j.layers.zoo;

import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Scope;

/**
 * A whole network as a validated record: its components are the sizes, with the paper's as
 * defaults. The same builder makes every tower: training, masked, explanation.
 *
 * <p>To add one: a record with a public no-argument constructor (the defaults) and a line in {@code
 * META-INF/services/org.salient4j.layers.zoo.Architecture}.
 */
public interface Architecture {

    /** Its name on the command line. */
    String name();

    /** What it is, in one sentence. */
    String description();

    /** Other published sizes of this architecture, by name. */
    default Map<String, Architecture> presets() {
        return Map.of();
    }

    /**
     * Shape of one example, without the batch axis: [T, F] for series; -1 for an axis of any
     * length.
     */
    long[] inputShape();

    /**
     * Whether a training tower looks at the whole batch, as batch normalisation does: then towers
     * of different inputs are passes of their own and may not share a batch.
     */
    default boolean usesBatchStatistics() {
        return false;
    }

    /** Number of outputs of one example: classes, or dimensions of an embedding. */
    int outputs();

    /**
     * Adds a tower.
     *
     * @param scope the graph, parameters and mode
     * @param x [B, inputShape…]
     * @return outputs [B, outputs]: the logits of a {@link Classifier}
     */
    SDVariable output(Scope scope, SDVariable x);
}
