package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;

class SupervisedEmbeddingObjectiveTest extends EmbeddingContract {
    @Override
    Objective objective() {
        return new SupervisedEmbeddingObjective(PARTS, null);
    }

    @Override
    Map<String, INDArray> others() {
        return Map.of(
                "labels.time", normal(new SplittableRandom(5), BATCH, 3),
                "labels.label", normal(new SplittableRandom(6), BATCH, 2));
    }

    @Override
    Set<String> terms() {
        return Set.of("time", "label");
    }

    /** With a penalty in force. */
    @Nested
    class Penalised extends EmbeddingContract {
        @Override
        Objective objective() {
            return new SupervisedEmbeddingObjective(
                    PARTS,
                    new JacobianPenalty(0.3, 0, 0).withEstimator(JacobianEstimator.ADJOINT, 2));
        }

        @Override
        Map<String, INDArray> others() {
            Map<String, INDArray> all =
                    new LinkedHashMap<>(SupervisedEmbeddingObjectiveTest.this.others());
            all.put(JacobianPenalty.WEIGHT, Nd4j.scalar(DataType.DOUBLE, 0.7));
            return all;
        }

        @Override
        Set<String> terms() {
            return Set.of("time", "label", "jacobian");
        }
    }

    @Test
    void should_be_the_weighted_sum_of_mean_squares() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        LossTerms terms =
                objective().build(architecture(), new Scope(graph, parameters, Mode.TRAIN));
        Map<String, INDArray> placeholders = placeholders();
        INDArray f = graph.output(placeholders, terms.output().name()).get(terms.output().name());
        double time = 0;
        double label = 0;
        for (int b = 0; b < BATCH; b++) {
            for (int c = 0; c < 3; c++) {
                double y = placeholders.get("labels.time").getDouble(b, c);
                time += Math.pow(f.getDouble(b, c) - y, 2) / (3 * BATCH);
                if (c > 0) {
                    y = placeholders.get("labels.label").getDouble(b, c - 1);
                    label += Math.pow(f.getDouble(b, c) - y, 2) / (2 * BATCH);
                }
            }
        }
        assertThat(value(graph, placeholders, terms.terms().get("time")))
                .isCloseTo(time, within(1e-12));
        assertThat(value(graph, placeholders, terms.terms().get("label")))
                .isCloseTo(label, within(1e-12));
        assertThat(value(graph, placeholders, terms.total()))
                .isCloseTo(time + 0.5 * label, within(1e-12));
    }

    private static double value(
            SameDiff graph, Map<String, INDArray> placeholders, SDVariable variable) {
        return ContrastiveObjectiveTest.value(graph, placeholders, variable);
    }
}
