package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.custom.RandomBernoulli;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.BernoulliNoise;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.VggClassifier;

class TowerCopyTest {
    private static final INDArray X = Nd4j.linspace(DataType.DOUBLE, -1, 0.1, 12).reshape(4, 3);

    @Test
    void should_compute_what_the_first_tower_computes() {
        SameDiff graph = mlp(0);
        SDVariable copy =
                TowerCopy.within(
                        graph,
                        "in",
                        "out",
                        graph.placeHolder("in2", DataType.DOUBLE, -1, 3),
                        "copy/");
        int variables = graph.variables().size();
        Map<String, INDArray> both = graph.output(Map.of("in", X, "in2", X), "out", copy.name());
        assertThat(both.get(copy.name())).isEqualTo(both.get("out"));
        assertThat(copy.name()).startsWith("copy/");
        // Parameters are shared: none was copied.
        assertThat(variables).isEqualTo(graph.variables().size());
        assertThat(graph.variables())
                .filteredOn(
                        v ->
                                v.getVariableType()
                                        == org.nd4j.autodiff.samediff.VariableType.VARIABLE)
                .hasSize(2);
        graph.getVariable("w").getArr().muli(2);
        Map<String, INDArray> later = graph.output(Map.of("in", X, "in2", X), "out", copy.name());
        assertThat(later.get(copy.name()))
                .isEqualTo(later.get("out"))
                .isNotEqualTo(both.get("out"));
    }

    @Test
    void should_send_the_gradients_of_both_towers_into_the_shared_parameters() {
        SameDiff graph = mlp(0);
        SDVariable copy =
                TowerCopy.within(
                        graph,
                        "in",
                        "out",
                        graph.placeHolder("in2", DataType.DOUBLE, -1, 3),
                        "copy/");
        graph.getVariable("out").add(copy).sum().rename("loss");
        graph.setLossVariables("loss");
        INDArray both =
                graph.calculateGradients(Map.of("in", X, "in2", X.mul(3)), "w").get("w").dup();
        INDArray sum = gradient(X).add(gradient(X.mul(3)));
        assertThat(both.distance2(sum)).isLessThan(1e-12);
    }

    private static long[] shape(Architecture network, long samples) {
        return LongStream.concat(LongStream.of(samples), LongStream.of(network.inputShape()))
                .toArray();
    }

    private static INDArray ramp(long... shape) {
        long cells = LongStream.of(shape).reduce(1, Math::multiplyExact);
        return Nd4j.linspace(DataType.DOUBLE, -2, 0.001, cells).reshape(shape);
    }

    /** All whose tower is the same for training and explaining, dropout apart; VGG-16 smaller. */
    static List<Architecture> architectures() {
        VggClassifier small =
                new VggClassifier(3, 16, 16, List.of(4, 6), List.of(1, 2), List.of(8, 6), 10, 0.4);
        return Networks.registry().members().stream()
                .filter(network -> !network.usesBatchStatistics())
                .map(network -> network.name().equals("vgg-16") ? small : network)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_copy_a_whole_network_for_explanation_over_the_same_arrays(Architecture network) {
        long[] shape = shape(network, -1);
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, Seed.of(3).random());
        network.output(
                        new Scope(graph, parameters, Mode.TRAIN),
                        graph.placeHolder("in", DataType.DOUBLE, shape))
                .rename("out");
        SameDiff other = SameDiff.create();
        SDVariable copy =
                TowerCopy.forExplanation(
                        graph, "in", "out", other.placeHolder("x", DataType.DOUBLE, shape));
        INDArray x = ramp(shape(network, 2));
        INDArray copied = other.output(Map.of("x", x), copy.name()).get(copy.name());
        INDArray explained = explained(network, parameters, x);
        // Noise is drawn in float, and so is its mean that stands in for it.
        assertThat(copied.distance2(explained))
                .isLessThan(1e-6 * (1 + explained.norm2Number().doubleValue()));
        parameters
                .names()
                .forEach(
                        name ->
                                assertThat(other.getVariable(name).getArr())
                                        .as(name)
                                        .isSameAs(parameters.get(name)));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_make_a_second_tower_of_a_whole_network(Architecture network) {
        long[] shape = shape(network, -1);
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, Seed.of(3).random());
        network.output(
                        new Scope(graph, parameters, Mode.EXPLAIN),
                        graph.placeHolder("in", DataType.DOUBLE, shape))
                .rename("out");
        SDVariable copy =
                TowerCopy.within(
                        graph,
                        "in",
                        "out",
                        graph.placeHolder("in2", DataType.DOUBLE, shape),
                        "copy/");
        INDArray x = ramp(shape(network, 2));
        INDArray x2 = x.mul(0.5).add(0.1);
        Map<String, INDArray> both = graph.output(Map.of("in", x, "in2", x2), "out", copy.name());
        assertThat(both.get("out").distance2(explained(network, parameters, x))).isZero();
        assertThat(both.get(copy.name()).distance2(explained(network, parameters, x2))).isZero();
        graph.getVariable("out").add(copy).sum().rename("loss");
        graph.setLossVariables("loss");
        graph.calculateGradients(Map.of("in", x, "in2", x2), List.copyOf(parameters.names()))
                .forEach(
                        (name, gradient) ->
                                assertThat(gradient.norm2Number().doubleValue())
                                        .as(name)
                                        .isFinite());
    }

