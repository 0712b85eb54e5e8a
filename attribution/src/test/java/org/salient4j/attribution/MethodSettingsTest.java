package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.registry.Registry;

/** Methods by name and settings in text, as a command line has them. */
class MethodSettingsTest {
    private static final Registry<AttributionMethod> METHODS =
            Registry.of(AttributionMethod.class, "method", AttributionMethod::name);

    @TempDir Path folder;

    @Test
    void should_find_the_methods_by_name() {
        assertThat(METHODS.names()).contains("gradient", "integrated-gradients", "smooth-grad");
        assertThatThrownBy(() -> METHODS.get("integrated-gradient"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("did you mean 'integrated-gradients'?");
    }

    @Test
    void should_configure_integrated_gradients_from_text_and_use_it() {
        INDArray x = Models.uniform(71, 2, Models.T, Models.F);
        INDArray b = Models.uniform(72, Models.T, Models.F);
        Path file = folder.resolve("b.npy");
        NpyFile.write(file, b);

        AttributionMethod method =
                METHODS.configured(
                        "integrated-gradients", Map.of("steps", "20", "baseline", "@" + file));

        assertThat(method)
                .isEqualTo(
                        new IntegratedGradients(
                                20,
                                QuadratureRule.GAUSS_LEGENDRE,
                                Output.LOGIT,
                                Baseline.file(file)));
        INDArray expected =
                new IntegratedGradients(
                                20, QuadratureRule.GAUSS_LEGENDRE, Output.LOGIT, Baseline.of(b))
                        .attribute(Models.lstm(DataType.DOUBLE), x, new int[] {0, 1}, Seed.of(1))
                        .values();
        assertThat(
                        method.attribute(
                                        Models.lstm(DataType.DOUBLE),
                                        x,
                                        new int[] {0, 1},
                                        Seed.of(1))
                                .values())
                .isEqualTo(expected);
    }

    @Test
    void should_reach_the_setting_of_the_paper_from_text() {
        assertThat(
                        METHODS.configured(
                                "smooth-grad",
                                Map.of(
                                        "samples", "5",
                                        "sigma", "1",
                                        "relative", "false",
                                        "aggregate", "absolute")))
                .isEqualTo(SmoothGrad.paper());
        assertThat(METHODS.configured("integrated-gradients", Map.of("baseline", "uniform")))
                .isEqualTo(IntegratedGradients.paper());
        assertThat(METHODS.configured("gradient", Map.of("output", "margin", "absolute", "true")))
                .isEqualTo(new Gradient(Output.MARGIN, true));
    }

    @Test
    void should_configure_methods_that_take_cells_away_from_text() {
        assertThat(METHODS.configured("occlusion", Map.of("window", "5,0", "stride", "2,1")))
                .isEqualTo(
                        new Occlusion(
                                List.of(5, 0), List.of(2, 1), Output.LOGIT, Baseline.zeros()));
        assertThat(METHODS.configured("feature-ablation", Map.of("groups", "positions")))
                .isEqualTo(new FeatureAblation().of(FeatureGroups.positions()));
        assertThat(
                        METHODS.configured(
                                "shapley-value-sampling",
                                Map.of("permutations", "7", "share", "even")))
                .isEqualTo(
                        new ShapleyValueSampling(
                                7,
                                Output.LOGIT,
                                Baseline.zeros(),
                                FeatureGroups.cells(),
                                GroupShare.EVEN));
        assertThat(new ShapleyValueSampling().descriptor().cost())
                .isEqualTo("25 forward passes for each cell");
    }

    @Test
    void should_show_its_settings_as_text() {
        assertThat(Json.canonical(new IntegratedGradients()))
                .isEqualTo(
                        "{\"baseline\":\"zeros\",\"output\":\"logit\","
                                + "\"rule\":\"gauss-legendre\",\"steps\":50}");
        assertThat(Json.canonical(SmoothGrad.paper()))
                .isEqualTo(
                        "{\"aggregate\":\"absolute\",\"noise\":\"gaussian\",\"output\":\"logit\","
                                + "\"relative\":false,\"samples\":5,\"sigma\":1.0}");
    }

    @Test
    void should_describe_what_the_settings_make_of_it() {
        assertThat(new IntegratedGradients().descriptor().stochastic()).isFalse();
        assertThat(IntegratedGradients.paper().descriptor().stochastic()).isTrue();
        assertThat(new IntegratedGradients().descriptor().cost())
                .isEqualTo("50 gradients + 2 forward passes");
        assertThat(SmoothGrad.paper().descriptor().cost()).isEqualTo("5 gradients");
        Noise given = Noise.of(Nd4j.zeros(DataType.DOUBLE, 5, 1, Models.T, Models.F));
        assertThat(
                        new SmoothGrad(5, 1, false, Aggregate.SIGNED, Output.LOGIT, given)
                                .descriptor()
                                .stochastic())
                .isFalse();
    }

    @Test
    void should_refuse_settings_that_make_no_sense() {
        refused("integrated-gradients", "steps", "0", "steps must be at least 1");
        refused("integrated-gradients", "steps", "many", "must be a whole number, was 'many'");
        refused("integrated-gradients", "rule", "simpson", "must be one of gauss-legendre");
        refused("integrated-gradients", "baseline", "white", "baseline must be zeros, uniform");
        refused("integrated-gradients", "stepz", "3", "did you mean 'steps'?");
        refused("feature-ablation", "groups", "words", "groups must be cells, features");
        refused("occlusion", "stride", "0,1", "stride must have steps of at least 1");
        refused("shapley-value-sampling", "permutations", "0", "permutations must be at least 1");
        refused("smooth-grad", "samples", "0", "samples must be at least 1, was 0");
        refused("smooth-grad", "sigma", "-1", "sigma must be finite and not negative, was -1.0");
        refused("smooth-grad", "sigma", "NaN", "sigma must be finite and not negative, was NaN");
        refused("smooth-grad", "noise", "pink", "noise must be gaussian or @file.npy");
        assertThatThrownBy(
                        () ->
                                METHODS.configured(
                                        "integrated-gradients",
                                        Map.of("steps", "1", "rule", "riemann-trapezoid")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("steps must be at least 2 for riemann-trapezoid, was 1");
    }

    @Test
    void should_hold_an_attribution_together() {
        INDArray values = Nd4j.zeros(DataType.DOUBLE, 3, 2);

        assertThatThrownBy(() -> new Attribution(values, new int[2]))
                .hasMessage("values of shape [3, 2] need 3 targets, found 2");
        assertThatThrownBy(() -> new Attribution(values, new int[3], Optional.of(new double[1])))
                .hasMessage("values of shape [3, 2] need 3 convergence deltas, found 1");
        assertThatThrownBy(() -> new MethodDescriptor("t", true, true, " ", "c", "u", "a"))
                .hasMessage("cost must not be empty");
    }

    private static void refused(String method, String setting, String value, String message) {
        assertThatThrownBy(() -> METHODS.configured(method, Map.of(setting, value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
