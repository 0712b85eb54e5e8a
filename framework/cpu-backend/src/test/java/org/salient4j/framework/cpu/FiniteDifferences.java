package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients of Σ dy y by central differences. */
final class FiniteDifferences {
    private static final double STEP = 1e-5;

    private FiniteDifferences() {}

    /**
     * Fails unless the gradients are those of a call in double.
     *
     * @param backward takes the inputs of {@code forward}, then dy, and gives one gradient an input
     */
    static void assertGradient(
            KernelCall forward, CpuKernel kernel, KernelCall backward, CpuKernel gradient) {
        KernelExecutioner executioner = InsistentKernel.executioner(kernel);
        List<INDArray> found = backward.run(InsistentKernel.executioner(gradient));
        INDArray dy = backward.inputs().get(backward.inputs().size() - 1);
        for (int input = 0; input < forward.inputs().size(); input++) {
            int length = (int) forward.inputs().get(input).length();
            for (int element = 0; element < length; element += 1 + length / 40) {
                double expected =
                        (sum(forward, input, element, STEP, executioner, dy)
                                        - sum(forward, input, element, -STEP, executioner, dy))
                                / (2 * STEP);
                assertThat(found.get(input).dup('c').data().getDouble(element))
                        .as("element %d of gradient %d of %s", element, input, backward)
                        .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private static double sum(
            KernelCall call,
            int input,
            int element,
            double step,
            KernelExecutioner executioner,
            INDArray dy) {
        KernelCall moved =
                call.with(
                        input,
                        array -> {
                            INDArray copy = array.dup('c');
                            copy.data().put(element, copy.data().getDouble(element) + step);
                            return copy;
                        });
        return moved.run(executioner).get(0).mul(dy).sumNumber().doubleValue();
    }
}
