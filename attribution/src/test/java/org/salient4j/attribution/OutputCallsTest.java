package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

class OutputCallsTest {
    private static final INDArray X = Models.uniform(41, 4, Models.T, Models.F);
    private static final int[] POINTS = {3, 0, 1, 7};

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 100, 170, 10_000})
    void should_give_the_same_outputs_whatever_the_bound(int maxCells) {
        RecordingModel model = new RecordingModel(Models.lstm(DataType.DOUBLE));

        List<double[]> outputs = outputs(model, maxCells);

        List<double[]> reference = outputs(Models.lstm(DataType.DOUBLE), 1 << 20);
        assertThat(outputs).hasSameSizeAs(reference).hasSize(11);
        for (int i = 0; i < outputs.size(); i++) {
            assertThat(outputs.get(i)).containsExactly(reference.get(i), within(1e-14));
        }
        long bound = Math.max(1, maxCells / Models.CELLS);
        assertThat(model.passes()).allMatch(rows -> rows <= bound);
        assertThat(model.passes()).hasSize((int) Math.ceil(11.0 / Math.min(11, bound)));
    }

    /** With 24 cells, 3 samples and 500 orders: 3 (500 · 23 + 2) rows of 24 cells. */
    @Test
    void should_put_orders_of_several_samples_into_calls_of_bounded_size() {
        RecordingModel model = new RecordingModel(Models.lstm(DataType.FLOAT));

        new ShapleyValueSampling(
                        500,
                        Output.LOGIT,
                        Baseline.zeros(),
                        FeatureGroups.cells(),
                        GroupShare.WHOLE)
                .attribute(model, X.slice(0).reshape(1, 6, 4), new int[1], Seed.of(1));

        assertThat(model.passes()).containsExactly(5461L, 5461L, 580L);
        assertThat(5461 * Models.CELLS).isLessThanOrEqualTo(OutputCalls.MAX_CELLS);
    }

    private static List<double[]> outputs(DifferentiableModel model, int maxCells) {
        Samples samples = Samples.of(model, X);
        List<double[]> outputs = new ArrayList<>();
        OutputCalls.run(
                samples,
                POINTS,
                (b, i, row) -> {
                    for (int c = 0; c < Models.CELLS; c++) {
                        row[c] = samples.values()[b * Models.CELLS + c] * (i + 1);
                    }
                },
                (b, i, z) -> outputs.add(new double[] {b, i, z[0], z[1], z[2]}),
                maxCells);
        return outputs;
    }
}
