package org.salient4j.benchmarks.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.losses.JacobianPenalty;

class BridgeTest {
    private static final Map<String, String> TINY =
            Map.of(
                    "train", "40",
                    "validation", "10",
                    "test", "4",
                    "gate", "0",
                    "options.epochs", "2",
                    "options.batchSize", "20",
                    "methods",
                            "{\"gradient\":{\"output\":\"margin\",\"absolute\":false},"
                                    + "\"inverted-neuron-gradient\":{\"cutoff\":1e-6}}");

    private static Bridge bridge(
            List<BridgeTraining> trainings, List<Double> penalties, Map<String, String> changes) {
        return new Bridge(
                "quick", List.of("middle"), List.of("tcn"), trainings, penalties, 1, 1, changes);
    }

    private static Bridge tiny(Map<String, String> more) {
        Map<String, String> changes = new HashMap<>(TINY);
        changes.putAll(more);
        return bridge(List.of(BridgeTraining.values()), List.of(10.0), changes);
    }

    private static BridgeResult run(Bridge bridge, BridgeCell cell) throws Exception {
        return bridge.run(cell, new CellContext(Seed.of(1), state -> {}));
    }

    @Test
    void should_train_without_a_penalty_once_and_with_one_for_every_weight() {
        List<BridgeCell> cells =
                bridge(List.of(BridgeTraining.values()), List.of(0.1, 1.0), Map.of()).cells();

        assertThat(cells)
                .extracting(BridgeCell::training, BridgeCell::penalty)
                .containsExactly(
                        tuple(BridgeTraining.STANDARD, 0.0),
                        tuple(BridgeTraining.SALIENCY_GUIDED, 0.0),
                        tuple(BridgeTraining.JACOBIAN, 0.1),
                        tuple(BridgeTraining.JACOBIAN, 1.0),
                        tuple(BridgeTraining.SALIENCY_GUIDED_JACOBIAN, 0.1),
                        tuple(BridgeTraining.SALIENCY_GUIDED_JACOBIAN, 1.0));
        for (BridgeCell cell : cells) {
            boolean guided = cell.training().base() == TrainingKind.SALIENCY_GUIDED_ABSOLUTE;
            assertThat(cell.maskedFraction() > 0).isEqualTo(guided);
        }
        assertThat(new Bridge().cells().stream().map(c -> CellKey.of(Bridge.NAME, c).value()))
                .hasSize(10 * 4 * 4 * 5)
                .doesNotHaveDuplicates();
    }

    @Test
    void should_begin_every_training_of_a_seed_alike() {
        List<BridgeCell> cells = tiny(Map.of()).cells();
        Network first = new BridgeRun(cells.get(0)).network();
        for (BridgeCell cell : cells) {
            BridgeRun run = new BridgeRun(cell);
            assertThat(run.network().parameters().snapshot())
                    .isEqualTo(first.parameters().snapshot());
            assertThat(run.data().train().x())
                    .isEqualTo(new BridgeRun(cells.get(0)).data().train().x());
        }
    }

    @Test
    void should_ramp_the_penalty_over_the_updates_of_the_training() {
        BridgeSetup setup =
                tiny(Map.of("rampFrom", "0.25", "rampTo", "0.5")).cells().get(0).setup();
        // 2 epochs of 2 batches.
        assertThat(setup.penalty(0.3)).isEqualTo(new JacobianPenalty(0.3, 1, 2));
    }

    @Test
    void should_give_a_network_what_its_preset_says_of_it() {
        List<BridgeCell> cells = Bridge.quick().cells();
        for (BridgeCell cell : cells) {
            boolean slow = cell.network().equals("lstm-input-cell");
            assertThat(cell.setup().options().epochs()).isEqualTo(slow ? 24 : 6);
            assertThat(cell.setup().options().batchSize()).isEqualTo(slow ? 25 : 50);
            assertThat(cell.setup().rampFrom()).isEqualTo(slow ? 0.75 : 0.125);
        }
        assertThat(BridgePreset.full().setupFor("transformer").options().epochs()).isEqualTo(10);
        assertThat(BridgePreset.full().setupFor("another").options().epochs()).isEqualTo(60);
    }

    @Test
    void should_train_as_asked_and_shrink_the_jacobian() throws Exception {
        Bridge bridge = tiny(Map.of("rampFrom", "0", "rampTo", "0", "options.epochs", "12"));
        Map<BridgeTraining, BridgeResult> results = new HashMap<>();
        for (BridgeCell cell : bridge.cells()) {
            BridgeResult result = run(bridge, cell);
            results.put(cell.training(), result);
            assertThat(result.updates()).isEqualTo(24);
            assertThat(result.methods()).containsOnlyKeys("gradient", "inverted-neuron-gradient");
            assertThat(result.refused()).isEmpty();
            assertThat(result.jacobian().highestRank()).isBetween(1, 2);
            BridgeResult read = Json.convert(Json.tree(result), BridgeResult.class, "it");
            assertThat(Json.tree(read)).isEqualTo(Json.tree(result));
        }
        assertThat(norm(results, BridgeTraining.JACOBIAN))
                .isLessThan(0.9 * norm(results, BridgeTraining.STANDARD));
        assertThat(norm(results, BridgeTraining.SALIENCY_GUIDED_JACOBIAN))
                .isLessThan(0.9 * norm(results, BridgeTraining.SALIENCY_GUIDED));
        assertThat(norm(results, BridgeTraining.SALIENCY_GUIDED))
                .isNotEqualTo(norm(results, BridgeTraining.STANDARD));
    }

    private static double norm(Map<BridgeTraining, BridgeResult> results, BridgeTraining of) {
        return results.get(of).jacobian().meanSquaredNorm();
    }

    @Test
    void should_travel_as_json() {
        Bridge bridge = tiny(Map.of());
        assertThat(Json.convert(Json.tree(bridge), Bridge.class, "it")).isEqualTo(bridge);
        BridgeCell cell = bridge.cells().get(3);
        assertThat(Json.convert(Json.tree(cell), BridgeCell.class, "it")).isEqualTo(cell);
    }

    @Test
    void should_refuse_what_makes_no_experiment() {
        List<BridgeTraining> all = List.of(BridgeTraining.values());
        assertThatThrownBy(() -> bridge(all, List.of(0.0), Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("penalties must be above 0, found 0.0");
        assertThatThrownBy(() -> bridge(List.of(), List.of(0.1), Map.of()))
                .hasMessage("at least one training is needed");
        assertThatThrownBy(() -> bridge(all, List.of(0.1, 0.1), Map.of()))
                .hasMessage("a penalty is named twice in [0.1, 0.1]");
        assertThatThrownBy(() -> bridge(all, List.of(0.1), Map.of("rampFrom", "0.5")))
                .hasMessageContaining("rampTo must be in [rampFrom, 1], rampFrom 0.5");
        assertThatThrownBy(() -> bridge(all, List.of(0.1), Map.of("ramp", "0.5")))
                .hasMessageContaining("'ramp'");
    }
}
