package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class InputCellAttentionLstmTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new InputCellAttentionLstm(new InputCellAttention(6, 3, 4, 2), 4, 0.5);
    }

    @Override
    long[] inputShape() {
        return new long[] {6, 3};
    }

    /** The last hidden state of a prefix is the hidden state at its end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 25, 49, 50})
    void should_give_the_reference_hidden_states(int steps) {
        INDArray prefix =
                Golden.read("lstm_ica/input")
                        .get(
                                NDArrayIndex.all(),
                                NDArrayIndex.interval(0, steps),
                                NDArrayIndex.all())
                        .dup('c');
        INDArray expected =
                Golden.read("ica/full/hidden")
                        .get(NDArrayIndex.all(), NDArrayIndex.point(steps - 1), NDArrayIndex.all())
                        .dup('c');
        assertThat(Golden.relativeError(hidden(prefix, steps, DataType.DOUBLE), expected))
                .isLessThan(1e-9);
        assertThat(Golden.relativeError(hidden(prefix, steps, DataType.FLOAT), expected))
                .isLessThan(1e-4);
    }

    @Test
    void should_add_the_forget_bias_to_the_forget_gates_only() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(
                parameters,
                Mode.EXPLAIN,
                inputShape(),
                new InputCellAttentionLstm(new InputCellAttention(6, 3, 4, 2), 2, 1.5)::forward);
        assertThat(parameters.get("bias").toDoubleVector())
                .containsExactly(0, 0, 1.5, 1.5, 0, 0, 0, 0);
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new InputCellAttention(0, 3, 4, 2))
                .hasMessage("timeSteps must be at least 1, was 0");
        assertThatThrownBy(() -> new InputCellAttention(6, 3, 4, 0))
                .hasMessage("hops must be at least 1, was 0");
        assertThatThrownBy(
                        () ->
                                new InputCellAttentionLstm(
                                        new InputCellAttention(6, 3, 4, 2),
                                        4,
                                        Double.POSITIVE_INFINITY))
                .hasMessage("forgetBias must be finite, was Infinity");
    }

    private static INDArray hidden(INDArray x, int steps, DataType type) {
        Parameters parameters = new Parameters(type, new SplittableRandom(1));
        TestTower tower =
                new TestTower(
                        parameters,
                        Mode.EXPLAIN,
                        new long[] {steps, 50},
                        new InputCellAttentionLstm(new InputCellAttention(steps, 50, 50, 10), 5, 0)
                                ::forward);
        Map<String, INDArray> weights = new HashMap<>();
        for (String name :
                List.of("w1.weight", "w1.bias", "w2.weight", "w2.bias", "w_i", "w_h", "bias")) {
            weights.put(name, Golden.read("lstm_ica/weights/" + name));
        }
        parameters.assign(weights);
        return tower.output(x);
    }
}
