package org.salient4j.framework.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class ExamplesTest {

    private final Examples examples =
            new Examples(
                    Nd4j.arange(24).castTo(DataType.FLOAT).reshape(4, 3, 2),
                    new int[] {0, 1, 0, 1});

    @Test
    void should_copy_the_rows_in_the_order_asked_for() {
        Examples rows = examples.rows(3, 0);

        assertThat(rows.x().shape()).containsExactly(2, 3, 2);
        assertThat(rows.x().getDouble(0, 0, 0)).isEqualTo(18);
        assertThat(rows.x().getDouble(1, 2, 1)).isEqualTo(5);
        assertThat(rows.labels()).containsExactly(1, 0);
    }

    @Test
    void should_leave_the_shape_of_what_it_copies_from_alone() {
        examples.rows(1);

        assertThat(examples.x().shape()).containsExactly(4, 3, 2);
        assertThat(examples.rows(0, 1, 2).x().shape()).containsExactly(3, 3, 2);
    }
}
