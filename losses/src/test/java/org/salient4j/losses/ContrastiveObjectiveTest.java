package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
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
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;

class ContrastiveObjectiveTest extends EmbeddingContract {
    private static final JacobianPenalty PENALTY = new JacobianPenalty(0.3, 10, 20);

    @Override
    Objective objective() {
        return new ContrastiveObjective(PARTS, new InfoNce(), null);
    }

    @Override
    Map<String, INDArray> others() {
        return Map.of(
                ContrastiveObjective.OTHERS, normal(new SplittableRandom(4), 3L * BATCH, 1, 5));
    }

    @Override
    Set<String> terms() {
        return Set.of(
                "time", "time.align", "time.uniform", "label", "label.align", "label.uniform");
    }

    /** With cosines, a learned temperature and a penalty in force. */
    @Nested
    class Penalised extends EmbeddingContract {
        @Override
        Objective objective() {
            InfoNce loss = new InfoNce(Similarity.COSINE, Temperature.learned(0.8));
            return new ContrastiveObjective(PARTS, loss, PENALTY);
        }

        @Override
        Map<String, INDArray> others() {
            Map<String, INDArray> all = new LinkedHashMap<>(ContrastiveObjectiveTest.this.others());
            all.put(JacobianPenalty.WEIGHT, Nd4j.scalar(DataType.DOUBLE, 0.7));
            return all;
        }

        @Override
        Set<String> terms() {
            Set<String> terms = new java.util.HashSet<>(ContrastiveObjectiveTest.this.terms());
            terms.addAll(List.of("temperature", "jacobian"));
            return terms;
        }

        @Override
        List<String> ownParameters() {
            return List.of("contrastive.log_inverse_temperature");
        }
    }

    @Test
    void should_be_the_weighted_sum_of_losses_on_its_own_positives_and_shared_negatives() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        Scope scope = new Scope(graph, parameters, Mode.TRAIN);
        LossTerms terms = objective().build(architecture(), scope);
        Map<String, INDArray> placeholders = placeholders();
        INDArray all =
                Nd4j.concat(
                        0,
                        placeholders.get(Objective.INPUT),
                        placeholders.get(ContrastiveObjective.OTHERS));
        SDVariable whole = graph.placeHolder("whole", DataType.DOUBLE, -1, 1, 5);
        SDVariable output = architecture().output(scope, whole);
        INDArray f = graph.output(Map.of("whole", all), output.name()).get(output.name());
        double time = infoNce(f, 0, 3, 1);
        double label = infoNce(f, 1, 3, 2);
        assertThat(value(graph, placeholders, terms.terms().get("time")))
                .isCloseTo(time, within(1e-12));
        assertThat(value(graph, placeholders, terms.terms().get("label")))
                .isCloseTo(label, within(1e-12));
        assertThat(value(graph, placeholders, terms.total()))
                .isCloseTo(time + 0.5 * label, within(1e-12));
    }

    /**
     * The loss of a range, with the k-th block of rows as positives and the fourth as negatives.
     */
    private static double infoNce(INDArray f, int from, int to, int positives) {
        Scope scope =
                new Scope(
                        SameDiff.create(),
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.TRAIN);
        SDVariable[] x = new SDVariable[3];
        int[] blocks = {0, positives, 3};
        for (int i = 0; i < 3; i++) {
            x[i] =
                    scope.graph()
                            .constant(
                                    f.get(
                                                    NDArrayIndex.interval(
                                                            blocks[i] * BATCH,
                                                            (blocks[i] + 1) * BATCH),
                                                    NDArrayIndex.interval(from, to))
                                            .dup());
        }
        SDVariable loss = new InfoNce().of(scope, x[0], x[1], x[2], to - from).loss();
        return value(scope.graph(), Map.of(), loss);
    }

    @Test
    void should_have_no_penalty_before_its_ramp() {
        ContrastiveObjective objective = new ContrastiveObjective(PARTS, new InfoNce(), PENALTY);
        assertThat(objective.at(9)).isEqualTo(objective());
        assertThat(objective.scalars(9)).isEmpty();
        assertThat(objective.at(10)).isEqualTo(objective);
        assertThat(objective.scalars(10)).containsEntry("jacobian_weight", 0.0);
        assertThat(objective.scalars(15).get("jacobian_weight")).isCloseTo(0.15, within(1e-15));
        assertThat(objective.scalars(99)).containsEntry("jacobian_weight", 0.3);
        assertThat(objective.settings()).contains("lambda=0.3", "EUCLIDEAN", "1:3");
    }

    @Test
    void should_have_a_floor_only_where_nothing_bounds_the_embedding() {
        EmbeddingPart heavy = new EmbeddingPart("a", new FeatureRange(0, 2), 3, 1);
        EmbeddingPart light = new EmbeddingPart("b", new FeatureRange(1, 2));
        ContrastiveObjective objective =
                new ContrastiveObjective(List.of(heavy, light), new InfoNce(), null);
        MlpEncoder encoder = new MlpEncoder(5, List.of(4), 1, 2, Head.none());

        assertThat(objective.floor(encoder, 64).orElseThrow().value())
                .isCloseTo(-4 * Math.log(64), within(1e-12));
        for (Head head : List.of(Head.hardClip(5, 5), Head.tanh(), Head.l2Normalise())) {
            assertThat(objective.floor(encoder.withHead(head), 64)).isEmpty();
        }
    }

    @Test
    void should_refuse_ranges_that_do_not_cover_the_embedding() {
        EmbeddingPart first = new EmbeddingPart("first", new FeatureRange(0, 1));
        EmbeddingPart last = new EmbeddingPart("last", new FeatureRange(2, 3));
        assertThatThrownBy(
                        () -> new ContrastiveObjective(List.of(first, last), new InfoNce(), null))
                .hasMessage("ranges must leave no gap, were [0:1, 2:3]: nothing covers 1:2");
        ContrastiveObjective narrow = new ContrastiveObjective(List.of(first), new InfoNce(), null);
        assertThatThrownBy(
                        () ->
                                narrow.build(
                                        architecture(),
                                        new Scope(
                                                SameDiff.create(),
                                                new Parameters(
                                                        DataType.DOUBLE, new SplittableRandom(1)),
                                                Mode.TRAIN)))
                .hasMessage("ranges must cover 0:3, were [0:1]");
        assertThatThrownBy(() -> new ContrastiveObjective(List.of(), new InfoNce(), null))
                .hasMessage("expected at least one objective, found none");
        assertThatThrownBy(
                        () -> new ContrastiveObjective(List.of(first, first), new InfoNce(), null))
                .hasMessage("objectives must have different names, were [first, first]");
        assertThatThrownBy(() -> new EmbeddingPart("total", new FeatureRange(0, 1)))
                .hasMessageContaining("must be none of [jacobian, temperature, total], was total");
        assertThatThrownBy(() -> new EmbeddingPart("a.b", new FeatureRange(0, 1)))
                .hasMessageContaining("must be of letters, digits");
    }

    static double value(SameDiff graph, Map<String, INDArray> placeholders, SDVariable variable) {
        return graph.output(placeholders, variable.name()).get(variable.name()).getDouble(0);
    }
}
