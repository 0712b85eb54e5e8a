package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

class OrdersTest {
    private static final DifferentiableModel MODEL = Models.lstm(DataType.DOUBLE);
    private static final INDArray X = Models.uniform(81, 2, Models.T, Models.F);

    /** 6000 orders of six steps: every step is at every place about 1000 times. */
    @Test
    void should_draw_orders_evenly() {
        Samples samples = Samples.of(MODEL, X);
        CellGroups groups = FeatureGroups.positions().groups(samples);

        Orders.Permutations orders =
                Orders.random().permutations(samples, groups, 6000, Seed.of(3));

        int[][] counts = new int[6][6];
        for (int i = 0; i < 6000; i++) {
            int[] order = orders.of(1, i);
            assertThat(Arrays.stream(order).sorted()).containsExactly(0, 1, 2, 3, 4, 5);
            for (int at = 0; at < 6; at++) {
                counts[at][order[at]]++;
            }
        }
        // A standard deviation is 29.
        assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream).boxed().toList())
                .allSatisfy(count -> assertThat((double) count).isCloseTo(1000, within(130.0)));
    }

    @Test
    void should_refuse_orders_that_are_none() {
        refused(new double[][] {{0, 1, 2}}, "must have shape [1, 4]");
        refused(new double[][] {{0, 1, 2, 2}}, "must hold each of 0 … 3 once in a row, found 2.0");
        refused(new double[][] {{0, 1, 2, 4}}, "must hold each of 0 … 3 once in a row, found 4.0");
        refused(new double[][] {{0, 1, 2, -1}}, "must hold each of 0 … 3 once in a row");
        refused(new double[][] {{0, 1, 2.5, 3}}, "must hold each of 0 … 3 once in a row");
        assertThatThrownBy(() -> Orders.parse("sorted"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("orders must be random or @file.npy, was 'sorted'");
    }

    private static void refused(double[][] orders, String message) {
        ShapleyValueSampling method =
                new ShapleyValueSampling(
                        1,
                        Output.LOGIT,
                        Baseline.zeros(),
                        FeatureGroups.features(),
                        GroupShare.WHOLE,
                        Orders.of(Nd4j.createFromArray(orders)));
        assertThatThrownBy(() -> method.attribute(MODEL, X, new int[2], Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }
}
