package org.salient4j.attribution.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.FeatureGroups;
import org.salient4j.attribution.SmoothGrad;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.DifferentiableModel;

/** What every registered method promises, with its defaults and with settings that change paths. */
class EmbeddingMethodContractTest {
    private static final int SAMPLES = 7;
    private static final INDArray X = Encoders.uniform(11, SAMPLES, 6);
    private static final INDArray WINDOWS = Encoders.uniform(12, SAMPLES, 3, 5);

    static Stream<EmbeddingMethod> methods() {
        return Stream.concat(EmbeddingMethod.registry().members().stream(), settings());
    }

    static Stream<EmbeddingMethod> settings() {
        return Stream.of(
                new InvertedNeuronGradient(WindowReduction.NONE, 0),
                new InvertedNeuronGradient(WindowReduction.MEAN, 1e-3),
                new NeuronFeatureAblation(Baseline.uniform(), FeatureGroups.features()),
                new NeuronShapleySampling(3, Baseline.uniform(), FeatureGroups.features()));
    }

    static Stream<EmbeddingMethod> rowByRow() {
        return Stream.concat(methods(), Stream.of(new NeuronAttribution(new SmoothGrad())))
                .filter(EmbeddingMethod::perSample);
    }

    @Test
    void should_have_the_methods_of_the_paper_and_the_baseline() {
        assertThat(EmbeddingMethod.registry().names())
                .containsExactlyInAnyOrder(
                        "inverted-neuron-gradient",
                        "linear-regression",
                        "neuron-feature-ablation",
                        "neuron-gradient",
                        "neuron-gradient-shap",
                        "neuron-integrated-gradients",
                        "neuron-shapley-sampling");
        assertThatThrownBy(() -> EmbeddingMethod.registry().get("neuron-gradients"))
                .hasMessageContaining("embedding method")
                .hasMessageContaining("did you mean 'neuron-gradient'?");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_give_a_finite_matrix_a_sample_in_double(EmbeddingMethod method) {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            EmbeddingAttribution a = method.attribute(Encoders.smooth(type), X, Seed.of(1));

            int rows = method.perSample() ? SAMPLES : 1;
            assertThat(a.values().shape()).containsExactly(rows, 4, 6);
            assertThat(a.values().dataType()).isEqualTo(DataType.DOUBLE);
            assertThat(Arrays.stream(HostArray.doubles(a.values())))
                    .anyMatch(v -> v != 0)
                    .allMatch(Double::isFinite);
            assertThat(a.map().values().shape()).containsExactly(4, 6);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_take_windows(EmbeddingMethod method) {
        EmbeddingAttribution a =
                method.attribute(Encoders.windowed(DataType.DOUBLE), WINDOWS, Seed.of(1));

        assertThat(a.values().size(0)).isEqualTo(method.perSample() ? SAMPLES : 1);
        boolean reduces =
                method instanceof InvertedNeuronGradient
                        && ((InvertedNeuronGradient) method).reduction() != WindowReduction.NONE;
        assertThat(a.steps()).isEqualTo(reduces ? 1 : 3);
        assertThat(a.neurons()).isEqualTo(5);
        assertThat(a.map().values().shape()).containsExactly(4, 5);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_leave_out_the_axis_of_a_window_of_one_step(EmbeddingMethod method) {
        DifferentiableModel encoder = Encoders.singleStep(DataType.DOUBLE);

        EmbeddingAttribution a = method.attribute(encoder, X.reshape(SAMPLES, 1, 6), Seed.of(1));

        int rows = method.perSample() ? SAMPLES : 1;
        assertThat(a.values().shape()).containsExactly(rows, 4, 6);
        assertThat(a.steps()).isEqualTo(1);
        assertThat(a.map().values().shape()).containsExactly(4, 6);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_repeat_with_the_same_seed_and_vary_only_if_stochastic(EmbeddingMethod method) {
        DifferentiableModel encoder = Encoders.smooth(DataType.DOUBLE);

        double[] once = values(method, encoder, X, 5);

        assertThat(values(method, encoder, X, 5)).isEqualTo(once);
        if (method.descriptor().stochastic()) {
            assertThat(values(method, encoder, X, 6)).isNotEqualTo(once);
        } else {
            assertThat(values(method, encoder, X, 6)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("rowByRow")
    void should_not_depend_on_the_samples_beside(EmbeddingMethod method) {
        DifferentiableModel encoder = Encoders.smooth(DataType.DOUBLE);
        double[] together = values(method, encoder, X, 5);

        for (int s = SAMPLES - 1; s >= 0; s--) {
            double[] alone = values(method, encoder, X.get(NDArrayIndex.interval(s, s + 1)), 5);
            assertThat(alone)
                    .containsExactly(
                            Arrays.copyOfRange(together, s * 24, (s + 1) * 24), within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_survive_a_round_trip_through_json(EmbeddingMethod method) {
        assertThat(Json.convert(Json.tree(method), method.getClass(), "test")).isEqualTo(method);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_leave_its_input_alone(EmbeddingMethod method) {
        INDArray x = X.dup();

        method.attribute(Encoders.smooth(DataType.DOUBLE), x, Seed.of(1));

        assertThat(x).isEqualTo(X);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_refuse_what_it_cannot_explain_in_one_line(EmbeddingMethod method) {
        DifferentiableModel encoder = Encoders.smooth(DataType.DOUBLE);
        INDArray holed = X.dup();
        holed.putScalar(new long[] {3, 2}, Double.NaN);

        assertThatThrownBy(() -> method.attribute(encoder, WINDOWS, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the network takes batches of [6], found [7, 3, 5]");
        assertThatThrownBy(() -> method.attribute(encoder, holed, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("x must be finite, was NaN at [3, 2]");
    }

    private static double[] values(
            EmbeddingMethod method, DifferentiableModel encoder, INDArray x, long seed) {
        return HostArray.doubles(method.attribute(encoder, x, Seed.of(seed)).values());
    }
}
