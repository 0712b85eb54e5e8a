package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.statistics.MeanInterval;

class IntervalCellTest {

    @Test
    void should_write_mean_and_half_width() {
        TableCell cell = IntervalCell.percent(new MeanInterval(5, 1, 0.5, 0.4, 0.6, 0.95), 1);
        assertThat(cell.text()).isEqualTo("50.0\u00a0%");
        assertThat(cell.detail()).isEqualTo("\u00b1\u00a010.0");
        assertThat(cell.hint()).isEqualTo("95 % interval [40.0, 60.0], n = 5, 1 missing");
    }

    @Test
    void should_not_give_one_value_a_width() {
        TableCell cell = IntervalCell.decimal(MeanInterval.of(0.25), 3);
        assertThat(cell.text()).isEqualTo("0.250");
        assertThat(cell.detail()).isEqualTo("(1\u00a0seed)");
        assertThat(cell.hint()).isEqualTo("one value: no interval");
        assertThat(IntervalCell.decimal(MeanInterval.of(0.25), 3, "data set").detail())
                .isEqualTo("(1\u00a0data\u00a0set)");
    }

    @Test
    void should_say_that_there_is_no_value() {
        assertThat(IntervalCell.decimal(MeanInterval.of(Double.NaN), 3).text())
                .isEqualTo("missing");
    }

    @Test
    void should_write_signs_as_they_are_read() {
        assertThat(IntervalCell.number(-0.0001, 3)).isEqualTo("0.000");
        assertThat(IntervalCell.number(-0.5, 1)).isEqualTo("\u22120.5");
    }
}
