package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.deeplift.CaptumModule;
import org.salient4j.attribution.deeplift.MultiplierGraph;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;

/** DeepLIFT and DeepSHAP beside each other: modes, pools, calls, settings. */
class DeepShapTest {
    private static final int[] TARGETS = {2, 0, 1};
    private static final INDArray X = Models.uniform(31, 3, Models.T, Models.F);
    private static final INDArray POOL = Models.uniform(36, 4, Models.T, Models.F);

    @Test
    void should_be_the_mean_of_deep_lift_over_the_pool() {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray mean = X.mul(0);
        for (int p = 0; p < 4; p++) {
            mean.addi(
                    values(new DeepLift().from(Baseline.of(POOL.slice(p).dup())), model).mul(0.25));
        }

        INDArray shap = values(shap(BaselinePool.of(POOL)), model);

        assertThat(Golden.relativeError(shap, mean)).isLessThan(1e-14);
        assertThat(values(shap(BaselinePool.parse("zeros")), model))
                .isEqualTo(values(new DeepLift(), model));
    }

    @Test
    void should_sum_to_the_difference_from_the_mean_output_of_the_pool() {
        DifferentiableModel model = Models.lstm(DataType.FLOAT);
        double mean = model.output(POOL).getColumn(TARGETS[1]).meanNumber().doubleValue();

        Attribution a = shap(BaselinePool.of(POOL)).attribute(model, X, TARGETS, Seed.of(1));

        double sum = a.values().slice(1).sumNumber().doubleValue();
        double change = model.output(X).getDouble(1, TARGETS[1]) - mean;
        assertThat(sum).isCloseTo(change, within(1e-5 * Math.abs(change)));
        assertThat(a.convergenceDelta().orElseThrow()[1]).isCloseTo(sum - change, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 100, 170, 10_000})
    void should_give_the_same_whatever_the_bound(int maxCells) {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        Samples samples = Samples.of(model, X, TARGETS);
        BaselinePool.Members pool = BaselinePool.uniform(7).members(samples, Seed.of(4));
        MultiplierGraph graph = MultiplierGraph.rescale(model, Output.MARGIN);

        Attribution bounded = PairCalls.run(samples, pool, graph, Output.MARGIN, true, maxCells);
        Attribution free = PairCalls.run(samples, pool, graph, Output.MARGIN, true, 1 << 20);

        assertThat(HostArray.doubles(bounded.values()))
                .containsExactly(HostArray.doubles(free.values()), within(1e-14));
        assertThat(bounded.convergenceDelta().orElseThrow())
                .containsExactly(free.convergenceDelta().orElseThrow(), within(1e-14));
    }

    @Test
    void should_be_gradient_times_difference_where_nothing_is_hooked() {
        for (String net : new String[] {"lstm", "lstm_ica"}) {
            DifferentiableModel model = Golden.network(net, DataType.DOUBLE);
            INDArray x = Golden.read("common_series/input");
            INDArray b = Golden.read("common_series/baseline");
            INDArray gradient = model.gradient(x, Golden.labels(), Output.PROB);

            Attribution a =
                    new DeepLift(DeepLiftMode.captumCompat(), Output.PROB, Baseline.of(b))
                            .attribute(model, x, Golden.labels(), Seed.of(1));

            assertThat(Golden.relativeError(a.values(), gradient.mul(x.sub(b)))).isLessThan(1e-12);
            assertThat(a.convergenceDelta()).isEmpty();
        }
    }

    @Test
    void should_hook_the_kinds_it_is_told() {
        INDArray w = Models.uniform(21, Models.CELLS, 8);
        INDArray v = Models.uniform(22, 8, Models.CLASSES);
        DifferentiableModel model = Models.handWritten(w, v);
        Baseline b = Baseline.of(POOL.slice(0).dup());
        DeepLiftMode tanh = DeepLiftMode.parse("captum-compat:tanh");
        DeepLiftMode none = DeepLiftMode.parse("captum-compat:none");

        INDArray rescale = values(new DeepLift().from(b), model);

        assertThat(values(new DeepLift(tanh, Output.LOGIT, b), model)).isEqualTo(rescale);
        assertThat(values(new DeepLift(none, Output.LOGIT, b), model)).isNotEqualTo(rescale);
        assertThat(tanh).isEqualTo(DeepLiftMode.captumCompat(Set.of(CaptumModule.TANH)));
        assertThat(tanh.complete()).isFalse();
    }

