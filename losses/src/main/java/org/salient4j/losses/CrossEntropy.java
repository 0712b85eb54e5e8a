package org.salient4j.losses;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Cross-entropy of logits against one-hot (or soft) labels: mean over b of -Σ_c y_c log p_c. */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * Adds the loss.
     *
     * @param logits [B, C]
     * @param labels [B, C], rows sum to 1
     * @return scalar, nats
     */
    public static SDVariable of(SameDiff graph, SDVariable logits, SDVariable labels) {
        return ofLogProbabilities(LogSoftmax.of(graph, logits), labels);
    }

    static SDVariable ofLogProbabilities(SDVariable logP, SDVariable labels) {
        return logP.mul(labels).sum(1).mean().neg();
    }
}
