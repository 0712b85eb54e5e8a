package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PenalisedObjectiveTest extends ObjectiveContract {
    private static final JacobianPenalty PENALTY = new JacobianPenalty(0.3, 10, 20);

    @Override
    Objective objective() {
        return new PenalisedObjective(new StandardObjective(), PENALTY);
    }

    @Override
    Map<String, INDArray> others() {
        return Map.of(JacobianPenalty.WEIGHT, Nd4j.scalar(DataType.DOUBLE, 0.7));
    }

    @Override
    Set<String> terms() {
        return Set.of("ce", "jacobian");
    }

    /** Saliency guided training with a penalty, by finite differences. */
    @Nested
    class SaliencyGuided extends ObjectiveContract {
        @Override
        Objective objective() {
            return new PenalisedObjective(
                    new SaliencyGuidedObjective(),
                    PENALTY.withEstimator(JacobianEstimator.FINITE_DIFFERENCE, 1));
        }

        @Override
        Map<String, INDArray> others() {
            return Map.of(
                    SaliencyGuidedObjective.MASKED,
                    normal(new SplittableRandom(4), BATCH, 6, 3),
                    SaliencyGuidedObjective.LAMBDA,
                    Nd4j.scalar(DataType.DOUBLE, 0.7),
                    JacobianPenalty.WEIGHT,
                    Nd4j.scalar(DataType.DOUBLE, 0.7));
        }

        @Override
        Set<String> terms() {
            return Set.of("ce", "kl", "jacobian");
        }
    }

    @Test
    void should_be_the_objective_itself_before_the_ramp() {
        assertThat(objective().at(9)).isEqualTo(new StandardObjective());
        assertThat(objective().scalars(9)).isEmpty();
        assertThat(objective().at(10)).isEqualTo(objective());
        assertThat(objective().scalars(20)).containsExactly(Map.entry("jacobian_weight", 0.3));
        assertThat(objective().settings()).startsWith("standard with JacobianPenalty[lambda=0.3");
    }
}
