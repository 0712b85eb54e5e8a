package org.salient4j.framework.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.BaseListener;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.custom.RandomBernoulli;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.dataset.adapter.SingletonMultiDataSetIterator;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.salient4j.framework.Seed;
import org.salient4j.framework.TinySeries;
import org.salient4j.framework.network.OneHot;

/** Plain SameDiff.fit on a graph written by hand. */
class SaliencyGuidedInjectionTest {
    private static final List<String> PARAMETERS = List.of("w0", "b0", "w1", "b1");
    private static final double RATE = 0.1;
    // A feature of a flat example has one value: its range is that of the example.
    private static final SaliencyGuidedOptions OPTIONS =
            new SaliencyGuidedOptions().withFill(Fill.uniform(Fill.Range.EXAMPLE));

    private final INDArray x =
            TinySeries.examples(16, 1).x().castTo(DataType.DOUBLE).reshape('c', 16, 18);
    private final INDArray labels =
            OneHot.of(TinySeries.examples(16, 1).labels(), 2, DataType.DOUBLE);

    @ParameterizedTest
    @CsvSource({"true, true, 0", "true, false, 0", "false, true, 0", "false, false, 0"})
    void should_make_the_step_of_the_gradients(boolean before, boolean multi, double dropout) {
        SameDiff graph = graph(dropout);
        if (before) {
            graph.setTrainingConfig(config());
        }
        SaliencyGuidedListener listener = inject(graph, OPTIONS);
        if (!before) {
            graph.setTrainingConfig(config());
        }
        Map<String, INDArray> start = parameters(graph);
        Recorder recorder = new Recorder();
        fit(graph, multi, 1, listener, recorder);
        Map<String, INDArray> expected = byHand(start, recorder.features, 1);
        for (String name : PARAMETERS) {
            assertThat(graph.getVariable(name).getArr().distance2(expected.get(name)))
                    .as(name)
                    .isLessThan(1e-10);
            assertThat(start.get(name).distance2(expected.get(name))).isPositive();
        }
        // Without the divergence the step is another one: it did take part.
        assertThat(byHand(start, recorder.features, 0).get("w0").distance2(expected.get("w0")))
                .isGreaterThan(1e-8);
    }

    @Test
    void should_learn_with_dropout_and_keep_the_divergence_small() {
        SameDiff graph = graph(0.2);
        graph.setTrainingConfig(config());
        SaliencyGuidedListener listener = inject(graph, OPTIONS);
        Nd4j.getRandom().setSeed(5);
        double start = crossEntropy(graph);
        fit(graph, false, 100, listener);
        assertThat(crossEntropy(graph)).isLessThan(start / 2);
    }

    @Test
    void should_draw_dropout_anew_in_every_iteration_and_tower() {
        SameDiff graph = graph(0.5);
        graph.setTrainingConfig(config());
        inject(graph, OPTIONS);
        Map<String, INDArray> same = placeholders(x, x, 1);
        Nd4j.getRandom().setSeed(5);
        double first = graph.output(same, SaliencyGuided.KL).get(SaliencyGuided.KL).getDouble(0);
        double second = graph.output(same, SaliencyGuided.KL).get(SaliencyGuided.KL).getDouble(0);
        // Equal inputs: all divergence comes from two masks, and the next two differ.
        assertThat(first).isGreaterThan(1e-4).isNotEqualTo(second);
        // So do the gradients in fit: a step of the same size from the same weights ends elsewhere.
        List<INDArray> ends = new ArrayList<>();
        Map<String, INDArray> start = parameters(graph);
        SaliencyGuidedListener off =
                new SaliencyGuidedListener(
                        org.salient4j.framework.network.GraphModel.of(graph, "input", "logits", 2),
                        OPTIONS.withLambda(0),
                        Seed.of(7));
        for (int i = 0; i < 3; i++) {
            start.forEach((name, array) -> graph.getVariable(name).getArr().assign(array));
            fit(graph, false, 1, off);
            ends.add(graph.getVariable("w0").getArr().dup());
        }
        assertThat(ends).doesNotHaveDuplicates();
    }

