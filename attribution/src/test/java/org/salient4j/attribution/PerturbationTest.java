package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/** Feature ablation, occlusion and Shapley value sampling where the answer can be worked out. */
class PerturbationTest {
    private static final int[] TARGETS = {2, 0, 1};
    private static final INDArray X = Models.uniform(31, 3, Models.T, Models.F);
    private static final INDArray B = Models.uniform(33, 3, Models.T, Models.F);
    private static final INDArray W = Models.uniform(32, Models.CELLS, Models.CLASSES);

    /** f is linear: each cell is worth w (x - b) whatever the others are. */
    @Test
    void should_give_weight_times_difference_on_a_linear_model() {
        DifferentiableModel model = Models.linear(W, DataType.DOUBLE);
        Baseline given = Baseline.of(B);
        INDArray expected = X.sub(B);
        for (int b = 0; b < TARGETS.length; b++) {
            expected.slice(b).muli(W.getColumn(TARGETS[b]).dup().reshape(Models.T, Models.F));
        }
        INDArray bySteps = X.dup();
        for (int f = 0; f < Models.F; f++) {
            for (int b = 0; b < TARGETS.length; b++) {
                bySteps.slice(b).putColumn(f, expected.slice(b).sum(1));
            }
        }

        assertClose(new FeatureAblation().from(given), model, expected);
        assertClose(new Occlusion().from(given), model, bySteps);
        assertClose(new ShapleyValueSampling().from(given), model, expected);
        assertClose(
                new FeatureAblation().from(given).of(FeatureGroups.positions()), model, bySteps);
        assertClose(
                new FeatureAblation(
                        Output.LOGIT, given, FeatureGroups.positions(), GroupShare.EVEN),
                model,
                bySteps.div(Models.F));
        assertClose(
                new ShapleyValueSampling().from(given).of(FeatureGroups.positions()),
                model,
                bySteps);
    }

    @ParameterizedTest
    @EnumSource(Output.class)
    void should_be_complete_for_every_output(Output output) {
        for (FeatureGroups groups : List.of(FeatureGroups.cells(), FeatureGroups.features())) {
            Attribution a =
                    new ShapleyValueSampling(2, output, Baseline.uniform(), groups, GroupShare.EVEN)
                            .attribute(Models.lstm(DataType.DOUBLE), X, TARGETS, Seed.of(1));

            assertThat(a.convergenceDelta().orElseThrow())
                    .containsExactly(new double[3], within(1e-12));
        }
    }

    @Test
    void should_not_claim_that_repeated_values_sum_to_the_output() {
        ShapleyValueSampling method = new ShapleyValueSampling().of(FeatureGroups.features());

        assertThat(method.descriptor().completeness()).isFalse();
        assertThat(
                        method.attribute(Models.lstm(DataType.DOUBLE), X, TARGETS, Seed.of(1))
                                .convergenceDelta())
                .isEmpty();
    }

    /** f = tanh(u) v: the same cell twice is worth the same, an unused one nothing. */
    @Test
    void should_share_between_cells_that_say_the_same() {
        INDArray first = Models.uniform(51, Models.CELLS, 8);
        first.putRow(3, first.getRow(3).mul(3));
        first.putRow(5, first.getRow(3).dup());
        first.putRow(7, first.getRow(7).mul(0));
        INDArray x = X.dup();
        for (int b = 0; b < 3; b++) {
            x.slice(b).putScalar(1, 1, x.slice(b).getDouble(0, 3)); // cells 5 and 3
        }
        DifferentiableModel model = Models.handWritten(first, Models.uniform(52, 8, 3));

        INDArray values =
                shapley(3000).attribute(model, x, TARGETS, Seed.of(2)).values().reshape(3, 24);

        for (int b = 0; b < 3; b++) {
            assertThat(values.getDouble(b, 5)).isCloseTo(values.getDouble(b, 3), within(0.02));
            assertThat(Math.abs(values.getDouble(b, 3))).isGreaterThan(0.05);
            assertThat(values.getDouble(b, 7)).isCloseTo(0, within(1e-15));
        }
    }

    @Test
    void should_refine_a_result_with_more_orders() {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray one = shapley(1).attribute(model, X, TARGETS, Seed.of(2)).values();
        INDArray two = shapley(2).attribute(model, X, TARGETS, Seed.of(2)).values();
        INDArray second = two.mul(2).sub(one);

        // What the second order adds is complete by itself.
        assertThat(second.slice(0).sumNumber().doubleValue())
                .isCloseTo(one.slice(0).sumNumber().doubleValue(), within(1e-12));
        assertThat(Golden.relativeError(second, one)).isGreaterThan(0.01);
    }

