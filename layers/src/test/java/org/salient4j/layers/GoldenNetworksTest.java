package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CnnClassifier;
import org.salient4j.layers.zoo.InputCellAttentionClassifier;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.layers.zoo.TcnClassifier;
import org.salient4j.layers.zoo.TransformerClassifier;

/** The networks with PyTorch's weights give PyTorch's numbers. */
class GoldenNetworksTest {

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("lstm", new LstmClassifier(), DataType.DOUBLE, 1e-9),
                Arguments.of("lstm", new LstmClassifier(), DataType.FLOAT, 1e-4),
                Arguments.of("lstm_ica", new InputCellAttentionClassifier(), DataType.DOUBLE, 1e-9),
                Arguments.of("lstm_ica", new InputCellAttentionClassifier(), DataType.FLOAT, 1e-4),
                Arguments.of("tcn", new TcnClassifier(), DataType.DOUBLE, 1e-12),
                Arguments.of("tcn", new TcnClassifier(), DataType.FLOAT, 1e-4),
                Arguments.of("transformer", new TransformerClassifier(), DataType.DOUBLE, 1e-12),
                Arguments.of("transformer", new TransformerClassifier(), DataType.FLOAT, 1e-4),
                Arguments.of("mnist_cnn", new CnnClassifier(), DataType.DOUBLE, 1e-6),
                Arguments.of("mnist_cnn", new CnnClassifier(), DataType.FLOAT, 1e-4));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_give_the_reference_logits(
            String name, Architecture architecture, DataType type, double tolerance) {
        INDArray logits = tower(name, architecture, type).output(Golden.read(name + "/input"));
        assertThat(Golden.relativeError(logits, Golden.read(name + "/logits")))
                .isLessThan(tolerance);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_give_the_reference_gradient_of_the_true_logit(
            String name, Architecture architecture, DataType type, double tolerance) {
        INDArray label = Golden.read(name + "/label");
        INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, label.length(), architecture.outputs());
        for (int b = 0; b < label.length(); b++) {
            oneHot.putScalar(b, label.getInt(b), 1);
        }
        INDArray gradient =
                tower(name, architecture, type)
                        .gradients(Golden.read(name + "/input"), oneHot)
                        .get("x");
        assertThat(Golden.relativeError(gradient, Golden.read(name + "/gradient")))
                .isLessThan(tolerance);
    }

    @Test
    void should_have_the_parameters_of_the_paper() {
        assertThat(count(new LstmClassifier())).isEqualTo(1152);
        assertThat(count(new InputCellAttentionClassifier())).isEqualTo(4192);
        assertThat(count(new TcnClassifier())).isEqualTo(13197);
        assertThat(count(new TransformerClassifier())).isEqualTo(305302);
        assertThat(count(new CnnClassifier())).isEqualTo(1199882);
    }

    @Test
    void should_not_let_the_cross_entropy_of_a_doubled_softmax_fall_below_its_floor() {
        Architecture doubled = new LstmClassifier(50, 50, 5, 2, 0.1, 0, true);
        TestTower tower = tower("lstm", doubled, DataType.DOUBLE);
        // As sure as a network can be: logits ±1000.
        tower.parameters().get("fc.weight").assign(0);
        tower.parameters().get("fc.bias").assign(Nd4j.create(new double[] {1000, -1000}));
        double[] p = tower.output(Golden.read("lstm/input")).getRow(0).toDoubleVector();
        assertThat(p).containsExactly(new double[] {1, 0}, within(1e-12));
        double crossEntropy = Math.log(Math.exp(p[0]) + Math.exp(p[1])) - p[0];
        assertThat(crossEntropy).isCloseTo(0.3132617, within(1e-7));
    }

    private static long count(Architecture architecture) {
        Parameters parameters = new Parameters(DataType.FLOAT, new SplittableRandom(1));
        new TestTower(parameters, Mode.TRAIN, architecture.inputShape(), architecture::output);
        return parameters.count();
    }

    private static TestTower tower(String name, Architecture architecture, DataType type) {
        Parameters parameters = new Parameters(type, new SplittableRandom(1));
        TestTower tower =
                new TestTower(
                        parameters, Mode.EXPLAIN, architecture.inputShape(), architecture::output);
        Map<String, INDArray> weights = new LinkedHashMap<>();
        for (String parameter : parameters.names()) {
            weights.put(parameter, weight(name + "/weights/" + parameter));
        }
        parameters.assign(weights);
        return tower;
    }

    /** One large one is stored in whole multiples of 2^-13. */
    private static INDArray weight(String name) {
        return Golden.has(name)
                ? Golden.read(name)
                : Golden.read(name + ".q").castTo(DataType.DOUBLE).mul(0x1p-13);
    }
}
