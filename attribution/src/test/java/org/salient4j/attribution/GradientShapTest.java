package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

class GradientShapTest {
    private static final int[] TARGETS = {2, 0, 1};
    private static final INDArray X = Models.uniform(31, 3, Models.T, Models.F);
    private static final INDArray POOL = Models.uniform(36, 4, Models.T, Models.F);

    /** Without noise every draw of a linear model is w (x - b), whatever α is. */
    @Test
    void should_give_weight_times_mean_difference_on_a_linear_model() {
        INDArray w = Models.uniform(32, Models.CELLS, Models.CLASSES);
        INDArray index = Nd4j.create(new double[][] {{0, 1, 2}, {3, 3, 3}, {1, 1, 1}, {1, 0, 2}});

        INDArray values =
                new GradientShap(
                                4,
                                0,
                                Output.LOGIT,
                                BaselinePool.of(POOL),
                                Noise.gaussian(),
                                Draw.random(),
                                Draw.of(index))
                        .attribute(Models.linear(w, DataType.DOUBLE), X, TARGETS, Seed.of(1))
                        .values();

        for (int b = 0; b < 3; b++) {
            INDArray mean = Nd4j.zeros(DataType.DOUBLE, Models.T, Models.F);
            for (int i = 0; i < 4; i++) {
                mean.addi(POOL.slice(index.getInt(i, b)).mul(0.25));
            }
            INDArray weights = w.getColumn(TARGETS[b]).dup().reshape(Models.T, Models.F);
            assertThat(Golden.relativeError(values.slice(b), X.slice(b).sub(mean).mul(weights)))
                    .isLessThan(1e-13);
        }
    }

    /** The mean over many draws is the mean over the pool of integrated gradients. */
    @Test
    void should_approach_the_mean_of_integrated_gradients_over_the_pool() {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray expected = X.mul(0);
        for (int p = 0; p < 4; p++) {
            expected.addi(
                    new IntegratedGradients()
                            .from(Baseline.of(POOL.slice(p).dup()))
                            .attribute(model, X, TARGETS, Seed.of(1))
                            .values()
                            .mul(0.25));
        }

        INDArray many =
                new GradientShap(4000, 0, Output.LOGIT, BaselinePool.of(POOL))
                        .attribute(model, X, TARGETS, Seed.of(1))
                        .values();

        // The standard error of 4,000 draws is 1/63 of the spread of one.
        assertThat(Golden.relativeError(many, expected)).isLessThan(0.05);
        assertThat(many.sumNumber().doubleValue())
                .isCloseTo(expected.sumNumber().doubleValue(), within(0.01));
    }

    @Test
    void should_have_the_setting_of_the_paper() {
        assertThat(Json.canonical(GradientShap.paper()))
                .isEqualTo(
                        "{\"alpha\":\"random\",\"member\":\"random\",\"noise\":\"gaussian\","
                                + "\"output\":\"logit\",\"pool\":\"uniform:50\",\"samples\":5,"
                                + "\"sigma\":0.09}");
        assertThat(
                        AttributionMethod.registry()
                                .configured(
                                        "gradient-shap", Map.of("samples", "5", "sigma", "0.09")))
                .isEqualTo(GradientShap.paper());
        assertThat(GradientShap.paper().descriptor().cost()).isEqualTo("5 gradients");
    }

    @Test
    void should_refuse_settings_and_arrays_that_do_not_fit() {
        refused("samples", "0", "samples must be at least 1, was 0");
        refused("sigma", "-1", "sigma must be finite and not negative, was -1.0");
        refused("pool", "white", "pool must be uniform:50");
        refused("alpha", "half", "draw must be random or @file.npy, was 'half'");
        refused("steps", "3", "gradient-shap");

        given(Draw.of(Nd4j.zeros(DataType.DOUBLE, 2, 2)), Draw.random())
                .hasMessageContaining("must have shape [2, 3] (draws, samples), has [2, 2]");
        given(Draw.of(Nd4j.ones(DataType.DOUBLE, 2, 3).mul(1.5)), Draw.random())
                .hasMessageContaining("must be in [0, 1], was 1.5");
        given(Draw.random(), Draw.of(Nd4j.ones(DataType.DOUBLE, 2, 3).mul(4)))
                .hasMessageContaining("must be whole numbers in [0, 4), was 4.0");
    }

    private static AbstractThrowableAssert<?, ?> given(Draw alpha, Draw member) {
        GradientShap method =
                new GradientShap(
                        2, 0, Output.LOGIT, BaselinePool.of(POOL), Noise.gaussian(), alpha, member);
        return assertThatThrownBy(
                        () ->
                                method.attribute(
                                        Models.lstm(DataType.DOUBLE), X, TARGETS, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static void refused(String setting, String value, String message) {
        assertThatThrownBy(
                        () ->
                                AttributionMethod.registry()
                                        .configured("gradient-shap", Map.of(setting, value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