    @Test
    void should_fit_again_and_leave_the_configuration_as_it_was() {
        SameDiff graph = graph(0.2);
        graph.setTrainingConfig(config());
        SaliencyGuidedListener listener = inject(graph, OPTIONS);
        fit(graph, false, 2, listener);
        fit(graph, true, 2, listener);
        assertThat(graph.getTrainingConfig().getDataSetFeatureMapping()).containsExactly("input");
    }

    @Test
    void should_rank_without_dropout() {
        SameDiff dropping = graph(0.5);
        SaliencyGuidedListener one = inject(dropping, OPTIONS);
        SaliencyGuidedListener two = inject(graph(0), OPTIONS);
        Batch batch =
                new Batch(x, OneHot.classes(labels), At.builder().epoch(0).iteration(0).build());
        assertThat(one.scores(batch)).isEqualTo(two.scores(batch)).isEqualTo(one.scores(batch));
    }

    @Test
    void should_say_what_is_missing() {
        SameDiff graph = graph(0);
        assertThatThrownBy(() -> inject(graph, "nothing", "logits", "labels"))
                .hasMessageContaining("the graph has no variable 'nothing'");
        assertThatThrownBy(() -> inject(graph, "input", "nothing", "labels"))
                .hasMessageContaining("the graph has no variable 'nothing'");
        assertThatThrownBy(() -> inject(graph, "input", "logits", "logits"))
                .hasMessageContaining("must be a placeholder of one-hot labels");
        assertThatThrownBy(() -> inject(graph, "input", "w0", "labels"))
                .hasMessageContaining("'w0' does not depend on 'input'");
        inject(graph, "input", "logits", "labels");
        assertThatThrownBy(() -> inject(graph, "input", "logits", "labels"))
                .hasMessage("saliency guided training was injected into this graph before");
    }

    @Test
    void should_need_a_loss() {
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.placeHolder("input", DataType.DOUBLE, -1, 18);
        graph.placeHolder("labels", DataType.DOUBLE, -1, 2);
        in.mmul(graph.var("w", Nd4j.rand(DataType.DOUBLE, 18, 2))).rename("logits");
        assertThatThrownBy(() -> inject(graph, "input", "logits", "labels"))
                .hasMessageContaining("the graph has no loss: call setLossVariables");
    }

