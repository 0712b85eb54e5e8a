package org.salient4j.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.graph.OpTime;

class WorkProfileTest {

    @Test
    void should_put_the_longest_first_and_average_over_the_repetitions() {
        WorkProfile profile =
                WorkProfile.of(
                        "pass",
                        4,
                        12_000_000,
                        List.of(
                                new OpTime("add", 8, 2_000_000),
                                new OpTime("matmul", 4, 6_000_000)));
        assertThat(profile)
                .isEqualTo(
                        new WorkProfile(
                                "pass",
                                4,
                                3,
                                2,
                                List.of(
                                        new WorkProfile.Entry("matmul", 1, 1.5, 0.75),
                                        new WorkProfile.Entry("add", 2, 0.5, 0.25))));
    }
}
