package org.salient4j.benchmarks.bridge;

import java.util.function.UnaryOperator;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.losses.JacobianPenalty;
import org.salient4j.losses.Objective;
import org.salient4j.losses.PenalisedObjective;

/** How a network of the bridge is trained: with or without guidance, with or without a penalty. */
public enum BridgeTraining {
    /** Cross-entropy only. */
    STANDARD(TrainingKind.STANDARD, false),
    /** Saliency guided, the smallest magnitudes masked. */
    SALIENCY_GUIDED(TrainingKind.SALIENCY_GUIDED_ABSOLUTE, false),
    /** Cross-entropy with a penalty on the Jacobian of the logits. */
    JACOBIAN(TrainingKind.STANDARD, true),
    /** Saliency guided, with the penalty on the Jacobian of the clean tower. */
    SALIENCY_GUIDED_JACOBIAN(TrainingKind.SALIENCY_GUIDED_ABSOLUTE, true);

    private final TrainingKind base;
    private final boolean penalised;

    BridgeTraining(TrainingKind base, boolean penalised) {
        this.base = base;
        this.penalised = penalised;
    }

    /** What it is without a penalty. */
    public TrainingKind base() {
        return base;
    }

    /** Whether the Jacobian is penalised. */
    public boolean penalised() {
        return penalised;
    }

    /** Adds the penalty to an objective, where there is one. */
    UnaryOperator<Objective> extended(JacobianPenalty penalty) {
        return penalised ? base -> new PenalisedObjective(base, penalty) : UnaryOperator.identity();
    }
}
