package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.salient4j.attribution.deeplift.CaptumModule;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/** What every registered method promises, with its defaults and with settings that change paths. */
class AttributionMethodContractTest {
    private static final int[] TARGETS = {0, 2, 1, 1, 0};
    private static final INDArray X = Models.uniform(11, TARGETS.length, Models.T, Models.F);

    static Stream<AttributionMethod> methods() {
        return Stream.concat(
                AttributionMethod.registry().members().stream(),
                Stream.of(
                        new Gradient(Output.MARGIN, true),
                        SmoothGrad.paper(),
                        new SmoothGrad(
                                7, 0.3, true, Aggregate.SQUARED, Output.PROB, Noise.gaussian()),
                        GradientShap.paper(),
                        new DeepLift(
                                DeepLiftMode.captumCompat(Set.of()),
                                Output.LOGIT,
                                Baseline.uniform()),
                        new DeepLift(
                                DeepLiftMode.captumCompat(Set.of(CaptumModule.TANH)),
                                Output.PROB,
                                Baseline.constant(0.5)),
                        new DeepShap(
                                DeepLiftMode.rescale(), Output.MARGIN, BaselinePool.uniform(3)),
                        new FeatureAblation(
                                Output.MARGIN,
                                Baseline.uniform(),
                                FeatureGroups.features(),
                                GroupShare.EVEN),
                        new Occlusion(
                                List.of(4, 2), List.of(3, 1), Output.PROB, Baseline.constant(0.5)),
                        new ShapleyValueSampling(
                                3,
                                Output.MARGIN,
                                Baseline.uniform(),
                                FeatureGroups.positions(4),
                                GroupShare.WHOLE),
                        IntegratedGradients.paper(),
                        new IntegratedGradients(
                                9,
                                QuadratureRule.RIEMANN_RIGHT,
                                Output.LOGPROB,
                                Baseline.constant(0.5))));
    }

    static Stream<AttributionMethod> fromZeros() {
        return AttributionMethod.registry().members().stream()
                .map(m -> m instanceof DeepShap ? fromZeros((DeepShap) m) : m);
    }

