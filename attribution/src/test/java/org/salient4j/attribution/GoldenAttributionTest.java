package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** Against PyTorch and Captum, for all networks and both data types. */
class GoldenAttributionTest {
    private static final Map<DataType, Double> TOLERANCE =
            Map.of(DataType.DOUBLE, 1e-9, DataType.FLOAT, 1e-4);
    // In float a ReLU or a maximum near its kink may fall on the other side, which one differs
    // from processor to processor: half the samples must be exact, and none far off.
    private static final Set<String> KINKED = Set.of("tcn", "transformer");

    static Stream<Arguments> references() {
        Baseline given = Baseline.file(Golden.file("common_series/baseline"));
        IntegratedGradients gl50 = new IntegratedGradients();
        List<Arguments> all = new ArrayList<>();
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            for (String net : List.of("lstm", "lstm_ica", "tcn", "transformer")) {
                all.add(Arguments.of(net, type, "gradient", new Gradient()));
                all.add(Arguments.of(net, type, "integrated_gradients_gl50", gl50));
                all.add(Arguments.of(net, type, "smoothgrad_signed", smooth(Aggregate.SIGNED)));
                all.add(Arguments.of(net, type, "smoothgrad_abs", smooth(Aggregate.ABSOLUTE)));
                all.add(Arguments.of(net, type, "gradient_shap", gradientShap()));
            }
            for (String net : List.of("lstm", "lstm_ica")) {
                all.add(
                        Arguments.of(
                                net, type, "integrated_gradients_gl50_baseline", gl50.from(given)));
                all.add(riemann(net, type, "riemann_middle50", QuadratureRule.RIEMANN_MIDDLE));
                all.add(
                        riemann(
                                net,
                                type,
                                "riemann_trapezoid50_captum",
                                QuadratureRule.RIEMANN_TRAPEZOID_CAPTUM));
            }
            all.add(riemann("lstm", type, "trapezoid50_proper", QuadratureRule.RIEMANN_TRAPEZOID));
            all.add(Arguments.of("lstm", type, "smoothgrad_sq", smooth(Aggregate.SQUARED)));
            DeepLift compat = DeepLift.paper().from(given);
            all.add(Arguments.of("lstm", type, "deep_lift_captum_compat", compat));
            all.add(Arguments.of("transformer", type, "deep_lift_captum_compat", compat));
            for (DeepLiftMode mode : List.of(DeepLiftMode.rescale(), DeepLiftMode.captumCompat())) {
                all.add(
                        Arguments.of(
                                "tcn", type, "deep_lift", new DeepLift(mode, Output.LOGIT, given)));
                all.add(
                        Arguments.of(
                                "tcn",
                                type,
                                "deep_shap",
                                new DeepShap(
                                        mode,
                                        Output.LOGIT,
                                        BaselinePool.file(
                                                Golden.file("common_series/baseline_pool")))));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("references")
    void should_equal_pytorch_and_captum(
            String net, DataType type, String file, AttributionMethod method) {
        INDArray x = Golden.read("common_series/input");

        Attribution attribution =
                method.attribute(Golden.network(net, type), x, Golden.labels(), Seed.of(1));

        assertThat(attribution.values().dataType()).isEqualTo(type);
        INDArray expected = Golden.read(net + "/" + file);
        if (KINKED.contains(net) && type == DataType.FLOAT) {
            double[] errors = Golden.relativeL2OfSamples(attribution.values(), expected);
            Arrays.sort(errors);
            assertThat(errors[errors.length / 2 - 1]).isLessThan(1e-5);
            assertThat(errors[errors.length - 1]).isLessThan(1e-2); // one kink at one of its points
        } else {
            assertThat(Golden.relativeError(attribution.values(), expected))
                    .isLessThan(TOLERANCE.get(type));
        }
    }

    /** Cells are decided by ties in the maxima of a constant baseline; sums are not. */
    @Test
    void should_sum_as_captum_from_zeros() {
        INDArray expected = Golden.read("tcn/deep_lift_zero").sum(1, 2);

        INDArray sums =
                new DeepLift()
                        .attribute(
                                Golden.network("tcn", DataType.DOUBLE),
                                Golden.read("common_series/input"),
                                Golden.labels(),
                                Seed.of(1))
                        .values()
                        .sum(1, 2);

        assertThat(Golden.relativeError(sums, expected)).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm_ica", "tcn", "transformer"})
    void should_know_the_output_at_a_baseline(String net) {
        Network network = Golden.network(net, DataType.DOUBLE);
        int[] labels = Golden.labels();
        Samples samples = Samples.of(network, Golden.read("common_series/input"), labels);
        double[] baseline = HostArray.doubles(Golden.read("common_series/baseline"));
        INDArray expected = Golden.read(net + "/logits_baseline");
        INDArray zero = Golden.read(net + "/logits_zero_baseline");

        double[] atBaseline = OutputValues.at(samples, baseline, Output.LOGIT);
        double[] atZero = OutputValues.at(samples, new double[baseline.length], Output.LOGIT);

        for (int b = 0; b < labels.length; b++) {
            assertThat(atBaseline[b]).isCloseTo(expected.getDouble(b, labels[b]), within(1e-12));
            assertThat(atZero[b]).isCloseTo(zero.getDouble(b, labels[b]), within(1e-12));
        }
    }

    /** Captum's error on the same network is 0.0237 (its weights sum to 0.98), with middle 1e-4. */
    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm_ica"})
    void should_measure_how_complete_a_rule_is(String net) {
        assertThat(largestDelta(net, QuadratureRule.GAUSS_LEGENDRE)).isLessThan(1e-12);
        assertThat(largestDelta(net, QuadratureRule.RIEMANN_MIDDLE)).isBetween(5e-5, 5e-4);
        assertThat(largestDelta(net, QuadratureRule.RIEMANN_TRAPEZOID_CAPTUM))
                .isBetween(0.02, 0.04);
    }

    private static double largestDelta(String net, QuadratureRule rule) {
        double[] delta =
                new IntegratedGradients(50, rule, Output.LOGIT, Baseline.zeros())
                        .attribute(
                                Golden.network(net, DataType.DOUBLE),
                                Golden.read("common_series/input"),
                                Golden.labels(),
                                Seed.of(1))
                        .convergenceDelta()
                        .orElseThrow();
        double largest = 0;
        for (double d : delta) {
            largest = Math.max(largest, Math.abs(d));
        }
        return largest;
    }

    private static Arguments riemann(String net, DataType type, String file, QuadratureRule rule) {
        return Arguments.of(
                net,
                type,
                "integrated_gradients_" + file,
                new IntegratedGradients(50, rule, Output.LOGIT, Baseline.zeros()));
    }

    private static GradientShap gradientShap() {
        return new GradientShap(
                5,
                0,
                Output.LOGIT,
                BaselinePool.file(Golden.file("common_series/baseline_pool")),
                Noise.file(Golden.file("common_series/gradshap_noise")),
                Draw.file(Golden.file("common_series/gradshap_alpha")),
                Draw.file(Golden.file("common_series/gradshap_index")));
    }

    private static SmoothGrad smooth(Aggregate aggregate) {
        Noise noise = Noise.file(Golden.file("common_series/smoothgrad_noise"));
        return new SmoothGrad(5, 0, false, aggregate, Output.LOGIT, noise);
    }
}
