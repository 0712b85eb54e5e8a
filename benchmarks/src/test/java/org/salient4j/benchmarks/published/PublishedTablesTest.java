package org.salient4j.benchmarks.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.benchmarks.data.SyntheticSeries;
import org.salient4j.benchmarks.timeseries.TimeSeries;

class PublishedTablesTest {

    @ParameterizedTest
    @CsvSource({"2, 96", "7, 80", "8, 240", "9, 240", "10, 240", "11, 240"})
    void should_hold_every_number_of_a_table(int table, int numbers) {
        assertThat(PublishedTables.values()).filteredOn(v -> v.table() == table).hasSize(numbers);
    }

    @Test
    void should_use_our_names() {
        for (PublishedValue value : PublishedTables.values()) {
            if (value.table() != 2) {
                SyntheticSeries.layouts().get(value.dataset());
                assertThat(TimeSeries.DATASETS).contains(value.dataset());
            }
            assertThat(TimeSeries.NETWORKS).contains(value.network());
            if (value.table() != 7) {
                AttributionMethod.registry().get(value.method());
                assertThat(value.metric()).isIn("aup", "aur");
            }
        }
    }

    /** Up to rounding of eleven numbers; two cells of table 2 are cut off instead of rounded. */
    @Test
    void should_have_the_means_of_the_other_tables_in_table_2() {
        List<PublishedValue> means =
                PublishedTables.values().stream().filter(v -> v.table() == 2).toList();
        for (PublishedValue mean : means) {
            double average =
                    TimeSeries.DATASETS.stream()
                            .mapToDouble(
                                    dataset ->
                                            PublishedTables.find(
                                                            dataset,
                                                            mean.network(),
                                                            mean.saliencyGuided(),
                                                            mean.method(),
                                                            mean.metric())
                                                    .orElseThrow()
                                                    .value())
                            .average()
                            .orElseThrow();
            assertThat(average).as(mean.toString()).isEqualTo(mean.value(), within(0.0008));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "middle, 30, 40, 50, 30",
        "small-middle, 60, 60, 40, 60",
        "moving-middle, 60, 80, 70, 90",
        "moving-small-middle, 5, 5, 80, 70",
        "rare-time, 30, 40, 50, 50",
        "moving-rare-time, 50, 80, 50, 50",
        "rare-feature, 30, 30, 30, 30",
        "moving-rare-feature, 10, 5, 5, 10",
        "positional-time, 30, 40, 70, 60",
        "positional-feature, 2, 5, 10, 10"
    })
    void should_know_the_share_of_masked_cells(
            String dataset, int lstm, int inputCell, int tcn, int transformer) {
        assertThat(masked("lstm", dataset)).isEqualTo(lstm / 100.0);
        assertThat(masked("lstm-input-cell", dataset)).isEqualTo(inputCell / 100.0);
        assertThat(masked("tcn", dataset)).isEqualTo(tcn / 100.0);
        assertThat(masked("transformer", dataset)).isEqualTo(transformer / 100.0);
    }

    @Test
    void should_find_single_numbers() {
        assertThat(PublishedTables.find("middle", "tcn", true, "smooth-grad", "aup"))
                .hasValueSatisfying(v -> assertThat(v.value()).isEqualTo(0.194));
        assertThat(
                        PublishedTables.find(
                                "rare-time",
                                "lstm-input-cell",
                                false,
                                "",
                                PublishedTables.ACCURACY))
                .hasValueSatisfying(v -> assertThat(v.value()).isEqualTo(0.99));
        assertThat(PublishedTables.find("middle", "gru", true, "gradient", "aup")).isEmpty();
        assertThat(PublishedTables.maskedFraction("gru", "middle")).isEmpty();
    }

    private static double masked(String network, String dataset) {
        return PublishedTables.maskedFraction(network, dataset).orElseThrow();
    }
}