    @Test
    void should_follow_the_parameters_of_the_model() {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        INDArray before = values(new DeepLift(), model);
        ((Network) model).parameters().get("fc.weight").muli(2);

        assertThat(Golden.relativeError(values(new DeepLift(), model), before.mul(2)))
                .isLessThan(1e-14);
    }

    @Test
    void should_make_a_graph_once_for_a_model_a_mode_and_an_output() {
        DifferentiableModel model = Models.lstm(DataType.DOUBLE);
        MultiplierGraph graph = DeepLiftMode.rescale().graph(model, Output.LOGIT);

        assertThat(DeepLiftMode.parse("rescale").graph(model, Output.LOGIT)).isSameAs(graph);
        assertThat(DeepLiftMode.rescale().graph(model, Output.PROB)).isNotSameAs(graph);
        assertThat(DeepLiftMode.captumCompat().graph(model, Output.LOGIT)).isNotSameAs(graph);
        assertThat(DeepLiftMode.rescale().graph(Models.lstm(DataType.DOUBLE), Output.LOGIT))
                .isNotSameAs(graph);
    }

    @Test
    void should_have_the_settings_of_the_paper() {
        assertThat(Json.canonical(DeepLift.paper()))
                .isEqualTo(
                        "{\"baseline\":\"uniform\",\"mode\":\"captum-compat\","
                                + "\"output\":\"logit\"}");
        assertThat(Json.canonical(DeepShap.paper()))
                .isEqualTo(
                        "{\"mode\":\"captum-compat\",\"output\":\"logit\","
                                + "\"pool\":\"uniform:50\"}");
        assertThat(
                        AttributionMethod.registry()
                                .configured("deep-shap", Map.of("mode", "captum-compat")))
                .isEqualTo(DeepShap.paper());
        assertThat(new DeepShap().descriptor().cost()).isEqualTo("50 gradients of both towers");
        assertThat(new DeepLift().descriptor().completeness()).isTrue();
        assertThat(DeepLift.paper().descriptor().completeness()).isFalse();
        assertThat(DeepLift.paper().descriptor().stochastic()).isTrue();
    }

    @Test
    void should_refuse_what_does_not_fit_in_one_line() {
        refused("deep-lift", "mode", "rescaled", "mode must be rescale, captum-compat or");
        refused("deep-lift", "mode", "captum-compat:rely", "did you mean 'relu'?");
        refused("deep-lift", "pool", "zeros", "setting of method 'deep-lift'");
        refused("deep-shap", "pool", "white", "pool must be uniform:50");
        refused("deep-shap", "poool", "zeros", "did you mean 'pool'?");
        DifferentiableModel unknown =
                Models.handWritten(Models.uniform(21, Models.CELLS, 8), Models.uniform(22, 8, 3));
        assertThatThrownBy(() -> values(DeepLift.paper(), unknown))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("name those of this model, captum-compat:relu,max-pool");
        BaselinePool wrong = BaselinePool.of(Models.uniform(1, 5, Models.F, Models.T));
        assertThatThrownBy(() -> values(shap(wrong), Models.lstm(DataType.DOUBLE)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must have shape [P, ..] with baselines of [6, 4]");
    }

    private static void refused(String method, String setting, String value, String message) {
        assertThatThrownBy(
                        () ->
                                AttributionMethod.registry()
                                        .configured(method, Map.of(setting, value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static DeepShap shap(BaselinePool pool) {
        return new DeepShap(DeepLiftMode.rescale(), Output.LOGIT, pool);
    }

    private static INDArray values(AttributionMethod method, DifferentiableModel model) {
        return method.attribute(model, X, TARGETS, Seed.of(1)).values();
    }
}
