package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class BatchNormTest extends LayerContract {
    private static final BatchNorm LAYER = new BatchNorm(3);

    @Override
    TangentLayer layer() {
        return LAYER;
    }

    @Override
    long[] inputShape() {
        return new long[] {3, 5, 2};
    }

    @Test
    void should_explain_by_the_running_statistics() {
        assertThat(Golden.relativeError(tower(Mode.EXPLAIN).output(read("x")), read("explained")))
                .isLessThan(1e-12);
    }

    @Test
    void should_train_by_the_batch_and_differentiate_through_its_statistics() {
        TestTower tower = tower(Mode.TRAIN);
        assertThat(Golden.relativeError(tower.output(read("x")), read("y"))).isLessThan(1e-12);
        Map<String, INDArray> gradients = tower.gradients(read("x"), read("v"));
        assertThat(Golden.relativeError(gradients.get("x"), read("dx"))).isLessThan(1e-11);
        assertThat(Golden.relativeError(gradients.get("weight"), read("dweight")))
                .isLessThan(1e-11);
        assertThat(Golden.relativeError(gradients.get("bias"), read("dbias"))).isLessThan(1e-11);
        GradientCheck.run(tower, read("x"), new SplittableRandom(3));
    }

    @Test
    void should_move_the_running_statistics_once_for_every_tower_in_turn() {
        assertThat(Golden.relativeError(statisticsAfter("x"), read("once"))).isLessThan(1e-12);
        assertThat(Golden.relativeError(statisticsAfter("x", "masked"), read("twice")))
                .isLessThan(1e-12);
        assertThat(statisticsAfter("masked", "x")).isNotEqualTo(statisticsAfter("x", "masked"));
    }

    @Test
    void should_leave_the_running_statistics_alone_in_explanations() {
        Scope scope = new Scope(SameDiff.create(), weights(), Mode.EXPLAIN);
        LAYER.forward(scope, scope.graph().constant(read("x")));
        assertThat(scope.updates()).isEmpty();
        assertThat(scope.graph().getVariable("running_mean")).isNotNull();
    }

    @Test
    void should_give_the_bias_for_a_single_value_a_channel() {
        SameDiff graph = SameDiff.create();
        Scope scope = new Scope(graph, weights(), Mode.TRAIN);
        SDVariable x =
                graph.constant(Nd4j.valueArrayOf(new long[] {1, 3, 1, 1}, 7, DataType.DOUBLE));
        SDVariable y = graph.reshape(LAYER.forward(scope, x), 3);
        SDVariable next = scope.updates().get("running_var");
        SDVariable bias = graph.getVariable("bias");
        Map<String, INDArray> values = graph.output(Map.of(), y.name(), next.name(), bias.name());
        assertThat(values.get(y.name()).distance2(values.get(bias.name()))).isLessThan(1e-12);
        assertThat(Arrays.stream(values.get(next.name()).toDoubleVector()))
                .allMatch(Double::isFinite);
    }

    /** ND4J's mean of half a million floats, taken at once, loses four digits. */
    @Test
    void should_keep_its_digits_over_a_large_batch() {
        INDArray x = GradientCheck.normal(new SplittableRandom(5), 512, 1, 32, 32).addi(3);
        INDArray rounded = x.castTo(DataType.FLOAT);
        INDArray expected = normalised(rounded.castTo(DataType.DOUBLE), DataType.DOUBLE);
        assertThat(Golden.relativeError(normalised(rounded, DataType.FLOAT), expected))
                .isLessThan(5e-6);
    }

    private static INDArray normalised(INDArray x, DataType type) {
        return new TestTower(
                        new Parameters(type, new SplittableRandom(1)),
                        Mode.TRAIN,
                        new long[] {1, 32, 32},
                        new BatchNorm(1)::forward)
                .output(x);
    }

    @Test
    void should_not_train_running_statistics() {
        Parameters parameters = weights();
        assertThat(parameters.names())
                .containsExactly("weight", "bias", "running_mean", "running_var");
        assertThat(parameters.trainable()).containsExactly("weight", "bias");
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new BatchNorm(0)).hasMessage("channels must be at least 1, was 0");
    }

    /** Running means and variances after one tower for each of the batches. */
    private static INDArray statisticsAfter(String... batches) {
        SameDiff graph = SameDiff.create();
        Scope scope = new Scope(graph, weights(), Mode.TRAIN);
        for (String batch : batches) {
            LAYER.forward(scope, graph.constant(read(batch)));
        }
        SDVariable all =
                graph.concat(
                        0, scope.updates().get("running_mean"), scope.updates().get("running_var"));
        return graph.output(Map.of(), all.name()).get(all.name());
    }

    private static TestTower tower(Mode mode) {
        return new TestTower(weights(), mode, new long[] {3, 5, 2}, LAYER::forward);
    }

    private static Parameters weights() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(4));
        SameDiff graph = SameDiff.create();
        LAYER.forward(new Scope(graph, parameters, Mode.EXPLAIN), graph.constant(read("x")));
        Golden.assign(parameters, read("weights"));
        return parameters;
    }

    private static INDArray read(String name) {
        return Golden.read("images/batch_norm/" + name);
    }
}
