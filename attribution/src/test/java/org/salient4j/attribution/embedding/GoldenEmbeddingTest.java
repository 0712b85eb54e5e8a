package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.FeatureGroups;
import org.salient4j.attribution.GroupShare;
import org.salient4j.attribution.Orders;
import org.salient4j.attribution.ShapleyValueSampling;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/** A tiny encoder in float64 against PyTorch and Captum; see the README.txt of the fixtures. */
class GoldenEmbeddingTest {
    private static final JsonNode GOLDEN = read();
    private static final DifferentiableModel ENCODER = encoder(DataType.DOUBLE);
    private static final INDArray X = array("x", 4, 5);

    static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of("J", new NeuronGradient()),
                Arguments.of("integrated_gradients", new NeuronIntegratedGradients()),
                Arguments.of("feature_ablation", new NeuronFeatureAblation()),
                Arguments.of("shapley_exact", new NeuronAttribution(allOrders())));
    }

    @Test
    void should_embed_as_pytorch() {
        assertThat(values(ENCODER.output(X))).containsExactly(numbers("y"), within(1e-13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void should_attribute_as_pytorch_and_captum(String name, EmbeddingMethod method) {
        EmbeddingAttribution attribution = method.attribute(ENCODER, X, Seed.of(1));

        assertThat(attribution.values().shape()).containsExactly(4, 3, 5);
        assertThat(values(attribution.values())).containsExactly(numbers(name), within(1e-12));
        assertThat(attribution.ranks()).isEmpty();
    }

    @Test
    void should_invert_the_jacobian_as_pytorch() {
        EmbeddingAttribution inverted =
                new InvertedNeuronGradient().attribute(ENCODER, X, Seed.of(1));

        INDArray expected = array("pinv", 4, 5, 3).permute(0, 2, 1);
        assertThat(values(inverted.values())).containsExactly(values(expected), within(1e-11));
        assertThat(inverted.ranks()).contains(new NumericalRanks(3, 3, 3, 3));
    }

    @Test
    void should_average_magnitudes_over_samples() {
        AttributionMap gradient = new NeuronGradient().attribute(ENCODER, X, Seed.of(1)).map();
        AttributionMap inverted =
                new InvertedNeuronGradient().attribute(ENCODER, X, Seed.of(1)).map();

        assertThat(values(gradient.values()))
                .containsExactly(numbers("neuron_gradient_map"), within(1e-12));
        assertThat(values(inverted.values()))
                .containsExactly(numbers("inverted_map"), within(1e-11));
    }

    @Test
    void should_agree_in_float() {
        EmbeddingAttribution jacobian =
                new NeuronGradient().attribute(encoder(DataType.FLOAT), X, Seed.of(1));

        assertThat(jacobian.values().dataType()).isEqualTo(DataType.DOUBLE);
        assertThat(values(jacobian.values())).containsExactly(numbers("J"), within(1e-6));
    }

    /** The estimate tends to the exact values, and is complete on the way. */
    @Test
    void should_approach_the_exact_shapley_values() {
        double[] exact = numbers("shapley_exact");
        INDArray change = ENCODER.output(X).sub(ENCODER.output(X.mul(0)));

        double[] few = sampled(20);
        double[] many = sampled(4000);

        assertThat(distance(many, exact)).isLessThan(distance(few, exact) / 5);
        assertThat(distance(many, exact)).isLessThan(0.01);
        for (int row = 0; row < 12; row++) {
            double sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += few[row * 5 + i];
            }
            assertThat(sum).isCloseTo(change.getDouble(row / 3, row % 3), within(1e-12));
        }
    }

    private static double[] sampled(int permutations) {
        EmbeddingMethod method =
                new NeuronShapleySampling(permutations, Baseline.zeros(), FeatureGroups.cells());
        return values(method.attribute(ENCODER, X, Seed.of(5)).values());
    }

    /** |a - b| / |b|. */
    private static double distance(double[] a, double[] b) {
        double error = 0;
        double scale = 0;
        for (int i = 0; i < a.length; i++) {
            error += (a[i] - b[i]) * (a[i] - b[i]);
            scale += b[i] * b[i];
        }
        return Math.sqrt(error / scale);
    }

    /** All 120 orders of five neurons: exact. */
    private static ShapleyValueSampling allOrders() {
        List<double[]> orders = new ArrayList<>();
        for (int code = 0; code < 3125; code++) {
            int digits = code;
            double[] order = new double[5];
            boolean[] seen = new boolean[5];
            int different = 0;
            for (int at = 0; at < 5; at++) {
                int digit = digits % 5;
                digits /= 5;
                order[at] = digit;
                different += seen[digit] ? 0 : 1;
                seen[digit] = true;
            }
            if (different == 5) {
                orders.add(order);
            }
        }
        return new ShapleyValueSampling(
                120,
                Output.LOGIT,
                Baseline.zeros(),
                FeatureGroups.cells(),
                GroupShare.WHOLE,
                Orders.of(Nd4j.createFromArray(orders.toArray(double[][]::new))));
    }

    private static DifferentiableModel encoder(DataType type) {
        INDArray[] weights = new INDArray[3];
        INDArray[] biases = new INDArray[3];
        for (int layer = 0; layer < 3; layer++) {
            double[][] w = Json.convert(GOLDEN.get("W").get(layer), double[][].class, "W");
            weights[layer] = Nd4j.createFromArray(w).transpose().dup('c');
            biases[layer] =
                    Nd4j.createFromArray(
                            Json.convert(GOLDEN.get("b").get(layer), double[].class, "b"));
        }
        return Encoders.mlp(type, weights, biases);
    }

    private static INDArray array(String name, long... shape) {
        return HostArray.of(numbers(name), DataType.DOUBLE, shape);
    }

    /** All numbers under a name, in C order. */
    private static double[] numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        collect(GOLDEN.get(name), numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, List<Double> numbers) {
        if (node.isNumber()) {
            numbers.add(node.asDouble());
        }
        node.forEach(child -> collect(child, numbers));
    }

    private static double[] values(INDArray array) {
        return HostArray.doubles(array);
    }

    private static JsonNode read() {
        String name = "/golden/embedding/mlp.json";
        try (InputStream in = GoldenEmbeddingTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Json.parse(text, JsonNode.class, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