    @Test
    void should_answer_for_all_outputs_with_the_passes_of_one() {
        RecordingModel one = new RecordingModel(Models.lstm(DataType.DOUBLE));
        RecordingModel all = new RecordingModel(Models.lstm(DataType.DOUBLE));
        for (AttributionMethod method :
                List.of(new FeatureAblation(), new Occlusion(), shapley(4))) {
            method.attribute(one, X, TARGETS, Seed.of(1));
            method.attributeEveryOutput(all, X, Seed.of(1));
        }

        assertThat(all.passes()).isEqualTo(one.passes());
        assertThat(one.rowsPassed()).isEqualTo(3 * (1 + 24 + 1 + 6 + 2 + 4 * 23));
        assertThat(one.calls()).isEmpty();
    }

    @Test
    void should_not_ask_for_groups_that_equal_their_baseline() {
        INDArray x = X.dup();
        x.slice(0).putRow(2, x.slice(0).getRow(2).mul(0));
        x.slice(1).muli(0);
        RecordingModel model = new RecordingModel(Models.lstm(DataType.DOUBLE));
        INDArray ablation = new FeatureAblation().attribute(model, x, TARGETS, Seed.of(1)).values();
        assertThat(model.rowsPassed()).isEqualTo(1 + 20 + 0 + 1 + 24);

        Attribution shapley = shapley(3).attribute(model, x, TARGETS, Seed.of(1));
        assertThat(model.rowsPassed()).isEqualTo(46 + (2 + 3 * 19) + 0 + (2 + 3 * 23));

        for (INDArray values : List.of(ablation, shapley.values())) {
            assertThat(HostArray.doubles(values.slice(0).getRow(2))).containsOnly(0);
            assertThat(HostArray.doubles(values.slice(1))).containsOnly(0);
            assertThat(HostArray.doubles(values.slice(0).getRow(3))).doesNotContain(0);
        }
        assertThat(shapley.convergenceDelta().orElseThrow())
                .containsExactly(new double[3], within(1e-13));
    }

    /** A single group: its value is the whole difference. */
    @Test
    void should_give_everything_to_a_single_group() {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray change = model.output(X).sub(model.output(X.mul(0)));
        FeatureGroups all = FeatureGroups.of(X.slice(0).mul(0));

        INDArray values = shapley(4).of(all).attribute(model, X, TARGETS, Seed.of(1)).values();

        for (int b = 0; b < 3; b++) {
            assertThat(values.getDouble(b, 2, 2))
                    .isCloseTo(change.getDouble(b, TARGETS[b]), within(1e-13));
        }
    }

    @Test
    void should_refuse_windows_that_do_not_fit() {
        refused(List.of(2), List.of(), "window must have a size for each axis of [6, 4]");
        refused(List.of(7, 1), List.of(), "window [7, 1] must fit into an example of [6, 4]");
        refused(List.of(2, 2), List.of(1), "stride must have a step for each axis of [6, 4]");
        refused(List.of(2, 2), List.of(3, 1), "stride [3, 1] must be at most the window [2, 2]");
        assertThatThrownBy(() -> occlusion(List.of(-1, 1), List.of()))
                .hasMessageStartingWith("window must have sizes of at least 0");
        assertThatThrownBy(() -> occlusion(List.of(), List.of(0, 1)))
                .hasMessage("stride must have steps of at least 1, was [0, 1]");
    }

    private static void refused(List<Integer> window, List<Integer> stride, String message) {
        assertThatThrownBy(
                        () ->
                                occlusion(window, stride)
                                        .attribute(
                                                Models.lstm(DataType.DOUBLE),
                                                X,
                                                TARGETS,
                                                Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    private static Occlusion occlusion(List<Integer> window, List<Integer> stride) {
        return new Occlusion(window, stride, Output.LOGIT, Baseline.zeros());
    }

    private static ShapleyValueSampling shapley(int n) {
        return new ShapleyValueSampling(
                n, Output.LOGIT, Baseline.zeros(), FeatureGroups.cells(), GroupShare.WHOLE);
    }

    private static void assertClose(
            AttributionMethod method, DifferentiableModel model, INDArray expected) {
        INDArray values = method.attribute(model, X, TARGETS, Seed.of(1)).values();
        assertThat(Golden.relativeError(values, expected)).isLessThan(1e-13);
    }
}