    private double crossEntropy(SameDiff graph) {
        // Against dropout's noise: the mean of some draws.
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += graph.output(placeholders(x, x, 1), "ce").get("ce").getDouble(0);
        }
        return sum / 20;
    }

    private Map<String, INDArray> byHand(
            Map<String, INDArray> start, INDArray[] features, double lambda) {
        SameDiff graph = SameDiff.create();
        SDVariable y = graph.placeHolder("labels", DataType.DOUBLE, -1, 2);
        SDVariable clean = mlp(graph, graph.constant("clean", features[0]), start, "");
        SDVariable masked = mlp(graph, graph.constant("masked", features[1]), start, "");
        SDVariable p = graph.nn().softmax(clean, 1);
        SDVariable q = graph.nn().softmax(masked, 1);
        SDVariable ce = graph.math().log(p).mul(y).sum(1).mean().neg();
        SDVariable kl =
                p.mul(graph.math().log(p).sub(graph.math().log(q)))
                        .sum(1)
                        .mean()
                        .mul(lambda * features[2].getDouble(0));
        ce.add(kl).rename("total");
        graph.setLossVariables("total");
        Map<String, INDArray> gradients =
                graph.calculateGradients(Map.of("labels", labels), PARAMETERS);
        Map<String, INDArray> stepped = new HashMap<>();
        gradients.forEach(
                (name, gradient) -> stepped.put(name, start.get(name).sub(gradient.mul(RATE))));
        return stepped;
    }

    private static SDVariable mlp(
            SameDiff graph, SDVariable in, Map<String, INDArray> values, String prefix) {
        Map<String, SDVariable> v = new HashMap<>();
        for (String name : PARAMETERS) {
            v.put(
                    name,
                    graph.hasVariable(prefix + name)
                            ? graph.getVariable(prefix + name)
                            : graph.var(prefix + name, values.get(name)));
        }
        SDVariable hidden = graph.math().tanh(in.mmul(v.get("w0")).add(v.get("b0")));
        return hidden.mmul(v.get("w1")).add(v.get("b1"));
    }

    /** What a user would write: a small MLP with dropout on the hidden layer. */
    private static SameDiff graph(double dropout) {
        SameDiff graph = SameDiff.create();
        SplittableRandom random = new SplittableRandom(3);
        SDVariable in = graph.placeHolder("input", DataType.DOUBLE, -1, 18);
        SDVariable labels = graph.placeHolder("labels", DataType.DOUBLE, -1, 2);
        SDVariable w0 = graph.var("w0", normal(random, 18, 8));
        SDVariable b0 = graph.var("b0", normal(random, 1, 8));
        SDVariable w1 = graph.var("w1", normal(random, 8, 2));
        SDVariable b1 = graph.var("b1", normal(random, 1, 2));
        SDVariable hidden = graph.math().tanh(in.mmul(w0).add(b0));
        if (dropout > 0) {
            SDVariable mask =
                    new RandomBernoulli(graph, graph.shape(hidden), 1 - dropout).outputVariable();
            hidden = hidden.mul(mask.castTo(DataType.DOUBLE)).mul(1 / (1 - dropout));
        }
        SDVariable logits = hidden.mmul(w1).add("logits", b1);
        graph.nn().logSoftmax(logits).mul(labels).sum(1).mean().neg().rename("ce");
        graph.setLossVariables("ce");
        return graph;
    }

    private static INDArray normal(SplittableRandom random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = 0.4 * random.nextGaussian();
            }
        }
        return Nd4j.create(values);
    }

    private static TrainingConfig config() {
        return new TrainingConfig.Builder()
                .updater(new Sgd(RATE))
                .dataSetFeatureMapping("input")
                .dataSetLabelMapping("labels")
                .build();
    }

    private void fit(
            SameDiff graph,
            boolean multi,
            int epochs,
            org.nd4j.autodiff.listeners.Listener... listeners) {
        if (multi) {
            graph.fit(
                    new SingletonMultiDataSetIterator(
                            new org.nd4j.linalg.dataset.MultiDataSet(x, labels)),
                    epochs,
                    listeners);
        } else {
            graph.fit(new SingletonDataSetIterator(new DataSet(x, labels)), epochs, listeners);
        }
    }

    private Map<String, INDArray> placeholders(INDArray clean, INDArray masked, double lambda) {
        return Map.of(
                "input",
                clean,
                "labels",
                labels,
                SaliencyGuided.MASKED,
                masked,
                SaliencyGuided.LAMBDA,
                Nd4j.scalar(DataType.DOUBLE, lambda));
    }

    private static Map<String, INDArray> parameters(SameDiff graph) {
        Map<String, INDArray> copy = new HashMap<>();
        PARAMETERS.forEach(name -> copy.put(name, graph.getVariable(name).getArr().dup()));
        return copy;
    }

    private static SaliencyGuidedListener inject(SameDiff graph, SaliencyGuidedOptions options) {
        return SaliencyGuided.inject(graph, "input", "logits", "labels", options, Seed.of(7));
    }

    private static SaliencyGuidedListener inject(
            SameDiff graph, String input, String logits, String labels) {
        return SaliencyGuided.inject(graph, input, logits, labels, OPTIONS, Seed.of(7));
    }

    /** Stands behind the listener and keeps what it made. */
    private static final class Recorder extends BaseListener {
        private INDArray[] features;

        @Override
        public boolean isActive(Operation operation) {
            return operation == Operation.TRAINING;
        }

        @Override
        public void iterationStart(SameDiff sd, At at, MultiDataSet data, long milliseconds) {
            features = new INDArray[data.numFeatureArrays()];
            for (int i = 0; i < features.length; i++) {
                features[i] = data.getFeatures(i).dup();
            }
        }
    }
}
