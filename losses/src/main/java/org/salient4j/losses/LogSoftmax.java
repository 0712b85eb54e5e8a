package org.salient4j.losses;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;

/**
 * Log probabilities of logits: z - max z - log Σ_c exp(z_c - max z), finite for any finite logits.
 * ND4J's {@code logSoftmax} takes the logarithm of the softmax and gives -∞ where that underflows.
 */
final class LogSoftmax {
    private LogSoftmax() {}

    /**
     * Adds the ops.
     *
     * @param logits [B, C]
     * @return [B, C]
     */
    static SDVariable of(SameDiff graph, SDVariable logits) {
        // The maximum cancels: nothing flows through it.
        SDVariable highest = new StopGradient(graph, logits.max(true, 1)).outputVariable();
        SDVariable shifted = logits.sub(highest);
        return shifted.sub(graph.math().log(graph.math().exp(shifted).sum(true, 1)));
    }
}
