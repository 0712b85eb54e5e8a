package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ParametersTest {
    private final Parameters parameters = new Parameters(DataType.FLOAT, new SplittableRandom(1));

    @Test
    void should_hold_one_array_a_name_and_hand_it_to_every_graph() {
        Scope one = new Scope(SameDiff.create(), parameters, Mode.TRAIN).child("fc");
        Scope two = new Scope(SameDiff.create(), parameters, Mode.EXPLAIN).child("fc");
        INDArray first = one.parameter("weight", Initializer.uniform(1), 2, 3).getArr();
        INDArray second = two.parameter("weight", Initializer.zeros(), 2, 3).getArr();
        assertThat(parameters.names()).containsExactly("fc.weight");
        first.putScalar(0, 0, 42);
        assertThat(second.getDouble(0, 0)).isEqualTo(42);
        assertThat(parameters.count()).isEqualTo(6);
    }

    @Test
    void should_refuse_a_second_shape_for_a_name() {
        parameters.getOrCreate("w", Initializer.zeros(), 2, 3);
        assertThatThrownBy(() -> parameters.getOrCreate("w", Initializer.zeros(), 3, 2))
                .hasMessage("parameter 'w' must have shape [3, 2], has [2, 3]");
    }

    @Test
    void should_change_nothing_when_one_of_the_assigned_shapes_is_wrong() {
        parameters.getOrCreate("a", Initializer.zeros(), 2);
        parameters.getOrCreate("b", Initializer.zeros(), 2);
        assertThatThrownBy(
                        () ->
                                parameters.assign(
                                        Map.of(
                                                "a", Nd4j.ones(2),
                                                "b", Nd4j.ones(3))))
                .hasMessage("parameter 'b' must have shape [2], found [3]");
        assertThat(parameters.get("a").sumNumber().doubleValue()).isZero();
    }

    @Test
    void should_name_missing_and_unknown_parameters() {
        parameters.getOrCreate("a", Initializer.zeros(), 2);
        assertThatThrownBy(() -> parameters.assign(Map.of("c", Nd4j.ones(2))))
                .hasMessage("expected the parameters [a], found [c]");
        assertThatThrownBy(() -> parameters.get("c")).hasMessage("no parameter 'c'; there are [a]");
    }

    @Test
    void should_take_snapshots_that_later_changes_leave_alone() {
        parameters.getOrCreate("a", Initializer.zeros(), 2);
        Map<String, INDArray> snapshot = parameters.snapshot();
        parameters.get("a").addi(1);
        assertThat(snapshot.get("a").sumNumber().doubleValue()).isZero();
    }

    @Test
    void should_refuse_types_that_do_not_train() {
        assertThatThrownBy(() -> new Parameters(DataType.INT, new SplittableRandom(1)))
                .hasMessage("dataType must be FLOAT or DOUBLE, was INT");
    }

    @Test
    void should_draw_nothing_while_it_is_blank_but_for_what_joins_later() {
        Parameters blank = Parameters.blank(DataType.FLOAT, new SplittableRandom(1));
        assertThat(blank.getOrCreate("a", Initializer.ones(), 2, 3).sumNumber().doubleValue())
                .isZero();
        assertThat(blank.extended().getOrCreate("b", Initializer.ones(), 2).toDoubleVector())
                .containsExactly(1, 1);
        assertThat(blank.names()).containsExactly("a");
    }

    @Test
    void should_keep_buffers_beside_what_is_trained() {
        Scope scope = new Scope(SameDiff.create(), parameters, Mode.TRAIN).child("norm");
        scope.parameter("weight", Initializer.ones(), 3);
        SDVariable mean = scope.buffer("mean", Initializer.zeros(), 3);
        scope.update("mean", before -> before.add(1));
        scope.update("mean", before -> before.mul(3)); // another tower's, after the first
        assertThat(scope.updates()).containsOnlyKeys("norm.mean");
        SDVariable next = scope.updates().get("norm.mean");
        assertThat(scope.graph().output(Map.of(), next.name()).get(next.name()).toDoubleVector())
                .containsExactly(3, 3, 3);
        assertThat(scope.buffer("mean", Initializer.zeros(), 3)).isSameAs(mean);
        assertThat(parameters.names()).containsExactly("norm.weight", "norm.mean");
        assertThat(parameters.trainable()).containsExactly("norm.weight");
        assertThat(parameters.count()).isEqualTo(3);
        assertThat(parameters.snapshot()).containsOnlyKeys("norm.weight", "norm.mean");
        assertThatThrownBy(
                        () -> parameters.getOrCreateBuffer("norm.weight", Initializer.zeros(), 3))
                .hasMessage("'norm.weight' is trained, it is no buffer");
    }

    @Test
    void should_share_its_arrays_with_its_extension_but_not_the_other_way() {
        INDArray weight = parameters.getOrCreate("weight", Initializer.zeros(), 2);
        Parameters more = parameters.extended();
        more.getOrCreate("own", Initializer.zeros(), 1);
        assertThat(more.get("weight")).isSameAs(weight);
        assertThat(more.count()).isEqualTo(3);
        assertThat(parameters.names()).containsExactly("weight");
    }
}
