package org.salient4j.benchmarks.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.DeepLift;
import org.salient4j.attribution.SmoothGrad;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.network.Output;

class RefusedMethodTest {
    private static final Map<String, String> TINY =
            Map.of(
                    "train", "40",
                    "validation", "10",
                    "test", "4",
                    "gate", "0",
                    "options.epochs", "2");

    @Test
    void should_leave_out_what_a_method_refuses_and_compute_the_others() throws Exception {
        TimeSeries paper = experiment("paper", Map.of());
        List<String> ticks = new ArrayList<>();
        TimeSeriesResult result = run(paper, ticks);
        assertThat(result.methods())
                .containsOnlyKeys(
                        "gradient", "integrated-gradients", "smooth-grad", "gradient-shap");
        assertThat(result.refused()).containsOnlyKeys("deep-lift", "deep-shap");
        assertThat(result.refused().get("deep-lift")).contains("paper's networks only");
        assertThat(result.seconds().methods()).doesNotContainKey("deep-lift");
        assertThat(ticks).doesNotContain("deep-lift");
        assertThat(again(result)).isEqualTo(Json.tree(result));
    }

    @Test
    void should_refuse_before_training_what_no_method_explains() {
        List<String> ticks = new ArrayList<>();
        TimeSeries only =
                experiment("paper", Map.of("methods", Json.canonical(Map.of("deep-lift", lift()))));
        assertThatThrownBy(() -> run(only, ticks))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("every method refuses the network mean-of-steps")
                .hasMessageContaining("paper's networks only");
        assertThat(ticks).doesNotContain("training");
    }

    @Test
    void should_read_results_without_refusals() throws Exception {
        TimeSeriesResult result = run(experiment("quick", Map.of()), new ArrayList<>());
        assertThat(result.refused()).isEmpty();
        assertThat(Json.tree(result).has("refused")).isFalse();
        assertThat(again(result)).isEqualTo(Json.tree(result));
    }

    /** Graphs that were made before a training must see the weights after it. */
    @Test
    void should_explain_the_trained_weights() {
        Map<String, AttributionMethod> methods =
                MethodSettings.methods(TimeSeriesPreset.quick().setup().methods());
        Network tried = network();
        Network fresh = network();
        INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 1, 50, 50);
        methods.values().forEach(m -> m.attribute(tried, zeros, new int[1], Seed.of(1)));
        for (Network each : List.of(tried, fresh)) {
            Map<String, INDArray> other = each.parameters().snapshot();
            other.values().forEach(array -> array.muli(1.5));
            each.parameters().assign(other);
        }
        INDArray x = zeros.add(0.25);
        methods.forEach(
                (name, m) ->
                        assertThat(m.attribute(tried, x, new int[1], Seed.of(1)).values())
                                .as(name)
                                .isEqualTo(m.attribute(fresh, x, new int[1], Seed.of(1)).values()));
    }

    @Test
    void should_add_a_method_that_is_not_there() {
        Map<String, String> gradientOnly =
                Map.of(
                        "methods", "{\"gradient\":{\"output\":\"margin\",\"absolute\":false}}",
                        "methods.smooth-grad", "{\"output\":\"margin\"}",
                        "methods.smooth-grad.samples", "3",
                        "methods.deep-lift", "{}",
                        "methods.gradient-shap.output", "margin");
        TimeSeriesSetup setup = experiment("paper", gradientOnly).cells().get(0).setup();
        assertThat(setup.methods())
                .containsOnlyKeys("gradient", "smooth-grad", "deep-lift", "gradient-shap");
        SmoothGrad usual = new SmoothGrad();
        assertThat(MethodSettings.methods(setup.methods()).get("smooth-grad"))
                .isEqualTo(
                        new SmoothGrad(
                                3,
                                usual.sigma(),
                                usual.relative(),
                                usual.aggregate(),
                                Output.MARGIN,
                                usual.noise()));
        assertThat(MethodSettings.methods(setup.methods()))
                .containsEntry("deep-lift", new DeepLift());
        assertThat(setup.train()).isEqualTo(40);
        assertThatThrownBy(() -> experiment("paper", Map.of("methods.smoth-grad", "{}")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("smooth-grad");
        assertThatThrownBy(() -> experiment("paper", Map.of("methods.deep-lift", "{\"a\":1}")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("deep-lift");
    }

    private static Object lift() {
        return TimeSeriesPreset.paper().setup().methods().get("deep-lift");
    }

    private static Network network() {
        return Network.initialise(Networks.named("tcn"), DataType.DOUBLE, Seed.of(5));
    }

    private static Object again(TimeSeriesResult result) {
        return Json.tree(
                Json.parse(Json.pretty(result), TimeSeriesResult.class, "a result's file"));
    }

    private static TimeSeries experiment(String preset, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(TINY);
        all.putAll(changes);
        return new TimeSeries(
                preset,
                List.of("middle"),
                List.of("gaussian"),
                List.of("mean-of-steps"),
                List.of(TrainingKind.STANDARD),
                List.of(),
                1,
                all);
    }

    private static TimeSeriesResult run(TimeSeries experiment, List<String> ticks)
            throws Exception {
        return experiment.run(experiment.cells().get(0), new CellContext(Seed.of(1), ticks::add));
    }
}
