package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.layers.encoder.ConvolutionalEncoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;
import org.salient4j.layers.zoo.AdjointArchitecture;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CifarResNetClassifier;
import org.salient4j.layers.zoo.CnnClassifier;
import org.salient4j.layers.zoo.InputCellAttentionClassifier;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.layers.zoo.ResNetClassifier;
import org.salient4j.layers.zoo.TangentArchitecture;
import org.salient4j.layers.zoo.TcnClassifier;
import org.salient4j.layers.zoo.TransformerClassifier;
import org.salient4j.layers.zoo.VggClassifier;

/** What every network promises of its tangents, at sizes that are quick to differentiate. */
class TangentArchitectureTest {
    private static final int BATCH = 2;

    static Stream<TangentArchitecture> small() {
        List<FeatureRange> blocks = List.of(new FeatureRange(0, 1), new FeatureRange(1, 3));
        return Stream.of(
                new LstmClassifier(5, 3, 4, 3, 0.3, 0.5, false),
                new LstmClassifier(1, 3, 2, 2, 0.3, 0, true),
                new InputCellAttentionClassifier(5, 3, 4, 2, 3, 2, 0.3, 0.5, false),
                new InputCellAttentionClassifier(3, 2, 2, 1, 3, 2, 0.3, 0.5, true),
                new TcnClassifier(7, 3, List.of(3, 4), 3, 2, 0.3, TimePooling.MAX_OVER_TIME, false),
                new TcnClassifier(6, 3, List.of(4), 2, 2, 0.3, TimePooling.LAST_STEP, true),
                new TransformerClassifier(
                        4, 6, 2, 3, 8, 2, 0.3, true, true, TimePooling.MAX_OVER_TIME, false),
                new TransformerClassifier(
                        3, 4, 1, 2, 5, 2, 0.3, false, false, TimePooling.LAST_STEP, true),
                new CnnClassifier(2, 9, 8, 3, 3, 4, 6, 3, 0.3, 0.3),
                new ResNetClassifier(2, 6, 5, List.of(2, 3), List.of(1, 2), 3),
                new CifarResNetClassifier(2, 6, 5, 2, 1, 3),
                new VggClassifier(2, 5, 8, List.of(2, 3), List.of(1, 2), List.of(4, 3), 3, 0.3),
                new MlpEncoder(5, List.of(6, 6, 4), 2, 3, Head.l2Normalise(blocks)),
                new MlpEncoder(5, List.of(), 1, 3, Head.scaledTanh(2)),
                new ConvolutionalEncoder(4, 7, 5, 3, Head.hardClip(0.2, 0.3)),
                new ConvolutionalEncoder(4, 3, 5, 2, Head.none()));
    }

    static Stream<Architecture> registered() {
        return ServiceLoader.load(Architecture.class).stream().map(ServiceLoader.Provider::get);
    }

    /** The tests below leave no network out. */
    @Test
    void should_have_a_tangent_and_a_small_one_here_for_every_registered_network() {
        assertThat(small().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(registered().map(Object::getClass).toList());
    }

    static Stream<Architecture> registeredForSmallInputs() {
        return registered()
                .filter(network -> !Set.of("resnet-18", "vgg-16").contains(network.name()));
    }

    @ParameterizedTest
    @MethodSource("registeredForSmallInputs")
    void should_have_a_tangent_that_equals_finite_differences_at_its_default_sizes(
            TangentArchitecture network) {
        TangentCheck.againstDifferences(
                Mode.EXPLAIN, network.inputShape(), network::output, draw(network, 20));
    }

    @ParameterizedTest
    @MethodSource("small")
    void should_give_the_same_value_beside_a_tangent(TangentArchitecture network) {
        for (Mode mode : Mode.values()) {
            TangentCheck.equalValues(
                    mode,
                    network.inputShape(),
                    network::output,
                    network::output,
                    draw(network, 21));
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void should_have_tangents_that_equal_finite_differences(TangentArchitecture network) {
        for (Mode mode : Mode.values()) {
            TangentCheck.againstDifferences(
                    mode, network.inputShape(), network::output, draw(network, 22));
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void should_have_tangents_that_can_be_differentiated_by_its_parameters(
            TangentArchitecture network) {
        TangentCheck.differentiable(network.inputShape(), network::output, draw(network, 23));
    }

    static Stream<TangentArchitecture> smallWithAWayBack() {
        return small().filter(AdjointArchitecture.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("smallWithAWayBack")
    void should_lead_back_by_the_transposed_jacobian(TangentArchitecture network) {
        TangentCheck.transposed(
                network.inputShape(),
                network::output,
                ((AdjointArchitecture) network)::pullback,
                draw(network, 24));
    }

    private static INDArray draw(Architecture network, long seed) {
        long[] example = network.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = BATCH;
        System.arraycopy(example, 0, shape, 1, example.length);
        return GradientCheck.normal(new SplittableRandom(seed), shape);
    }
}