    private static INDArray explained(Architecture network, Parameters parameters, INDArray x) {
        SameDiff explain = SameDiff.create();
        long[] shape = x.shape().clone();
        shape[0] = -1;
        network.output(
                        new Scope(explain, parameters, Mode.EXPLAIN),
                        explain.placeHolder("x", DataType.DOUBLE, shape))
                .rename("out");
        return explain.output(Map.of("x", x), "out").get("out");
    }

    @Test
    void should_draw_noise_of_its_own() {
        SameDiff graph = mlp(0.5);
        SDVariable copy =
                TowerCopy.within(
                        graph,
                        "in",
                        "out",
                        graph.placeHolder("in2", DataType.DOUBLE, -1, 3),
                        "copy/");
        BernoulliNoise.replacePlain(graph);
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 50, 3);
        NativeRandom.start(Seed.of(5));
        Map<String, INDArray> first =
                graph.output(Map.of("in", ones, "in2", ones), "out", copy.name());
        INDArray out = first.get("out").dup();
        assertThat(first.get(copy.name())).isNotEqualTo(out);
        assertThat(graph.output(Map.of("in", ones, "in2", ones), "out").get("out"))
                .isNotEqualTo(out);
        NativeRandom.start(Seed.of(5));
        assertThat(graph.output(Map.of("in", ones, "in2", ones), "out", copy.name()).get("out"))
                .isEqualTo(out);
    }

    @Test
    void should_refuse_other_noise_in_an_explanation() {
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.placeHolder("in", DataType.DOUBLE, -1, 3);
        in.add(graph.random().normal(0, 1, DataType.DOUBLE, 1, 3)).rename("out");
        SDVariable x = SameDiff.create().placeHolder("x", DataType.DOUBLE, -1, 3);
        assertThatThrownBy(() -> TowerCopy.forExplanation(graph, "in", "out", x))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no place in an explanation");
    }

    @Test
    void should_name_what_is_missing() {
        SameDiff graph = mlp(0);
        SDVariable x = SameDiff.create().placeHolder("x", DataType.DOUBLE, -1, 3);
        assertThatThrownBy(() -> TowerCopy.forExplanation(graph, "input", "out", x))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no variable 'input'; it has [");
        assertThatThrownBy(() -> TowerCopy.forExplanation(graph, "in", "w", x))
                .hasMessageContaining("'w' does not depend on 'in'");
        SDVariable second = graph.placeHolder("second", DataType.DOUBLE, -1, 2);
        graph.getVariable("out").add(second).rename("sum");
        assertThatThrownBy(() -> TowerCopy.forExplanation(graph, "in", "sum", x))
                .hasMessageContaining("also need the placeholder 'second'");
    }

    private static INDArray gradient(INDArray x) {
        SameDiff graph = mlp(0);
        graph.getVariable("out").sum().rename("loss");
        graph.setLossVariables("loss");
        return graph.calculateGradients(Map.of("in", x), "w").get("w").dup();
    }

    private static SameDiff mlp(double dropout) {
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.placeHolder("in", DataType.DOUBLE, -1, 3);
        SDVariable w =
                graph.var("w", Nd4j.linspace(DataType.DOUBLE, -0.5, 0.2, 6).reshape(3, 2).dup());
        SDVariable b = graph.var("b", Nd4j.create(new double[][] {{0.1, -0.2}}));
        SDVariable dropped = in;
        if (dropout > 0) {
            SDVariable mask =
                    new RandomBernoulli(graph, graph.shape(in), 1 - dropout).outputVariable();
            dropped = in.mul(mask.castTo(DataType.DOUBLE).div(1 - dropout));
        }
        graph.math().tanh(dropped.mmul(w).add(b)).rename("out");
        return graph;
    }
}
