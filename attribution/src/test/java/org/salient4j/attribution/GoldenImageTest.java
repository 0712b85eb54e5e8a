package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.deeplift.CaptumModule;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/**
 * The network for digits against PyTorch and Captum; DeepLIFT and DeepSHAP are Captum's own, of the
 * network with its ReLUs and its pool as modules.
 */
class GoldenImageTest {
    /** Methods share the graphs that a network keeps. */
    private static final Map<DataType, Network> NETWORKS = new EnumMap<>(DataType.class);

    private static Network network(DataType type) {
        return NETWORKS.computeIfAbsent(type, t -> Golden.network("mnist_cnn", t));
    }

    static Stream<Arguments> references() {
        Baseline given = Baseline.file(Golden.file("common_image/baseline"));
        BaselinePool pool = BaselinePool.file(Golden.file("common_image/baseline_pool"));
        IntegratedGradients gl50 = new IntegratedGradients();
        DeepLiftMode modules =
                DeepLiftMode.captumCompat(Set.of(CaptumModule.RELU, CaptumModule.MAX_POOL));
        List<Arguments> all = new ArrayList<>();
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            all.add(Arguments.of(type, "gradient", new Gradient()));
            all.add(Arguments.of(type, "integrated_gradients_gl50", gl50));
            all.add(Arguments.of(type, "integrated_gradients_gl50_baseline", gl50.from(given)));
            all.add(Arguments.of(type, "smoothgrad_signed", smooth(Aggregate.SIGNED)));
            all.add(Arguments.of(type, "smoothgrad_sq", smooth(Aggregate.SQUARED)));
            all.add(
                    Arguments.of(
                            type,
                            "gradient_shap",
                            new GradientShap(
                                    5,
                                    0,
                                    Output.LOGIT,
                                    pool,
                                    Noise.file(Golden.file("common_image/gradshap_noise")),
                                    Draw.file(Golden.file("common_image/gradshap_alpha")),
                                    Draw.file(Golden.file("common_image/gradshap_index")))));
            for (DeepLiftMode mode : List.of(DeepLiftMode.rescale(), modules)) {
                all.add(Arguments.of(type, "deep_lift", new DeepLift(mode, Output.LOGIT, given)));
                all.add(Arguments.of(type, "deep_shap", new DeepShap(mode, Output.LOGIT, pool)));
            }
        }
        return all.stream();
    }

    private static SmoothGrad smooth(Aggregate aggregate) {
        return new SmoothGrad(
                5,
                0,
                false,
                aggregate,
                Output.LOGIT,
                Noise.file(Golden.file("common_image/smoothgrad_noise")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("references")
    void should_equal_pytorch_and_captum(DataType type, String file, AttributionMethod method) {
        INDArray values =
                method.attribute(
                                network(type),
                                Golden.read("mnist_cnn/input"),
                                Golden.read("mnist_cnn/label").toIntVector(),
                                Seed.of(1))
                        .values();

        INDArray expected = Golden.read("mnist_cnn/" + file);
        if (type == DataType.DOUBLE) {
            assertThat(Golden.relativeError(values, expected)).isLessThan(1e-6);
        } else {
            // In float a ReLU or a maximum near its kink may fall on the other side.
            double[] errors = Golden.relativeL2OfSamples(values, expected);
            Arrays.sort(errors);
            assertThat(errors[0]).isLessThan(1e-4);
            assertThat(errors[errors.length - 1]).isLessThan(1e-2);
        }
    }

    /** Pixels are decided by ties in the pool of a constant baseline; sums are not. */
    @Test
    void should_sum_as_captum_from_zeros() {
        INDArray expected = Golden.read("mnist_cnn/deep_lift_zero").sum(1, 2, 3);

        INDArray sums =
                new DeepLift()
                        .attribute(
                                network(DataType.DOUBLE),
                                Golden.read("mnist_cnn/input"),
                                Golden.read("mnist_cnn/label").toIntVector(),
                                Seed.of(1))
                        .values()
                        .sum(1, 2, 3);

        assertThat(Golden.relativeError(sums, expected)).isLessThan(1e-10);
    }
}
