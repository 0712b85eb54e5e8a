package org.salient4j.benchmarks.report.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSeriesTableTest {

    @Test
    void should_keep_processes_apart() {
        List<String> lines =
                TimeSeriesTable.lines(
                        new MadeUpTimeSeries()
                                .datasets("middle")
                                .networks("lstm")
                                .processes("gaussian", "harmonic")
                                .seeds(3)
                                .build());

        assertThat(lines).anyMatch(line -> line.startsWith("middle, gaussian"));
        assertThat(lines).anyMatch(line -> line.startsWith("middle, harmonic"));
        assertThat(lines).noneMatch(line -> line.endsWith(" 6"));
    }

    @Test
    void should_say_that_a_network_did_not_learn() {
        List<String> lines =
                TimeSeriesTable.lines(
                        new MadeUpTimeSeries()
                                .datasets("middle")
                                .networks("lstm")
                                .unlearned(cell -> cell.seed() == 2)
                                .build());

        assertThat(lines).anyMatch(line -> line.endsWith("2 of 3"));
        assertThat(lines)
                .contains(
                        "3 of 9 trainings did not learn (test accuracy below the gate): not scored");
    }
}
