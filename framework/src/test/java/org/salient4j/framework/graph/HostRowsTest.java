package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class HostRowsTest {

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void should_read_any_layout_and_write_in_place(DataType type) {
        INDArray parent = Nd4j.rand(type, 5, 3, 4);
        INDArray[] layouts = {
            parent,
            parent.dup('f'),
            parent.get(NDArrayIndex.interval(1, 4)),
            parent.permute(0, 2, 1)
        };
        for (INDArray batch : layouts) {
            HostRows rows = HostRows.reading(batch);
            assertThat(rows.count()).isEqualTo((int) batch.size(0));
            INDArray copy = Nd4j.createUninitialized(type, batch.shape(), 'c');
            HostRows written = HostRows.writing(copy);
            double[] row = new double[rows.size()];
            double[] all = HostArray.doubles(batch);
            for (int i = 0; i < rows.count(); i++) {
                rows.read(i, row);
                assertThat(row)
                        .isEqualTo(Arrays.copyOfRange(all, i * row.length, (i + 1) * row.length));
                written.write(i, row);
            }
            assertThat(copy).isEqualTo(batch);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void should_read_rows_of_a_larger_array_where_they_are(DataType type) {
        INDArray parent = Nd4j.zeros(type, 5, 3, 4);
        HostRows rows = HostRows.reading(parent.get(NDArrayIndex.interval(1, 4)));
        parent.putScalar(1, 0, 0, 7);

        double[] row = new double[rows.size()];
        rows.read(0, row);

        assertThat(row[0]).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void should_not_write_where_nobody_would_see_it(DataType type) {
        assertThatThrownBy(() -> HostRows.writing(Nd4j.rand(type, 4, 3).dup('f')))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
