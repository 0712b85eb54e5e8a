package org.salient4j.benchmarks.xcebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;

/**
 * Small encoders, trained for real: what regularisation and inversion do on the reference shows
 * here too, by less. The limits are those of the reference loop with room for another seed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XcebraTest {
    private static final Map<String, String> SMALL =
            Map.of("steps", "400", "resamples", "100", "shuffles", "99", "permutations", "2");

    private final List<XcebraResult> plain = new ArrayList<>();
    private final List<XcebraResult> penalised = new ArrayList<>();

    @BeforeAll
    void train() throws Exception {
        Xcebra experiment =
                new Xcebra(
                        List.of(),
                        3,
                        List.of(EncoderTraining.CONTRASTIVE),
                        List.of(0.0, 0.1),
                        true,
                        SMALL);
        for (XcebraCell cell : experiment.cells()) {
            XcebraResult result = experiment.run(cell, context());
            (cell.lambda() == 0 ? plain : penalised).add(result);
        }
    }

    private static CellContext context() {
        return new CellContext(Seed.of(1), state -> {});
    }

    private static double mean(List<XcebraResult> results, ToDoubleFunction<XcebraResult> value) {
        return results.stream().mapToDouble(value).average().orElseThrow();
    }

    private static double auroc(List<XcebraResult> results, String method) {
        return mean(results, result -> result.methods().get(method).auroc());
    }

    @Test
    void should_find_the_latents() {
        assertThat(mean(plain, XcebraResult::r2)).isGreaterThan(0.96);
        assertThat(mean(penalised, XcebraResult::r2)).isGreaterThan(0.96);
    }

    @Test
    void should_find_more_of_the_map_with_the_penalty() {
        assertThat(auroc(penalised, MapMethods.INVERTED))
                .isGreaterThan(0.95)
                .isGreaterThan(auroc(plain, MapMethods.INVERTED));
        assertThat(auroc(penalised, MapMethods.NEURON_GRADIENT))
                .isGreaterThan(auroc(plain, MapMethods.NEURON_GRADIENT) + 0.05);
    }

    @Test
    void should_shrink_the_jacobian_and_keep_its_rank() {
        assertThat(mean(penalised, XcebraResult::jacobianNorm))
                .isLessThan(0.8 * mean(plain, XcebraResult::jacobianNorm));
        assertThat(penalised).allSatisfy(r -> assertThat(r.ranks()).containsOnly(4.0));
    }

    @Test
    void should_keep_the_blocks_apart() {
        for (XcebraResult result : penalised) {
            double[][] r2 = result.embeddingFromBlocks();
            assertThat(r2[0][0]).isGreaterThan(0.85);
            assertThat(r2[1][1]).isGreaterThan(0.9);
            assertThat(r2[0][1]).isLessThan(0.2);
            assertThat(r2[1][0]).isLessThan(0.2);
        }
    }

    @Test
    void should_score_every_method_with_its_interval() {
        Map<String, MapScore> methods = penalised.get(0).methods();
        assertThat(methods.keySet())
                .containsExactlyElementsOf(MapMethods.of(XcebraSetup.quick()).keySet());
        methods.forEach(
                (name, score) -> {
                    assertThat(score.auroc()).as(name).isBetween(0.5, 1.0);
                    assertThat(score.map()).hasDimensions(4, 20);
                    if (score.lower() != null) {
                        assertThat(score.lower()).isLessThan(score.upper());
                    }
                });
        assertThat(methods.get("linear-regression").lower()).isNull();
    }

    @Test
    void should_repeat_a_cell_bit_by_bit() throws Exception {
        Xcebra experiment =
                new Xcebra(
                        List.of(),
                        1,
                        List.of(EncoderTraining.SUPERVISED),
                        List.of(0.1),
                        true,
                        Map.of("steps", "100", "resamples", "100", "shuffles", "9"));
        XcebraCell cell = experiment.cells().get(0);

        XcebraResult first = experiment.run(cell, context());
        XcebraResult second = experiment.run(cell, context());

        assertThat(second.loss()).isEqualTo(first.loss());
        assertThat(second.goodnessOfFit()).isNull();
        assertThat(second.methods().get(MapMethods.INVERTED).map())
                .isDeepEqualTo(first.methods().get(MapMethods.INVERTED).map());
    }

    @Test
    void should_travel_as_json() {
        Xcebra experiment = new Xcebra();
        assertThat(Json.convert(Json.tree(experiment), Xcebra.class, "it")).isEqualTo(experiment);
        // Three recordings: contrastive and supervised with two weights each, untrained once.
        assertThat(experiment.cells()).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void should_refuse_what_makes_no_experiment() {
        List<EncoderTraining> all = List.of(EncoderTraining.values());
        assertThatThrownBy(() -> new Xcebra(List.of(), 0, all, List.of(0.0), true, Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("seeds must be at least 1, was 0");
        assertThatThrownBy(() -> new Xcebra(List.of(), 1, all, List.of(0.1, 0.0), true, Map.of()))
                .hasMessage("lambdas must rise, were [0.1, 0.0]");
        assertThatThrownBy(() -> new Xcebra(List.of(), 1, all, List.of(-1.0), true, Map.of()))
                .hasMessage("lambdas must be at least 0, found -1.0");
        assertThatThrownBy(
                        () ->
                                new Xcebra(
                                        List.of("a/x.csv", "b/x.csv"),
                                        1,
                                        all,
                                        List.of(0.0),
                                        true,
                                        Map.of()))
                .hasMessage("references must have different names, were [x, x]");
        assertThatThrownBy(
                        () ->
                                new Xcebra(
                                        List.of(),
                                        1,
                                        all,
                                        List.of(0.0),
                                        true,
                                        Map.of("steps", "150")))
                .hasMessageContaining("reportEvery must divide steps (150), was 100");
    }
}
