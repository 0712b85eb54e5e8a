package org.salient4j.framework.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Golden;
import org.salient4j.framework.Seed;
import org.salient4j.layers.Initializer;
import org.salient4j.layers.Parameters;

class ParameterUpdateTest {
    private static final int EPOCHS = 6;
    private static final int STEPS = 2;

    private final Parameters parameters = new Parameters(DataType.DOUBLE, Seed.of(1).random());

    @ParameterizedTest
    @CsvSource({
        "momentum, MOMENTUM, 0.1, '0.1@2,4', 0.01, 1e-14",
        // ND4J's Adam adds its epsilon before the bias correction: seen where a gradient is small.
        "adam_every, ADAM, 0.01, 0.75/2, 0, 1e-6",
        "adam_decay, ADAM, 0.01, constant, 0.1, 1e-6",
        "adam_linear, ADAM, 0.01, linear, 0, 1e-6",
        "adadelta, ADA_DELTA, 1, 0.7/1, 0, 1e-13",
    })
    void should_make_the_steps_of_pytorch(
            String golden,
            UpdaterKind kind,
            double rate,
            String schedule,
            double decay,
            double tolerance) {
        TrainingOptions options =
                TrainingOptions.fixedBudget(EPOCHS)
                        .withUpdater(kind, rate)
                        .withLearningRateSchedule(LearningRateSchedule.parse(schedule))
                        .withWeightDecay(decay);
        INDArray expected = Golden.read("updates/" + golden);
        INDArray gradients = Golden.read("updates/gradients");
        INDArray theta = parameter(Golden.values("updates/start"));
        ParameterUpdate update = new ParameterUpdate(parameters, options, EPOCHS * STEPS);
        for (int i = 0; i < EPOCHS * STEPS; i++) {
            update.apply(Map.of("theta", gradients.getRow(i)), i, i / STEPS);
            assertThat(theta.distance2(expected.getRow(i)))
                    .as("update %d", i)
                    .isLessThan(tolerance);
        }
    }

    @Test
    void should_leave_alone_what_the_loss_does_not_depend_on() {
        INDArray theta = parameter(1, 2);
        new ParameterUpdate(
                        parameters,
                        TrainingOptions.fixedBudget(1).withUpdater(UpdaterKind.MOMENTUM, 1),
                        1)
                .apply(Map.of(), 0, 0);
        assertThat(theta.toDoubleVector()).containsExactly(1, 2);
    }

    @Test
    void should_decay_weights_after_the_clipping() {
        INDArray theta = parameter(1, 2);
        TrainingOptions options =
                TrainingOptions.fixedBudget(1)
                        .withUpdater(UpdaterKind.SGD, 1)
                        .withClipNorm(0.5)
                        .withWeightDecay(0.25);
        new ParameterUpdate(parameters, options, 1)
                .apply(Map.of("theta", theta.mul(0).addi(3)), 0, 0);
        double clipped = 0.5 / Math.sqrt(2);
        assertThat(theta.toDoubleVector())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.75 - clipped, 1.5 - clipped);
    }

    private INDArray parameter(double... start) {
        Initializer given = (values, random) -> System.arraycopy(start, 0, values, 0, start.length);
        return parameters.getOrCreate("theta", given, start.length);
    }
}
