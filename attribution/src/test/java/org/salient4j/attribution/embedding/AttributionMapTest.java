package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;

class AttributionMapTest {

    /** Two samples, two outputs, two neurons, windows of two steps. */
    @Test
    void should_be_the_mean_magnitude_over_samples_and_steps() {
        EmbeddingAttribution attribution =
                new EmbeddingAttribution(
                        array(
                                new double[] {1, 0, -1, 2, 3, -4, 3, 0, -5, 0, 1, 0, 1, 2, 1, 2},
                                2,
                                2,
                                2,
                                2));

        assertThat(values(attribution.map())).containsExactly(2, 0.5, 2, 2);
        assertThat(values(attribution.reduced(WindowReduction.MEAN).map()))
                .containsExactly(1, 0.5, 2, 2);
        assertThat(attribution.samples()).isEqualTo(2);
        assertThat(attribution.steps()).isEqualTo(2);
    }

    @Test
    void should_make_rows_sum_to_one() {
        AttributionMap map = new AttributionMap(array(new double[] {1, 3, 0, 0, 5, 5}, 3, 2));

        assertThat(values(map.rowNormalised())).containsExactly(0.25, 0.75, 0, 0, 0.5, 0.5);
        assertThat(values(map.rows(1, 3))).containsExactly(0, 0, 5, 5);
        assertThatThrownBy(() -> map.rows(2, 4))
                .hasMessage("rows must be a part of 0 … 3, were 2 … 4");
    }

    @Test
    void should_summarise_ranks() {
        NumericalRanks ranks = new NumericalRanks(3, 6, 5, 5);

        assertThat(ranks.min()).isEqualTo(3);
        assertThat(ranks.median()).isEqualTo(5, within(0.0));
        assertThat(ranks.max()).isEqualTo(6);
        assertThat(ranks.of(1)).isEqualTo(6);
        assertThat(new NumericalRanks(2, 3).median()).isEqualTo(2.5, within(0.0));
        assertThat(ranks).hasToString("rank min 3, median 5.0, max 6 of 4 samples");
        assertThatThrownBy(() -> new NumericalRanks(1, -1)).hasMessageStartingWith("ranks must be");
        assertThatThrownBy(NumericalRanks::new).hasMessageStartingWith("ranks must be");
    }

    @Test
    void should_refuse_what_is_no_map() {
        assertThatThrownBy(() -> new AttributionMap(array(new double[] {1, -1}, 1, 2)))
                .hasMessage("values must be finite and not negative, found -1.0");
        assertThatThrownBy(() -> new AttributionMap(array(new double[] {1, Double.NaN}, 1, 2)))
                .hasMessage("values must be finite and not negative, found NaN");
        assertThatThrownBy(() -> new AttributionMap(array(new double[2], 1, 1, 2)))
                .hasMessage("values must be DOUBLE [outputs, neurons], were DOUBLE [1, 1, 2]");
        assertThatThrownBy(
                        () ->
                                new EmbeddingAttribution(
                                        array(new double[2], 1, 1, 2).castTo(DataType.FLOAT)))
                .hasMessageStartingWith("values must be DOUBLE [samples, outputs, .., neurons]");
        assertThatThrownBy(() -> new EmbeddingAttribution(array(new double[] {1.0 / 0}, 1, 1, 1)))
                .hasMessage("values must be finite");
        assertThatThrownBy(
                        () ->
                                new EmbeddingAttribution(
                                        array(new double[1], 1, 1, 1),
                                        Optional.of(new NumericalRanks(1, 1))))
                .hasMessage("values of 1 samples need as many ranks, found 2");
    }

    private static INDArray array(double[] values, long... shape) {
        return HostArray.of(values, DataType.DOUBLE, shape);
    }

    private static double[] values(AttributionMap map) {
        return HostArray.doubles(map.values());
    }
}
