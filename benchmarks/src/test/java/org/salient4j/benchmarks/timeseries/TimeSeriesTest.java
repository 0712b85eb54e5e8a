package org.salient4j.benchmarks.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellSelection;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.training.StopReason;

class TimeSeriesTest {
    private static final Map<String, String> TINY =
            Map.of(
                    "train", "60",
                    "validation", "20",
                    "test", "6",
                    "options.epochs", "2",
                    "methods.deep-shap.pool", "uniform:2");

    @Test
    void should_take_a_published_size_of_a_network_and_fit_it_to_the_data() {
        // The transformer's preset has 4 heads, which must divide the features.
        for (String network : List.of("lstm", "lstm-input-cell", "tcn")) {
            String name = Networks.fullName(network, "mnist-series");
            TimeSeriesCell cell =
                    new TimeSeries("quick", List.of("middle"), List.of(name), 1).cells().get(0);
            JsonNode preset = Json.tree(Networks.preset(network, "mnist-series"));
            assertThat(cell.network()).isEqualTo(name);
            assertThat(cell.architecture().get("features").asInt()).isEqualTo(50);
            assertThat(cell.architecture().get("timeSteps").asInt()).isEqualTo(50);
            assertThat(cell.architecture().get("classes").asInt()).isEqualTo(2);
            assertThat(cell.architecture().get("dropout")).isEqualTo(preset.get("dropout"));
            assertThat(cell.setup()).isEqualTo(TimeSeriesPreset.named("quick").setupFor(network));
        }
        assertThatThrownBy(
                        () -> new TimeSeries("quick", List.of("middle"), List.of("tcn/mnist"), 1))
                .hasMessageContaining("unknown preset of the network tcn 'mnist'");
        for (String misfit : List.of("transformer/mnist-series", "mnist-cnn")) {
            assertThatThrownBy(() -> new TimeSeries("quick", List.of("middle"), List.of(misfit), 1))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(
                            "network '" + misfit + "' cannot read the series of 'middle': ");
        }
    }

    @Test
    void should_hold_the_paper_s_grid() {
        List<TimeSeriesCell> cells = new TimeSeries().cells();
        assertThat(cells).hasSize(600);
        Set<CellKey> keys = new HashSet<>();
        cells.forEach(cell -> keys.add(CellKey.of(TimeSeries.NAME, cell)));
        assertThat(keys).hasSize(600);
        assertThat(cells)
                .filteredOn(cell -> !cell.training().saliencyGuided())
                .allMatch(cell -> cell.maskedFraction() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "lstm, middle, 0.3",
        "lstm, positional-feature, 0.02",
        "lstm-input-cell, moving-rare-time, 0.8",
        "tcn, moving-small-middle, 0.8",
        "transformer, moving-middle, 0.9"
    })
    void should_mask_what_the_paper_masked(String network, String dataset, double k) {
        assertThat(new TimeSeries("paper", List.of(dataset), List.of(network), 1).cells())
                .filteredOn(cell -> cell.training().saliencyGuided())
                .hasSize(2)
                .allMatch(cell -> cell.maskedFraction() == k);
    }

    @Test
    void should_sweep_k_in_guided_trainings_only() {
        TimeSeries sweep =
                new TimeSeries(
                        "quick",
                        List.of("middle"),
                        List.of("gaussian"),
                        List.of("lstm"),
                        List.of(TrainingKind.STANDARD, TrainingKind.SALIENCY_GUIDED_SIGNED),
                        List.of(0.1, 0.5, 0.9),
                        2,
                        Map.of());
        assertThat(sweep.cells()).hasSize(2 * (1 + 3));
    }

    @Test
    void should_be_made_again_from_its_settings() {
        TimeSeries quick = TimeSeries.quick();
        TimeSeries again = Json.convert(quick.specification(), TimeSeries.class, "settings");
        assertThat(again).isEqualTo(quick);
        TimeSeriesCell cell = quick.cells().get(3);
        assertThat(Json.convert(Json.tree(cell), TimeSeriesCell.class, "cell")).isEqualTo(cell);
    }

