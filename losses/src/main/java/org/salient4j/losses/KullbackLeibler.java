package org.salient4j.losses;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Kullback-Leibler divergence of two softmax distributions given by logits: mean over b of Σ_c P_c
 * (log P_c - log Q_c). It is 0 where both agree and never negative; gradients flow into both.
 */
public final class KullbackLeibler {
    private KullbackLeibler() {}

    /**
     * Adds the divergence.
     *
     * @param p logits of P, [B, C]
     * @param q logits of Q, [B, C]
     * @return scalar, nats
     */
    public static SDVariable between(SameDiff graph, SDVariable p, SDVariable q) {
        return ofLogProbabilities(graph, LogSoftmax.of(graph, p), LogSoftmax.of(graph, q));
    }

    static SDVariable ofLogProbabilities(SameDiff graph, SDVariable logP, SDVariable logQ) {
        return graph.math().exp(logP).mul(logP.sub(logQ)).sum(1).mean();
    }
}
