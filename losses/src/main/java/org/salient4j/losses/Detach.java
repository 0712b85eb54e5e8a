package org.salient4j.losses;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;

/** Which side of the divergence D(f(x) ‖ f(x̃)) passes no gradient to the parameters. */
public enum Detach {
    /** Gradients flow through both towers: the released code. */
    NONE,
    /** The clean tower is a fixed target. */
    CLEAN,
    /** The masked tower is a fixed target. */
    MASKED;

    /** The clean logits (or log probabilities) as the divergence sees them. */
    public SDVariable clean(SameDiff graph, SDVariable logits) {
        return this == CLEAN ? new StopGradient(graph, logits).outputVariable() : logits;
    }

    /** The masked logits (or log probabilities) as the divergence sees them. */
    public SDVariable masked(SameDiff graph, SDVariable logits) {
        return this == MASKED ? new StopGradient(graph, logits).outputVariable() : logits;
    }
}
