package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CellScalerTest {

    /** Three series of one time step and two features; the second feature is constant. */
    private final INDArray train =
            Nd4j.createFromArray(new double[] {2, .1, 4, .1, 8, .1}).reshape(3, 1, 2);

    @Test
    void should_map_each_cell_to_zero_and_one_by_its_training_range() {
        CellScaler scaler = CellScaler.fit(Scaling.MIN_MAX, train);
        assertThat(values(scaler.apply(train))).containsExactly(0, 0, 1 / 3d, 0, 1, 0);
        // Data that were not fitted on may leave [0, 1].
        INDArray other = Nd4j.createFromArray(new double[] {14, 1.1}).reshape(1, 1, 2);
        assertThat(values(scaler.apply(other))).containsExactly(2, 1.0);
        assertThat(values(scaler.scale())).containsExactly(6, 1);
        assertThat(values(scaler.offset())).containsExactly(2, .1);
    }

    @Test
    void should_standardise_each_cell_by_the_population_deviation() {
        CellScaler scaler = CellScaler.fit(Scaling.STANDARD, train);
        // Mean 14/3, squared deviations 64/9, 4/9, 100/9: variance 56/9.
        double deviation = Math.sqrt(56 / 9d);
        assertThat(values(scaler.apply(train)))
                .containsExactly(
                        new double[] {
                            -8 / 3d / deviation, 0, -2 / 3d / deviation, 0, 10 / 3d / deviation, 0
                        },
                        within(1e-12));
        assertThat(values(scaler.scale()))
                .containsExactly(new double[] {deviation, 1}, within(1e-12));
    }

    @Test
    void should_leave_values_alone_without_scaling() {
        CellScaler scaler = CellScaler.fit(Scaling.NONE, train);
        assertThat(values(scaler.apply(train))).isEqualTo(values(train));
        assertThat(scaler.scaling()).isEqualTo(Scaling.NONE);
    }

    @Test
    void should_scale_a_single_series_and_keep_its_shape_and_type() {
        CellScaler scaler = CellScaler.fit(Scaling.MIN_MAX, train);
        INDArray single = Nd4j.createFromArray(new float[] {5, .1f}).reshape(1, 2);
        INDArray scaled = scaler.apply(single);
        assertThat(scaled.shape()).containsExactly(1, 2);
        assertThat(scaled.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(scaled.getFloat(0)).isEqualTo(.5f);
        assertThat(single.getFloat(0)).isEqualTo(5f);
    }

    @Test
    void should_scale_and_unscale_arrays_that_lie_otherwise_in_memory() {
        INDArray x = Nd4j.arange(24).castTo(DataType.DOUBLE).reshape(4, 3, 2);
        INDArray permuted = x.permute(0, 2, 1);
        CellScaler scaler = CellScaler.fit(Scaling.STANDARD, permuted);
        INDArray expected =
                CellScaler.fit(Scaling.STANDARD, permuted.dup('c')).apply(permuted.dup('c'));
        assertThat(values(scaler.apply(permuted))).isEqualTo(values(expected));
        assertThat(values(scaler.invert(scaler.apply(permuted))))
                .containsExactly(values(permuted), within(1e-12));
    }

    @Test
    void should_reject_other_shapes() {
        CellScaler scaler = CellScaler.fit(Scaling.MIN_MAX, train);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.apply(Nd4j.zeros(3, 2, 1)))
                .withMessage("x must be [N, 1, 2] or [1, 2], was [3, 2, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.apply(Nd4j.zeros(2)))
                .withMessage("x must be [N, 1, 2] or [1, 2], was [2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellScaler.fit(Scaling.MIN_MAX, Nd4j.zeros(2, 2)))
                .withMessageStartingWith("x must be [N, T, F] with N at least 1, was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellScaler.fit(null, train))
                .withMessage("scaling must be given, was null");
    }

    private static double[] values(INDArray array) {
        return LayoutProcessContractTest.doubles(array);
    }
}