    private static DeepShap fromZeros(DeepShap method) {
        return new DeepShap(method.mode(), method.output(), BaselinePool.of(Baseline.zeros()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_give_a_finite_value_for_each_cell(AttributionMethod method) {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            Attribution a = method.attribute(Models.lstm(type), X, TARGETS, Seed.of(1));

            assertThat(a.values().shape()).isEqualTo(X.shape());
            assertThat(a.values().dataType()).isEqualTo(type);
            assertThat(a.targets()).isEqualTo(TARGETS);
            double[] values = HostArray.doubles(a.values());
            assertThat(Arrays.stream(values)).anyMatch(v -> v != 0).allMatch(Double::isFinite);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_repeat_with_the_same_seed_and_vary_only_if_stochastic(AttributionMethod method) {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);

        double[] once = values(method, model, X, TARGETS, 5);

        assertThat(values(method, model, X, TARGETS, 5)).isEqualTo(once);
        if (method.descriptor().stochastic()) {
            assertThat(values(method, model, X, TARGETS, 6)).isNotEqualTo(once);
        } else {
            assertThat(values(method, model, X, TARGETS, 6)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_not_depend_on_the_rows_beside(AttributionMethod method) {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        double[] together = values(method, model, X, TARGETS, 5);

        for (int b = TARGETS.length - 1; b >= 0; b--) {
            INDArray row = X.get(NDArrayIndex.interval(b, b + 1));
            double[] alone = values(method, model, row, new int[] {TARGETS[b]}, 5);
            for (int c = 0; c < Models.CELLS; c++) {
                assertThat(alone[c]).isCloseTo(together[b * Models.CELLS + c], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_draw_the_same_for_both_data_types(AttributionMethod method) {
        INDArray x = X.castTo(DataType.FLOAT);
        double[] inDouble = values(method, Models.lstm(DataType.DOUBLE), x, TARGETS, 5);
        double[] inFloat = values(method, Models.lstm(DataType.FLOAT), x, TARGETS, 5);

        // Rounding grows with the values; other draws differ in their first digits.
        double scale = Math.max(1, Arrays.stream(inDouble).map(Math::abs).max().orElseThrow());
        for (int i = 0; i < inDouble.length; i++) {
            assertThat(inFloat[i]).isCloseTo(inDouble[i], within(1e-6 * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("fromZeros")
    void should_be_complete_on_a_smooth_network_where_it_says_so(AttributionMethod method) {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        Attribution a = method.attribute(model, X, TARGETS, Seed.of(1));

        assertThat(a.convergenceDelta().isPresent()).isEqualTo(method.descriptor().completeness());
        a.convergenceDelta()
                .ifPresent(
                        delta -> {
                            INDArray change = model.output(X).sub(model.output(X.mul(0)));
                            for (int b = 0; b < TARGETS.length; b++) {
                                double sum = a.values().slice(b).sumNumber().doubleValue();
                                double f = change.getDouble(b, TARGETS[b]);
                                assertThat(sum).isCloseTo(f, within(1e-8));
                                assertThat(delta[b]).isCloseTo(sum - f, within(1e-12));
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_attribute_every_output_as_each_alone(AttributionMethod method) {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);

        INDArray every = method.attributeEveryOutput(model, X, Seed.of(5));

        assertThat(every.shape()).containsExactly(5, Models.CLASSES, Models.T, Models.F);
        double[] all = HostArray.doubles(every);
        for (int c = 0; c < Models.CLASSES; c++) {
            int[] targets = new int[5];
            Arrays.fill(targets, c);
            double[] alone = values(method, model, X, targets, 5);
            for (int i = 0; i < alone.length; i++) {
                int b = i / Models.CELLS;
                int at = (b * Models.CLASSES + c) * Models.CELLS + i % Models.CELLS;
                assertThat(all[at]).isCloseTo(alone[i], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_explain_a_graph_somebody_else_wrote(AttributionMethod method) {
        INDArray w = Models.uniform(21, Models.CELLS, 8);
        INDArray v = Models.uniform(22, 8, Models.CLASSES);

        Attribution a = method.attribute(Models.handWritten(w, v), X, TARGETS, Seed.of(1));

        assertThat(Arrays.stream(HostArray.doubles(a.values())))
                .anyMatch(value -> value != 0)
                .allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_leave_its_input_alone(AttributionMethod method) {
        INDArray x = X.dup();
        int[] targets = TARGETS.clone();

        method.attribute(Models.lstm(DataType.DOUBLE), x, targets, Seed.of(1));

        assertThat(x).isEqualTo(X);
        assertThat(targets).isEqualTo(TARGETS);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_take_any_layout_of_memory(AttributionMethod method) {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray view = X.dup().permute(1, 0, 2).dup('c').permute(1, 0, 2);

        assertThat(values(method, model, view, TARGETS, 5))
                .isEqualTo(values(method, model, X, TARGETS, 5));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_survive_a_round_trip_through_json(AttributionMethod method) {
        assertThat(Json.convert(Json.tree(method), method.getClass(), "test")).isEqualTo(method);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void should_refuse_what_it_cannot_explain_in_one_line(AttributionMethod method) {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray holed = X.dup();
        holed.putScalar(new long[] {3, 2, 1}, Double.NaN);

        refused(method, model, X.reshape(-1, Models.F, Models.T), TARGETS)
                .hasMessage("the network takes batches of [6, 4], found [5, 4, 6]");
        refused(method, model, X.slice(0), new int[] {0})
                .hasMessage("the network takes batches of [6, 4], found [6, 4]");
        refused(method, model, X, new int[] {0, 1})
                .hasMessage("expected a target for each of 5 samples, found 2");
        refused(method, model, X, new int[] {0, 1, 2, 3, 0})
                .hasMessage("target of sample 3 must be in [0, 3), was 3");
        refused(method, model, X, new int[] {0, 1, -1, 0, 0})
                .hasMessage("target of sample 2 must be in [0, 3), was -1");
        refused(method, model, holed, TARGETS).hasMessage("x must be finite, was NaN at [3, 2, 1]");
    }

    private static AbstractThrowableAssert<?, ?> refused(
            AttributionMethod method, DifferentiableModel model, INDArray x, int[] targets) {
        return assertThatThrownBy(() -> method.attribute(model, x, targets, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static double[] values(
            AttributionMethod method,
            DifferentiableModel model,
            INDArray x,
            int[] targets,
            long seed) {
        return HostArray.doubles(method.attribute(model, x, targets, Seed.of(seed)).values());
    }
}
