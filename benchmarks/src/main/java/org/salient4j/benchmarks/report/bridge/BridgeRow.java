package org.salient4j.benchmarks.report.bridge;

import java.util.Objects;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgeTraining;
import org.salient4j.benchmarks.report.TrainingProtocol;

/**
 * A row of the bridge's tables: a training with the weight of its penalty.
 *
 * @param training how networks are trained
 * @param penalty λ_J; 0 without a penalty
 */
record BridgeRow(BridgeTraining training, double penalty) {

    /** What the others are compared with. */
    static final BridgeRow STANDARD = new BridgeRow(BridgeTraining.STANDARD, 0);

    /** Nothing may be null. */
    BridgeRow {
        Objects.requireNonNull(training, "training");
    }

    static BridgeRow of(BridgeCell cell) {
        return new BridgeRow(cell.training(), cell.penalty());
    }

    /** Without the weight. */
    String name() {
        return switch (training) {
            case STANDARD -> "standard";
            case SALIENCY_GUIDED -> "saliency guided";
            case JACOBIAN -> "Jacobian";
            case SALIENCY_GUIDED_JACOBIAN -> "guided + Jacobian";
        };
    }

    /** The weight; a dash without a penalty. */
    String weight() {
        return training.penalised() ? TrainingProtocol.number(penalty) : "\u2013";
    }

    /** For instance {@code Jacobian, λ_J = 0.1}. */
    String words() {
        return training.penalised() ? name() + ", \u03bb_J = " + weight() : name();
    }
}
