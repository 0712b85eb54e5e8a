package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

class GradientCallsTest {
    private static final int[] TARGETS = {2, 0, 1};
    private static final INDArray X = Models.uniform(41, 3, Models.T, Models.F);

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 100, 170, 10_000})
    void should_give_the_same_sums_whatever_the_bound(int maxCells) {
        RecordingModel model = new RecordingModel(Models.lstm(DataType.DOUBLE));

        double[] sums = sums(model, maxCells);

        double[] reference = sums(Models.lstm(DataType.DOUBLE), 1 << 20);
        assertThat(sums).containsExactly(reference, within(1e-14));
        assertThat(model.calls().stream().mapToLong(Long::longValue).sum()).isEqualTo(21);
        long bound = Math.max(1, maxCells / Models.CELLS);
        assertThat(model.calls()).allMatch(rows -> rows <= bound);
        assertThat(model.calls()).hasSize((int) Math.ceil(21.0 / Math.min(21, bound)));
    }

    @Test
    void should_put_steps_of_several_samples_into_calls_of_bounded_size() {
        RecordingModel model = new RecordingModel(Models.lstm(DataType.FLOAT));

        new IntegratedGradients(4000, QuadratureRule.RIEMANN_MIDDLE, Output.LOGIT, Baseline.zeros())
                .attribute(model, X, TARGETS, Seed.of(1));

        assertThat(model.calls()).containsExactly(5461L, 5461L, 1078L);
        assertThat(5461 * Models.CELLS).isLessThanOrEqualTo(GradientCalls.MAX_CELLS);
    }

    private static double[] sums(DifferentiableModel model, int maxCells) {
        Samples samples = Samples.of(model, X, TARGETS);
        double[] sums = new double[samples.values().length];
        GradientCalls.run(
                samples,
                7,
                Output.LOGIT,
                (b, i, row) -> {
                    for (int c = 0; c < Models.CELLS; c++) {
                        row[c] = samples.values()[b * Models.CELLS + c] * (i + 1);
                    }
                },
                (b, i, gradient) -> {
                    for (int c = 0; c < Models.CELLS; c++) {
                        sums[b * Models.CELLS + c] += (i + 1) * gradient[c];
                    }
                },
                maxCells);
        return sums;
    }
}
