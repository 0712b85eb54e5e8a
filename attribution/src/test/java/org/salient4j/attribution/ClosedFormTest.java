package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/** Where the answer can be written down. */
class ClosedFormTest {
    private static final int[] TARGETS = {2, 0, 1};
    private static final INDArray X = Models.uniform(31, 3, Models.T, Models.F);
    private static final INDArray W = Models.uniform(32, Models.CELLS, Models.CLASSES);

    @ParameterizedTest
    @EnumSource(
            value = QuadratureRule.class,
            names = "RIEMANN_TRAPEZOID_CAPTUM",
            mode = EnumSource.Mode.EXCLUDE)
    void should_give_weight_times_difference_on_a_linear_model(QuadratureRule rule) {
        INDArray b = Models.uniform(33, 3, Models.T, Models.F);

        Attribution a =
                new IntegratedGradients(4, rule, Output.LOGIT, Baseline.of(b))
                        .attribute(Models.linear(W, DataType.DOUBLE), X, TARGETS, Seed.of(1));

        assertThat(Golden.relativeError(a.values(), weights().mul(X.sub(b)))).isLessThan(1e-14);
        assertThat(a.convergenceDelta().orElseThrow())
                .containsExactly(new double[3], within(1e-14));
    }

    @Test
    void should_lose_one_nth_with_the_weights_of_captum() {
        Attribution a =
                new IntegratedGradients(
                                4,
                                QuadratureRule.RIEMANN_TRAPEZOID_CAPTUM,
                                Output.LOGIT,
                                Baseline.zeros())
                        .attribute(Models.linear(W, DataType.DOUBLE), X, TARGETS, Seed.of(1));

        assertThat(Golden.relativeError(a.values(), weights().mul(X).mul(0.75))).isLessThan(1e-14);
    }

    @Test
    void should_give_the_weights_as_gradient_of_a_linear_model() {
        DifferentiableModel model = Models.linear(W, DataType.DOUBLE);

        assertThat(values(new Gradient(), model, X)).isEqualTo(weights());
        assertThat(values(new Gradient(Output.LOGIT, true), model, X))
                .isEqualTo(Transforms.abs(weights()));
        assertThat(Golden.relativeError(values(new SmoothGrad(), model, X), weights()))
                .isLessThan(1e-14);
        INDArray squared = values(smooth(3, 2, false, Aggregate.SQUARED), model, X);
        assertThat(Golden.relativeError(squared, weights().mul(weights()))).isLessThan(1e-14);
    }

    /** d/dx tanh(x W) V = W diag(1 - tanh²) V. */
    @Test
    void should_differentiate_a_hand_written_graph() {
        INDArray first = Models.uniform(34, Models.CELLS, 8);
        INDArray second = Models.uniform(35, 8, Models.CLASSES);
        INDArray expected = X.dup();
        for (int b = 0; b < TARGETS.length; b++) {
            INDArray hidden = Transforms.tanh(X.slice(b).reshape(1, Models.CELLS).mmul(first));
            INDArray slope = hidden.mul(hidden).rsub(1).mul(second.getColumn(TARGETS[b]));
            expected.slice(b).assign(slope.mmul(first.transpose()).reshape(Models.T, Models.F));
        }

        assertThat(
                        Golden.relativeError(
                                values(new Gradient(), Models.handWritten(first, second), X),
                                expected))
                .isLessThan(1e-13);
    }

    @ParameterizedTest
    @EnumSource(Output.class)
    void should_be_complete_for_every_output(Output output) {
        double[] delta =
                new IntegratedGradients(
                                80, QuadratureRule.GAUSS_LEGENDRE, output, Baseline.uniform())
                        .attribute(Models.lstm(DataType.DOUBLE), X, TARGETS, Seed.of(1))
                        .convergenceDelta()
                        .orElseThrow();

        assertThat(delta).containsExactly(new double[3], within(1e-10));
    }

    @Test
    void should_give_the_gradient_without_noise() {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray gradient = values(new Gradient(), model, X);
        INDArray constant = X.dup().assign(0.5);

        assertThat(
                        Golden.relativeError(
                                values(smooth(3, 0, false, Aggregate.SIGNED), model, X), gradient))
                .isLessThan(1e-14);
        // A constant sample has no range for the noise to be a share of.
        assertThat(
                        Golden.relativeError(
                                values(smooth(3, 1, true, Aggregate.SIGNED), model, constant),
                                values(new Gradient(), model, constant)))
                .isLessThan(1e-14);
    }

    /** Measured on the points where the model was asked. */
    @Test
    void should_scale_relative_noise_by_the_range_of_each_sample() {
        INDArray x = X.dup();
        x.slice(1).muli(10);
        Samples samples = Samples.of(Models.lstm(DataType.DOUBLE), x, TARGETS);
        RecordingModel model = new RecordingModel(Models.lstm(DataType.DOUBLE));

        smooth(400, 0.1, true, Aggregate.SIGNED).attribute(model, x, TARGETS, Seed.of(4));

        for (int b = 0; b < 3; b++) {
            INDArray row = x.slice(b);
            double range = row.maxNumber().doubleValue() - row.minNumber().doubleValue();
            double square = 0;
            for (int i = 0; i < 400; i++) {
                double[] point = model.points().get(b * 400 + i);
                for (int c = 0; c < Models.CELLS; c++) {
                    square += Math.pow(point[c] - samples.values()[b * Models.CELLS + c], 2);
                }
            }
            // 9,600 draws: the standard error of the deviation is 0.7 %.
            assertThat(Math.sqrt(square / (400 * Models.CELLS)) / (0.1 * range))
                    .isCloseTo(1, within(0.03));
        }
    }

    private static SmoothGrad smooth(int n, double sigma, boolean relative, Aggregate aggregate) {
        return new SmoothGrad(n, sigma, relative, aggregate, Output.LOGIT, Noise.gaussian());
    }

    private static INDArray weights() {
        INDArray weights = X.dup();
        for (int b = 0; b < TARGETS.length; b++) {
            weights.slice(b).assign(W.getColumn(TARGETS[b]).dup().reshape(Models.T, Models.F));
        }
        return weights;
    }

    private static INDArray values(
            AttributionMethod method, DifferentiableModel model, INDArray x) {
        return method.attribute(model, x, TARGETS, Seed.of(1)).values();
    }
}
