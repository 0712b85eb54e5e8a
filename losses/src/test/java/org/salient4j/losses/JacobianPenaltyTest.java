package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.BernoulliNoise;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.encoder.ConvolutionalEncoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.encoder.MlpEncoder;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CifarResNetClassifier;

/** The penalty against PyTorch's double backpropagation. */
class JacobianPenaltyTest {
    private static final MlpEncoder NETWORK =
            new MlpEncoder(5, List.of(7, 4), 1, 3, Head.hardClip(5, 5));
    private static final double[] ONES = {1, 1, 1};
    private static final int COPIES = 1500;
    private static final double EXACT = Golden.read("xcebra/half_mean_square").getDouble(0);

    @ParameterizedTest
    @CsvSource({
        "24, 0",
        "25, 0",
        "30, 0.0033333333333333333",
        "40, 0.01",
        "41, 0.01",
        "1000, 0.01"
    })
    void should_ramp_as_cebra_does(long update, double weight) {
        JacobianPenalty penalty = new JacobianPenalty(0.01, 25, 40);
        assertThat(penalty.weight(update)).isCloseTo(weight, within(1e-15));
        assertThat(penalty.isInForce(update)).isEqualTo(update >= 25);
    }

    @Test
    void should_refuse_a_network_whose_examples_look_at_each_other() {
        assertThatThrownBy(
                        () ->
                                new PenalisedObjective(
                                                new StandardObjective(),
                                                new JacobianPenalty(1, 0, 0))
                                        .build(
                                                new CifarResNetClassifier(),
                                                new Scope(
                                                        SameDiff.create(),
                                                        new Parameters(
                                                                DataType.FLOAT,
                                                                new SplittableRandom(1)),
                                                        Mode.TRAIN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the network 'resnet-32' looks at the whole batch in training: an example has no Jacobian of its own to penalise");
    }

    @Test
    void should_be_in_full_force_from_the_start_without_a_ramp_and_never_at_zero() {
        assertThat(new JacobianPenalty(0.01, 0, 0).weight(0)).isEqualTo(0.01);
        assertThat(new JacobianPenalty(0, 0, 0).isInForce(5)).isFalse();
    }

    @Test
    void should_equal_double_backpropagation_with_its_gradients_where_it_is_exact() {
        Run run = new Run(NETWORK, JacobianEstimator.ADJOINT_EXACT, 1, ONES, 1);
        assertThat(run.value()).isCloseTo(EXACT, within(1e-10));
        assertThat(Golden.relativeError(run.output(), Golden.read("xcebra/y"))).isLessThan(1e-12);
        Map<String, INDArray> gradients = run.gradients();
        golden().forEach(
                        (name, expected) ->
                                assertThat(Golden.relativeError(gradients.get(name), expected))
                                        .as(name)
                                        .isLessThan(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"TANGENT, 1", "TANGENT, 4", "ADJOINT, 1", "ADJOINT, 3"})
    void should_have_the_exact_penalty_and_gradient_as_means_of_many_draws(
            JacobianEstimator estimator, int draws) {
        Run run = new Run(NETWORK, estimator, draws, ONES, COPIES);
        Nd4j.getRandom().setSeed(13);
        double sum = 0;
        double squares = 0;
        int runs = 30;
        for (int i = 0; i < runs; i++) {
            double value = run.value();
            sum += value;
            squares += value * value;
        }
        double mean = sum / runs;
        double error = Math.sqrt((squares / runs - mean * mean) / runs);
        assertThat(mean).isCloseTo(EXACT, within(4 * error));
        assertThat(error).isBetween(1e-5 * EXACT, 0.005 * EXACT); // it is random, and tight enough
        Map<String, INDArray> gradients = run.gradients();
        double dot = 0;
        double ours = 0;
        double theirs = 0;
        for (Map.Entry<String, INDArray> expected : golden().entrySet()) {
            INDArray got = gradients.get(expected.getKey());
            dot += got.mul(expected.getValue()).sumNumber().doubleValue();
            ours += got.mul(got).sumNumber().doubleValue();
            theirs += expected.getValue().mul(expected.getValue()).sumNumber().doubleValue();
        }
        assertThat(dot / Math.sqrt(ours * theirs)).isGreaterThan(0.999);
    }

    @Test
    void should_agree_with_finite_differences_within_two_percent() {
        for (Architecture network :
                List.of(NETWORK, new ConvolutionalEncoder(4, 5, 6, 3, Head.l2Normalise()))) {
            Run tangent = new Run(network, JacobianEstimator.TANGENT, 1, ONES, 0);
            Run difference = new Run(network, JacobianEstimator.FINITE_DIFFERENCE, 1, ONES, 0);
            for (int seed = 1; seed < 6; seed++) {
                Nd4j.getRandom().setSeed(seed);
                double exact = tangent.value();
                Nd4j.getRandom().setSeed(seed);
                assertThat(difference.value()).isCloseTo(exact, within(0.02 * exact));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JacobianEstimator.class,
            names = {"TANGENT", "ADJOINT", "ADJOINT_EXACT"})
    void should_weigh_the_outputs(JacobianEstimator estimator) {
        double[] weights = {0.5, 0, 2};
        INDArray jacobian = Golden.read("xcebra/jacobian");
        double expected = 0;
        for (int b = 0; b < 4; b++) {
            for (int c = 0; c < 3; c++) {
                for (int n = 0; n < 5; n++) {
                    expected += weights[c] * Math.pow(jacobian.getDouble(b, c, n), 2) / 8;
                }
            }
        }
        Nd4j.getRandom().setSeed(17);
        double tolerance = estimator == JacobianEstimator.ADJOINT_EXACT ? 1e-10 : 0.03 * expected;
        assertThat(new Run(NETWORK, estimator, 1, weights, COPIES).value())
                .isCloseTo(expected, within(tolerance));
    }

    @Test
    void should_say_which_estimator_a_network_lacks() {
        ConvolutionalEncoder network = new ConvolutionalEncoder(4, 5, 6, 3, Head.none());
        assertThatThrownBy(() -> new Run(network, JacobianEstimator.ADJOINT, 1, ONES, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the network 'convolutional-encoder' has no way back, which this estimate"
                                + " of its Jacobian needs: use tangent");
        assertThatThrownBy(() -> new JacobianPenalty(-1, 0, 0))
                .hasMessage("lambda must be at least 0, was -1.0");
        assertThatThrownBy(() -> new JacobianPenalty(1, 5, 4))
                .hasMessage(
                        "a ramp must begin at update 0 or later and not end before, was 5 to 4");
        assertThatThrownBy(
                        () ->
                                new JacobianPenalty(1, 0, 0)
                                        .withEstimator(JacobianEstimator.TANGENT, 0))
                .hasMessage("draws must be at least 1, was 0");
    }

    private static Map<String, INDArray> golden() {
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        // The last bias does not touch the Jacobian.
        for (String name :
                List.of(
                        "layer0.weight",
                        "layer0.bias",
                        "layer1.weight",
                        "layer1.bias",
                        "layer2.weight")) {
            gradients.put(name, Golden.read("xcebra/penalty_gradient/" + name));
        }
        return gradients;
    }

    /**
     * A graph with the penalty as its loss; of the reference network on so many copies of the
     * reference batch, or of 0 copies of it: of any network on any batch.
     */
    private static final class Run {
        private final SameDiff graph = SameDiff.create();
        private final Parameters parameters =
                new Parameters(DataType.DOUBLE, new SplittableRandom(2));
        private final Map<String, INDArray> placeholders;
        private final String output;
        private final String penalty;

        Run(
                Architecture network,
                JacobianEstimator estimator,
                int draws,
                double[] weights,
                int copies) {
            Scope scope = new Scope(graph, parameters, Mode.TRAIN);
            SDVariable x = Placeholders.batch("x", network, scope);
            JacobianEstimator.Estimate estimate =
                    estimator.estimate(network, scope, x, weights, draws);
            this.output = estimate.output().name();
            this.penalty = estimate.halfMeanSquare().name();
            if (copies > 0) {
                Map<String, INDArray> values = new HashMap<>();
                parameters
                        .names()
                        .forEach(name -> values.put(name, Golden.read("xcebra/weights/" + name)));
                parameters.assign(values);
                INDArray batch = Golden.read("xcebra/x");
                placeholders = Map.of("x", Nd4j.tile(batch, copies, 1).reshape(4L * copies, 1, 5));
            } else {
                long[] shape = network.inputShape();
                placeholders =
                        Map.of(
                                "x",
                                ObjectiveContract.normal(
                                        new SplittableRandom(3), 4, shape[0], shape[1]));
            }
            graph.setLossVariables(penalty);
            graph.createGradFunction();
            BernoulliNoise.replacePlain(graph);
        }

        double value() {
            return graph.output(placeholders, penalty).get(penalty).getDouble(0);
        }

        INDArray output() {
            return graph.output(placeholders, output).get(output);
        }

        Map<String, INDArray> gradients() {
            return graph.calculateGradients(placeholders, golden().keySet());
        }
    }
}