    @Test
    void should_train_every_training_of_a_network_as_long() {
        assertThat(TimeSeries.quick().cells())
                .filteredOn(cell -> cell.network().equals("tcn"))
                .extracting(cell -> cell.setup().options())
                .hasSize(4)
                .containsOnly(TimeSeriesPreset.quick().setupFor("tcn").options());
    }

    @Test
    void should_train_explain_and_score_the_same_twice() throws Exception {
        TimeSeries tiny = tiny("tcn", 0);
        TimeSeriesCell guided = tiny.cells().get(1);
        TimeSeriesResult result = run(tiny, guided);
        assertThat(result.methods())
                .containsOnlyKeys(
                        "gradient",
                        "integrated-gradients",
                        "smooth-grad",
                        "gradient-shap",
                        "deep-lift",
                        "deep-shap");
        assertThat(result.updates()).isEqualTo(4);
        assertThat(result.stopped()).isEqualTo(StopReason.EPOCHS);
        assertThat(result.gatePassed()).isTrue();
        assertThat(result.inputs()).hasSize(2);
        result.methods()
                .forEach(
                        (name, method) -> {
                            MetricScore aup = method.scores().get("aup");
                            assertThat(aup.perSample()).hasSize(6);
                            assertThat(aup.random()).isCloseTo(0.8 * 0.36, within(1e-9));
                            assertThat(method.precision()).hasSize(9);
                            assertThat(method.maps()).hasSize(2);
                        });
        TimeSeriesResult again = run(tiny, guided);
        assertThat(Json.tree(again.methods())).isEqualTo(Json.tree(result.methods()));
        assertThat(again.testAccuracy()).isEqualTo(result.testAccuracy());
    }

    @Test
    void should_say_which_networks_did_not_learn() throws Exception {
        TimeSeries tiny = tiny("lstm", 1);
        assertThat(run(tiny, tiny.cells().get(0)).gatePassed()).isFalse();
    }

    @Test
    void should_refuse_what_it_does_not_know() {
        assertThatThrownBy(() -> new TimeSeries("papper", List.of("middle"), List.of("lstm"), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("paper");
        assertThatThrownBy(() -> new TimeSeries("paper", List.of("midle"), List.of("lstm"), 1))
                .hasMessageContaining("middle");
        assertThatThrownBy(() -> new TimeSeries("paper", List.of("middle"), List.of("lstn"), 1))
                .hasMessageContaining("lstm");
        assertThatThrownBy(() -> new TimeSeries("paper", List.of("middle"), List.of("lstm"), 0))
                .hasMessage("seeds must be at least 1, was 0");
        assertThatThrownBy(
                        () ->
                                new TimeSeries(
                                        "paper", List.of("middle", "middle"), List.of("lstm"), 1))
                .hasMessageContaining("named twice");
    }

    @Test
    void should_select_cells_by_their_components() {
        TimeSeries quick = TimeSeries.quick();
        CellSelection some =
                CellSelection.parse(List.of("network=tcn,lstm", "training=standard", "seed=1"));
        assertThat(some.of(quick).cells())
                .hasSize(4)
                .allMatch(cell -> cell.training() == TrainingKind.STANDARD);
        assertThat(some.of(quick).specification()).isEqualTo(quick.specification());
        assertThatThrownBy(() -> CellSelection.parse(List.of("network=tnc")).of(quick))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tcn");
        assertThatThrownBy(() -> CellSelection.parse(List.of("netwrk=tcn")).of(quick))
                .hasMessageContaining("network");
        assertThatThrownBy(() -> CellSelection.parse(List.of("tcn")))
                .hasMessageContaining("network=tcn");
    }

    private static TimeSeries tiny(String network, double gate) {
        Map<String, String> changes = new java.util.HashMap<>(TINY);
        changes.put("gate", Double.toString(gate));
        return new TimeSeries(
                "quick",
                List.of("middle"),
                List.of("gaussian"),
                List.of(network),
                List.of(TrainingKind.STANDARD, TrainingKind.SALIENCY_GUIDED_ABSOLUTE),
                List.of(),
                1,
                changes);
    }

    private static TimeSeriesResult run(TimeSeries experiment, TimeSeriesCell cell)
            throws Exception {
        return experiment.run(cell, new CellContext(Seed.of(1), text -> {}));
    }
}
