package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.attribution.ModelOutputs;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;

class JacobianTest {

    static Stream<Arguments> encoders() {
        return Stream.of(
                Arguments.of(Encoders.smooth(DataType.DOUBLE), Encoders.uniform(21, 4, 6)),
                Arguments.of(Encoders.windowed(DataType.DOUBLE), Encoders.uniform(22, 4, 3, 5)),
                Arguments.of(Encoders.normalised(DataType.DOUBLE), Encoders.uniform(23, 4, 6)));
    }

    /** (f(x + εe) - f(x - εe)) / 2ε. */
    @ParameterizedTest
    @MethodSource("encoders")
    void should_equal_finite_differences(DifferentiableModel encoder, INDArray x) {
        EmbeddingAttribution jacobian = new NeuronGradient().attribute(encoder, x, Seed.of(1));

        double epsilon = 1e-5;
        double[] j = HostArray.doubles(jacobian.values());
        int inputs = (int) (x.length() / x.size(0));
        int outputs = encoder.outputs();
        for (int i = 0; i < inputs; i++) {
            INDArray up = moved(x, i, epsilon);
            INDArray down = moved(x, i, -epsilon);
            double[] difference =
                    HostArray.doubles(
                            encoder.output(up).sub(encoder.output(down)).div(2 * epsilon));
            for (int row = 0; row < difference.length; row++) {
                assertThat(j[row * inputs + i]).isCloseTo(difference[row], within(1e-8));
            }
        }
        assertThat(j).hasSize((int) x.size(0) * outputs * inputs);
    }

    /** Each block on its sphere loses one direction; what is left of it is rounding. */
    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void should_find_the_rank_of_a_normalised_embedding(DataType type) {
        EmbeddingAttribution inverted =
                new InvertedNeuronGradient()
                        .attribute(
                                Encoders.normalised(type), Encoders.uniform(24, 9, 6), Seed.of(1));

        NumericalRanks ranks = inverted.ranks().orElseThrow();
        assertThat(ranks.min()).isEqualTo(3);
        assertThat(ranks.max()).isEqualTo(3);
        // An inverse of rounding errors would be a million times larger.
        assertThat(inverted.values().amaxNumber().doubleValue()).isLessThan(1e3);
    }

    @Test
    void should_count_an_output_at_the_clip_as_lost() {
        INDArray w = Encoders.uniform(25, 6, 3);
        DifferentiableModel encoder =
                Encoders.linear(w, Nd4j.createFromArray(new double[] {0, 20, 0}));

        EmbeddingAttribution inverted =
                new InvertedNeuronGradient()
                        .attribute(encoder, Encoders.uniform(26, 2, 6), Seed.of(1));

        assertThat(inverted.ranks()).contains(new NumericalRanks(2, 2));
        assertThat(HostArray.doubles(inverted.values().slice(0).getRow(1))).containsOnly(0);
    }

    /** f = x W: J is Wᵀ everywhere, and its inverse obeys J J⁺ = I. */
    @Test
    void should_invert_a_linear_encoder() {
        INDArray w = Encoders.uniform(27, 6, 3);
        DifferentiableModel encoder = Encoders.linear(w, Nd4j.zeros(DataType.DOUBLE, 3));

        INDArray inverse =
                new InvertedNeuronGradient()
                        .attribute(encoder, Encoders.uniform(28, 2, 6), Seed.of(1))
                        .values()
                        .slice(1)
                        .transpose();

        double[] identity = HostArray.doubles(w.transpose().mmul(inverse));
        assertThat(identity)
                .containsExactly(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, within(1e-12));
    }

    /** [1, 3, -1] of a neuron's window: signed mean 1, mean magnitude 5/3. */
    @Test
    void should_reduce_windows_before_inverting() {
        EmbeddingAttribution jacobian =
                new EmbeddingAttribution(
                        HostArray.of(
                                new double[] {1, 2, 3, 2, -1, -4}, DataType.DOUBLE, 1, 1, 3, 2));

        assertThat(HostArray.doubles(jacobian.reduced(WindowReduction.MEAN).values()))
                .containsExactly(new double[] {1, 0}, within(1e-15));
        assertThat(HostArray.doubles(jacobian.reduced(WindowReduction.MEAN_ABSOLUTE).values()))
                .containsExactly(new double[] {5.0 / 3, 8.0 / 3}, within(1e-15));
        assertThat(jacobian.reduced(WindowReduction.NONE)).isSameAs(jacobian);
        // The inverse of a row r is r / |r|².
        assertThat(inverse(WindowReduction.MEAN, jacobian))
                .containsExactly(new double[] {1, 0}, within(1e-15));
        assertThat(inverse(WindowReduction.MEAN_ABSOLUTE, jacobian))
                .containsExactly(new double[] {15.0 / 89, 24.0 / 89}, within(1e-15));
        assertThat(inverse(WindowReduction.NONE, jacobian))
                .containsExactly(
                        new double[] {1 / 35.0, 2 / 35.0, 3 / 35.0, 2 / 35.0, -1 / 35.0, -4 / 35.0},
                        within(1e-15));
    }

    /** A window of one step, as encoders of single steps have it, keeps its signs. */
    @ParameterizedTest
    @EnumSource(WindowReduction.class)
    void should_invert_a_single_step_as_it_is(WindowReduction reduction) {
        double[] one = {1, -3, 2, 4, 0.5, -1};
        EmbeddingAttribution flat =
                new EmbeddingAttribution(HostArray.of(one, DataType.DOUBLE, 1, 2, 3));
        double[] positive = {1, 3, 2, 4, 0.5, 1};
        EmbeddingAttribution magnitudes =
                new EmbeddingAttribution(HostArray.of(positive, DataType.DOUBLE, 1, 2, 3));
        EmbeddingAttribution step =
                new EmbeddingAttribution(HostArray.of(one, DataType.DOUBLE, 1, 2, 1, 3));

        assertThat(inverse(reduction, step)).isEqualTo(inverse(reduction, flat));
        assertThat(inverse(reduction, step)).isNotEqualTo(inverse(reduction, magnitudes));
    }

    @Test
    void should_give_the_outputs_of_any_number_of_samples_in_double() {
        DifferentiableModel encoder = Encoders.smooth(DataType.FLOAT);
        INDArray x = Encoders.uniform(29, 30_000, 6);

        INDArray f = ModelOutputs.of(encoder, x);

        assertThat(f.shape()).containsExactly(30_000, 4);
        assertThat(f.dataType()).isEqualTo(DataType.DOUBLE);
        INDArray last = encoder.output(x.slice(29_999).reshape(1, 6)).castTo(DataType.DOUBLE);
        assertThat(HostArray.doubles(f.slice(29_999)))
                .containsExactly(HostArray.doubles(last), within(1e-6));
    }

    private static double[] inverse(WindowReduction reduction, EmbeddingAttribution jacobian) {
        return HostArray.doubles(
                new InvertedNeuronGradient(reduction, PseudoInverse.CUTOFF)
                        .inverse(jacobian)
                        .values());
    }

    private static INDArray moved(INDArray x, int input, double by) {
        double[] values = HostArray.doubles(x);
        int inputs = (int) (x.length() / x.size(0));
        for (int i = input; i < values.length; i += inputs) {
            values[i] += by;
        }
        return HostArray.of(values, DataType.DOUBLE, x.shape());
    }
}
