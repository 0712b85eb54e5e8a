package org.salient4j.framework.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

class NeuralRecordingTest {
    private final INDArray x = Nd4j.linspace(DataType.FLOAT, 1, 0.5, 12).reshape(4, 3);

    @Test
    void should_tell_its_sizes_and_what_it_is_made_of() {
        NeuralRecording recording = new NeuralRecording(x, x.dup()).withTrials(0, 2);
        assertThat(recording.steps()).isEqualTo(4);
        assertThat(recording.neurons()).isEqualTo(3);
        assertThat(recording.labelColumns()).isEqualTo(3);
        assertThat(new NeuralRecording(x).labelColumns()).isZero();
        assertThat(recording.digest())
                .isEqualTo(new NeuralRecording(x.dup(), x).withTrials(0, 2).digest())
                .isNotEqualTo(new NeuralRecording(x, x).digest())
                .isNotEqualTo(new NeuralRecording(x).withTrials(0, 2).digest())
                .isNotEqualTo(new NeuralRecording(x, x.mul(2)).withTrials(0, 2).digest());
    }

    @Test
    void should_refuse_labels_of_another_length() {
        assertRefused(
                () ->
                        new NeuralRecording(
                                x, Nd4j.linspace(DataType.FLOAT, 0.0, 1.0, 3).reshape(3, 1)),
                "expected a row of labels for every step of the data, found 3 and 4 rows");
    }

    @Test
    void should_refuse_what_is_no_number() {
        INDArray hole = x.dup();
        hole.putScalar(2, 1, Double.NaN);
        assertRefused(
                () -> new NeuralRecording(hole),
                "data must be finite, found NaN at step 2, column 1");
        hole.putScalar(2, 1, Double.POSITIVE_INFINITY);
        assertRefused(
                () -> new NeuralRecording(x, hole),
                "labels must be finite, found Infinity at step 2, column 1");
    }

    @Test
    void should_refuse_columns_that_never_change() {
        INDArray silent = x.dup();
        silent.putColumn(1, Nd4j.zeros(DataType.FLOAT, 4));
        assertRefused(
                () -> new NeuralRecording(silent),
                "1 of 3 columns of the data never change ([1]): leave them out");
        assertRefused(
                () -> new NeuralRecording(Nd4j.ones(DataType.FLOAT, 4, 7)),
                "7 of 7 columns of the data never change ([0, 1, 2, 3, 4], …): leave them out");
    }

    @Test
    void should_refuse_other_shapes() {
        assertRefused(
                () -> new NeuralRecording(x.reshape(1, 4, 3)),
                "data must be [steps, columns] with at least two steps, found [1, 4, 3]");
        assertRefused(
                () -> new NeuralRecording(Nd4j.rand(DataType.FLOAT, 1, 3)),
                "data must be [steps, columns] with at least two steps, found [1, 3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0,2,2", "0,3,2", "0,4"})
    void should_refuse_trials_out_of_order(String text) {
        int[] trials =
                text.isEmpty()
                        ? new int[0]
                        : java.util.Arrays.stream(text.split(","))
                                .mapToInt(Integer::parseInt)
                                .toArray();
        assertRefused(
                () -> new NeuralRecording(x).withTrials(trials),
                "first steps of trials must begin with 0 and increase below 4, were "
                        + java.util.Arrays.toString(trials));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidInputException.class).hasMessage(message);
    }
}
