package org.salient4j.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.io.Json;
import org.salient4j.synthetic.Middle;
import org.salient4j.synthetic.SyntheticSpec;

class SyntheticSeriesTest {

    static Iterable<String> processes() {
        return SyntheticSeries.processes().names();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void should_keep_truth_labels_and_origin(String process) {
        SyntheticSpec spec =
                SyntheticSpec.of(new Middle(1, 2, 1, 3), SyntheticSeries.processes().get(process))
                        .withSize(5, 6)
                        .withCounts(8, 0, 4);
        SeriesDataset data = SyntheticSeries.generate(spec, Seed.of(7));
        assertThat(data.train().samples()).isEqualTo(8);
        assertThat(data.test().truth().getDouble(0, 1, 1)).isEqualTo(1);
        assertThat(data.test().truth().getDouble(0, 0, 1)).isZero();
        assertThat(data.card().name()).isEqualTo("middle-" + process);
        assertThat(Json.canonical(data.card().origin())).contains("\"process\":\"" + process);
        assertThat(SyntheticSeries.generate(spec, Seed.of(7)).train().x())
                .isEqualTo(data.train().x());
    }
}
