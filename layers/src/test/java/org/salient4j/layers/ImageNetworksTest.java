package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CifarResNetClassifier;
import org.salient4j.layers.zoo.ResNetClassifier;
import org.salient4j.layers.zoo.VggClassifier;

/** Residual networks and VGG, at sizes of which PyTorch's numbers are small. */
class ImageNetworksTest {

    static Stream<Arguments> small() {
        return Stream.of(
                Arguments.of(
                        "resnet_18",
                        new ResNetClassifier(2, 8, 6, List.of(3, 4), List.of(2, 1), 3)),
                Arguments.of("resnet_32", new CifarResNetClassifier(3, 8, 7, 4, 1, 3)),
                Arguments.of(
                        "vgg_16",
                        new VggClassifier(
                                2, 9, 12, List.of(3, 4), List.of(1, 2), List.of(5, 4), 3, 0.4)));
    }

    @ParameterizedTest
    @MethodSource("small")
    void should_have_the_reference_names_in_their_order(String name, Architecture network) {
        assertThat(tower(network, Mode.EXPLAIN, DataType.FLOAT).parameters().names())
                .containsExactlyElementsOf(Golden.names("images/" + name + "/names"));
    }

    @ParameterizedTest
    @MethodSource("small")
    void should_give_the_reference_logits_and_gradients(String name, Architecture network) {
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            double tolerance = type == DataType.DOUBLE ? 1e-12 : 1e-5;
            TestTower tower = tower(network, Mode.EXPLAIN, type);
            Golden.assign(tower.parameters(), read(name, "weights"));
            INDArray x = read(name, "input");
            assertThat(Golden.relativeError(tower.output(x), read(name, "logits")))
                    .isLessThan(tolerance);
            INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, 2, 3);
            for (int b = 0; b < 2; b++) {
                oneHot.putScalar(b, read(name, "label").getInt(b), 1);
            }
            INDArray gradient = tower.gradients(x, oneHot).get("x");
            assertThat(Golden.relativeError(gradient, read(name, "gradient")))
                    .isLessThan(tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void should_have_gradients_that_equal_finite_differences_in_training(
            String name, Architecture network) {
        Architecture certain =
                network instanceof VggClassifier
                        ? new VggClassifier(
                                2, 9, 12, List.of(3, 4), List.of(1, 2), List.of(5, 4), 3, 0)
                        : network;
        TestTower tower = tower(certain, Mode.TRAIN, DataType.DOUBLE);
        GradientCheck.run(tower, read(name, "input"), new SplittableRandom(6));
    }

    @ParameterizedTest
    @MethodSource("small")
    void should_say_whether_a_training_tower_looks_at_the_whole_batch(
            String name, Architecture network) {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(4));
        Scope scope = new Scope(graph, parameters, Mode.TRAIN);
        SDVariable logits = network.output(scope, graph.constant(read(name, "input")));
        assertThat(scope.updates().isEmpty()).isEqualTo(!network.usesBatchStatistics());
        assertThat(scope.updates().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        parameters.names().stream()
                                .filter(p -> !parameters.trainable().contains(p))
                                .toList());
        Map<String, INDArray> next = graph.output(Map.of(), logits.name());
        assertThat(next.get(logits.name()).shape()).containsExactly(2, 3);
    }

    @Test
    void should_have_the_published_numbers_of_parameters() {
        assertThat(count(new ResNetClassifier())).isEqualTo(11_173_962);
        assertThat(count(new CifarResNetClassifier())).isEqualTo(464_154);
        Map<String, Architecture> others = new CifarResNetClassifier().presets();
        assertThat(count(others.get("resnet-20"))).isEqualTo(269_722);
        assertThat(count(others.get("resnet-44"))).isEqualTo(658_586);
        assertThat(count(others.get("resnet-56"))).isEqualTo(853_018);
    }

    @Test
    void should_have_as_many_parameters_as_vgg_16() {
        // Drawing 138 million numbers takes seconds: a linear layer's are counted on paper.
        VggClassifier bird = new VggClassifier();
        long features = 14_714_688;
        assertThat(count(withoutHead(bird)) - (512 + 1) - (2 + 2)).isEqualTo(features);
        assertThat(features + head(bird)).isEqualTo(125_100_052);
        assertThat(features + head((VggClassifier) bird.presets().get("imagenet")))
                .isEqualTo(138_357_544);
    }

    /** The convolutions, at the smallest image that they have room for, and one small layer. */
    private static VggClassifier withoutHead(VggClassifier net) {
        return new VggClassifier(3, 32, 32, net.filters(), net.convolutions(), List.of(1), 2, 0);
    }

    private static long head(VggClassifier network) {
        long in = 512L * (network.height() >> 5) * (network.width() >> 5);
        long count = 0;
        for (int out : network.hidden()) {
            count += in * out + out;
            in = out;
        }
        return count + in * network.classes() + network.classes();
    }

    @Test
    void should_refuse_sizes_that_do_not_fit_together() {
        assertThatThrownBy(() -> new ResNetClassifier(3, 8, 8, List.of(4, 8), List.of(1), 2))
                .hasMessage("blocks must be a number for each of the 2 filters, was [1]");
        assertThatThrownBy(() -> new ResNetClassifier(3, 8, 8, List.of(), List.of(), 2))
                .hasMessage("filters must be numbers of at least 1, was []");
        assertThatThrownBy(() -> new CifarResNetClassifier(3, 8, 8, 5, 1, 2))
                .hasMessage("filters must be even and at least 2, was 5");
        assertThatThrownBy(
                        () ->
                                new VggClassifier(
                                        3,
                                        7,
                                        8,
                                        List.of(2, 2, 2),
                                        List.of(1, 1, 1),
                                        List.of(2),
                                        2,
                                        0))
                .hasMessage("height must be at least 8, which 3 pools halve to 1, was 7");
        assertThatThrownBy(
                        () ->
                                new VggClassifier(
                                        3, 8, 8, List.of(2), List.of(1, 1), List.of(2), 2, 0))
                .hasMessage("convolutions must be a number for each of the 1 filters, was [1, 1]");
    }

    private static long count(Architecture network) {
        return tower(network, Mode.TRAIN, DataType.FLOAT).parameters().count();
    }

    private static TestTower tower(Architecture network, Mode mode, DataType type) {
        return new TestTower(
                new Parameters(type, new SplittableRandom(4)),
                mode,
                network.inputShape(),
                network::output);
    }

    private static INDArray read(String name, String array) {
        return Golden.read("images/" + name + "/" + array);
    }
}
