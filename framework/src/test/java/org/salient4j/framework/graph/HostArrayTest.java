package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class HostArrayTest {

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE", "INT", "LONG"})
    void should_read_any_layout_in_c_order(DataType type) {
        double[] values = IntStream.range(0, 60).asDoubleStream().toArray();
        INDArray array = Nd4j.create(values, new long[] {3, 4, 5}, 'c').castTo(type);
        assertReads(array);
        assertReads(array.dup('f'));
        assertReads(array.permute(2, 0, 1));
        assertReads(array.get(NDArrayIndex.point(1), NDArrayIndex.all(), NDArrayIndex.all()));
        assertReads(
                array.get(
                        NDArrayIndex.interval(1, 3),
                        NDArrayIndex.interval(1, 4),
                        NDArrayIndex.interval(0, 2, 5)));
        assertReads(array.ravel().get(NDArrayIndex.interval(7, 23)));
        assertReads(array.slice(2));
        // Reading a part leaves the whole as it was.
        assertThat(HostArray.doubles(array)).isEqualTo(values);
        assertThat(array.sumNumber().doubleValue()).isEqualTo(1770);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void should_write_what_it_reads(DataType type) {
        double[] values = {1.5, -2, 0.25, 1e-3f, 7, 8};
        INDArray array = HostArray.of(values, type, 2, 3);
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.dataType()).isEqualTo(type);
        assertThat(array.getDouble(1, 0)).isEqualTo(values[3]);
        assertThat(HostArray.doubles(array)).isEqualTo(values);
        values[0] = 99;
        assertThat(array.getDouble(0, 0)).isEqualTo(1.5);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void should_read_scalars_and_single_rows(DataType type) {
        assertThat(HostArray.doubles(Nd4j.scalar(type, 4.5))).containsExactly(4.5);
        assertReads(Nd4j.ones(type, 1, 3));
    }

    private static void assertReads(INDArray array) {
        INDArray dense = array.castTo(DataType.DOUBLE).dup('c');
        double[] expected = new double[(int) array.length()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = dense.getDouble(i);
        }
        assertThat(HostArray.doubles(array)).isEqualTo(expected);
        float[] floats = HostArray.floats(array);
        for (int i = 0; i < expected.length; i++) {
            assertThat(floats[i]).isEqualTo((float) expected[i]);
        }
    }
}
