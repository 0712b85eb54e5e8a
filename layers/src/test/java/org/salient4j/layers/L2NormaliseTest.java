package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class L2NormaliseTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new L2Normalise(5, List.of(new FeatureRange(0, 2), new FeatureRange(2, 5)));
    }

    @Override
    long[] inputShape() {
        return new long[] {5};
    }

    @Test
    void should_divide_by_the_length_of_each_block() {
        assertThat(values(new L2Normalise(4), 1, 1, 1, -1))
                .containsExactly(new double[] {0.5, 0.5, 0.5, -0.5}, within(1e-15));
        List<FeatureRange> blocks = List.of(new FeatureRange(0, 1), new FeatureRange(1, 3));
        assertThat(values(new L2Normalise(3, blocks), -7, 3, 4))
                .containsExactly(new double[] {-1, 0.6, 0.8}, within(1e-15));
    }

    /** A block cannot become longer: of one dimension it cannot move at all. */
    @Test
    void should_take_a_rank_from_every_block() {
        List<FeatureRange> blocks = List.of(new FeatureRange(0, 1), new FeatureRange(1, 3));
        double[] tangents = slopes(new L2Normalise(3, blocks), -7, 3, 4);
        assertThat(tangents[0]).isZero();
        assertThat(0.6 * tangents[1] + 0.8 * tangents[2]).isCloseTo(0, within(1e-15));
        assertThat(tangents[1]).isNotZero();
    }

    @Test
    void should_refuse_blocks_that_are_none() {
        assertThatThrownBy(() -> new L2Normalise(4, List.of(new FeatureRange(0, 3))))
                .hasMessage("ranges must cover 0:4, were [0:3]");
        FeatureRange first = new FeatureRange(0, 2);
        FeatureRange second = new FeatureRange(2, 4);
        assertThatThrownBy(() -> new L2Normalise(4, List.of(second, first)))
                .hasMessage("blocks must be in order without overlap, were [2:4, 0:2]");
    }

    private static double[] values(TangentLayer layer, double... x) {
        return tower(layer, x.length).value(row(x), row(x)).toDoubleVector();
    }

    private static double[] slopes(TangentLayer layer, double... x) {
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, x.length);
        return tower(layer, x.length).tangent(row(x), ones).toDoubleVector();
    }

    private static INDArray row(double... x) {
        return Nd4j.create(new double[][] {x});
    }

    private static TangentTower tower(TangentLayer layer, int size) {
        return new TangentTower(
                new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                Mode.EXPLAIN,
                new long[] {size},
                layer::forward);
    }
}
