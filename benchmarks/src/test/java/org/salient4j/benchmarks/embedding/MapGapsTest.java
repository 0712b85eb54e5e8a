package org.salient4j.benchmarks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MapGapsTest {

    @Test
    void should_subtract_the_unconnected_from_the_connected() {
        MapGaps gaps =
                MapGaps.of(
                        new MapWithTruth(
                                new double[][] {{9, 2, 4}, {3, 0, 5}},
                                new boolean[][] {{true, false, true}, {false, false, true}}));
        // Connected 9, 4, 5; unconnected 2, 3, 0.
        assertThat(gaps.gapMax()).isEqualTo(6);
        assertThat(gaps.gapMean()).isCloseTo(6 - 5 / 3.0, within(1e-15));
        assertThat(gaps.gapMin()).isEqualTo(4);
        assertThat(gaps.gapMinMax()).isEqualTo(1);
    }

    @Test
    void should_agree_with_the_reference_on_maps_of_trained_encoders() {
        List<String[]> lines = Golden.lines("map_scores.csv");
        for (String[] cells : lines.subList(1, lines.size())) {
            MapGaps gaps =
                    MapGaps.of(new MapWithTruth(Golden.map(cells[0], cells[1]), Golden.truth()));
            double[] ours = {
                gaps.maxConnected(),
                gaps.meanConnected(),
                gaps.minConnected(),
                gaps.maxUnconnected(),
                gaps.meanUnconnected(),
                gaps.minUnconnected(),
                gaps.gapMax(),
                gaps.gapMean(),
                gaps.gapMin(),
                gaps.gapMinMax()
            };
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i])
                        .as(lines.get(0)[6 + i])
                        .isCloseTo(Double.parseDouble(cells[6 + i]), within(1e-13));
            }
        }
    }
}
