package org.salient4j.framework.training;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.Parameters;

/** The epoch with the best validation score so far, and its parameters if they are to be kept. */
final class BestEpoch {
    private final Parameters parameters;
    private final boolean keep;
    private int epoch = -1;
    private Evaluation score;
    private Map<String, INDArray> kept = Map.of();

    /**
     * @param parameters what is trained
     * @param keep whether training ends with the best epoch's
     */
    BestEpoch(Parameters parameters, boolean keep) {
        this.parameters = parameters;
        this.keep = keep;
    }

    /** Hears of the score of the epoch whose parameters are in place. */
    void offer(int of, Evaluation candidate) {
        if (candidate.betterThan(score)) {
            score = candidate;
            epoch = of;
            kept = keep ? parameters.snapshot() : Map.of();
        }
    }

    /** Its number; -1 if there is none yet. */
    int epoch() {
        return epoch;
    }

    /** Its score; null if there is none yet. */
    Evaluation score() {
        return score;
    }

    /** Its parameters; empty if there are none to keep. */
    Map<String, INDArray> parameters() {
        return kept;
    }

    /** Puts its parameters in place, if they were kept. */
    void putBack() {
        if (!kept.isEmpty()) {
            parameters.assign(kept);
        }
    }

    void restore(int savedEpoch, Evaluation savedScore, Map<String, INDArray> savedParameters) {
        epoch = savedEpoch;
        score = savedScore;
        kept = savedParameters;
    }
}
