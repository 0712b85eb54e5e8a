package org.salient4j.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;

class SparsityTest {

    @Test
    void should_measure_by_hand() {
        // |g| rising 0, 1, 3: shares 0, 1/4, 3/4 at (2.5, 1.5, 0.5)/3.
        Sparsity one = Sparsity.of(1, -3, 0);
        assertThat(one.gini()).isCloseTo(1 - 2 * (0.25 * 0.5 + 0.75 / 6), within(1e-12));
        double root = Math.sqrt(3);
        assertThat(one.hoyer()).isCloseTo((root - 4 / Math.sqrt(10)) / (root - 1), within(1e-12));
        // Values 1, -1, 1, -1: second and fourth moment are 1.
        assertThat(Sparsity.of(1, -1, 1, -1).kurtosis()).isCloseTo(1, within(1e-12));
    }

    @Test
    void should_lie_between_equal_magnitudes_and_a_single_cell() {
        Sparsity equal = Sparsity.of(2, -2, 2, 2);
        assertThat(equal.gini()).isCloseTo(0, within(1e-12));
        assertThat(equal.hoyer()).isCloseTo(0, within(1e-12));
        Sparsity single = Sparsity.of(0, 0, -7, 0);
        assertThat(single.gini()).isCloseTo(0.75, within(1e-12));
        assertThat(single.hoyer()).isCloseTo(1, within(1e-12));
        Sparsity scaled = Sparsity.of(0.1, -0.3, 0);
        assertThat(scaled.gini()).isCloseTo(Sparsity.of(1, -3, 0).gini(), within(1e-12));
    }

    @Test
    void should_know_normal_values_and_leave_out_maps_of_zeros() {
        var random = Seed.of(7).random();
        double[] normal = new double[100_000];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = random.nextGaussian();
        }
        assertThat(Sparsity.of(normal).kurtosis()).isCloseTo(3, within(0.1));
        // The Gini index of a half-normal distribution.
        assertThat(Sparsity.of(normal).gini()).isCloseTo(Math.sqrt(2) - 1, within(0.01));
        Sparsity none = Sparsity.of(0, 0, 0);
        assertThat(none.gini()).isNaN();
        Sparsity single = Sparsity.of(0, 0, 1, 0);
        assertThat(Sparsity.mean(List.of(none, single))).isEqualTo(single);
    }

    @Test
    void should_describe_values() {
        float[] values = new float[101];
        for (int i = 0; i <= 100; i++) {
            values[100 - i] = i - 40;
        }
        ValueDistribution of = ValueDistribution.of(values);
        assertThat(of.quantiles())
                .containsExactly(-40.0, -39.0, -35.0, -15.0, 10.0, 35.0, 55.0, 59.0, 60.0);
        assertThat(of.reach()).isEqualTo(60);
        assertThat(of.histogram().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(of.histogram().get(0)).isZero();
        assertThat(of.histogram().get(ValueDistribution.BINS - 1)).isPositive();
    }

    @Test
    void should_read_columns_as_steps_and_rows_as_features() {
        double[] values = IntStream.range(0, 12).asDoubleStream().toArray();
        Examples images =
                new Examples(HostArray.of(values, DataType.FLOAT, 2, 1, 2, 3), new int[] {4, 5});
        Examples series = ImageSeries.of(images);
        assertThat(series.x().shape()).containsExactly(2, 3, 2);
        assertThat(series.labels()).containsExactly(4, 5);
        for (int n = 0; n < 2; n++) {
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 3; column++) {
                    assertThat(series.x().getDouble(n, column, row))
                            .isEqualTo(images.x().getDouble(n, 0, row, column));
                }
            }
        }
    }
}
