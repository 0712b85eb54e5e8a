package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

class LstmTapeTest {
    private static final KernelExecutioner FAST =
            InsistentKernel.executioner(new LstmLayerKernel(), new LstmLayerGradientKernel());
    private static final LstmExample OTHER = LstmExample.plain(DataType.FLOAT, 2, 2, 2, 2);
    private static final LstmExample OTHER_DOUBLE = LstmExample.plain(DataType.DOUBLE, 2, 2, 2, 2);

    @ParameterizedTest
    @MethodSource("org.salient4j.framework.cpu.LstmKernelTest#examples")
    void should_give_the_same_bits_with_and_without_the_forward_pass(LstmExample example) {
        OTHER.forward(FAST);
        OTHER_DOUBLE.forward(FAST);
        List<INDArray> alone = example.backward(FAST);

        example.forward(FAST);

        assertThat(example.backward(FAST)).isEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("org.salient4j.framework.cpu.LstmKernelTest#examples")
    void should_compute_again_what_was_changed_in_between(LstmExample example) {
        for (int changed = 0; changed < example.forwardInputs().size(); changed++) {
            List<INDArray> inputs = example.forwardInputs();
            INDArray input = inputs.get(changed);
            example.forward(FAST, inputs);
            long last = input.length() - 1;
            input.putScalar(last, input.getDouble(last) + 0.5);
            List<INDArray> after = backward(example, inputs);

            OTHER.forward(FAST);
            OTHER_DOUBLE.forward(FAST);

            assertThat(after).as("input %d", changed).isEqualTo(backward(example, inputs));
        }
    }

    @Test
    void should_hold_a_call_on_the_same_values_only() throws Exception {
        LstmExample example = LstmExample.plain(DataType.FLOAT, 3, 4, 2, 5);
        List<INDArray> inputs = example.forwardInputs();
        try (LstmTape tape = new LstmTape()) {
            assertThat(tape.holds(call(example, inputs))).isFalse();
            tape.record(call(example, inputs));
            assertThat(tape.holds(call(example, example.forwardInputs()))).isTrue();

            inputs.get(0).putScalar(3, -0.0);
            tape.record(call(example, inputs));
            inputs.get(0).putScalar(3, 0.0);
            assertThat(tape.holds(call(example, inputs))).as("another sign of zero").isFalse();

            tape.clear();
            assertThat(tape.holds(call(example, inputs))).isFalse();
        }
    }

    private static LstmCall call(LstmExample example, List<INDArray> inputs) throws Exception {
        try (OpContext context =
                example.context(FAST, inputs, List.of(Nd4j.create(example.type(), 3, 5)))) {
            return LstmCall.forward(context).orElseThrow();
        }
    }

    private static List<INDArray> backward(LstmExample example, List<INDArray> forward) {
        List<INDArray> inputs = new ArrayList<>(forward);
        List<INDArray> outputs = forward.stream().map(INDArray::ulike).toList();
        inputs.addAll(example.resultGradients());
        return example.run(FAST, "lstmLayer_bp", inputs, outputs);
    }
}
