package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.salient4j.layers.zoo.BiLstmTextClassifier;

class BiLstmTextClassifierTest {
    private static final String GOLDEN = "bi_lstm_text/";
    private static final double TOLERANCE = 1e-9;

    private static BiLstmTextClassifier network(SequencePooling pooling) {
        return new BiLstmTextClassifier(7, 3, 4, 3, pooling, 0, true);
    }

    /** The tower from word numbers, and the word vectors on the way. */
    private static final class Tower {
        private final SameDiff graph = SameDiff.create();
        private final Parameters parameters =
                new Parameters(DataType.DOUBLE, new SplittableRandom(1));

        Tower(BiLstmTextClassifier network, Mode mode) {
            Scope scope = new Scope(graph, parameters, mode);
            SDVariable ids = graph.placeHolder("ids", DataType.DOUBLE, -1, -1);
            SDVariable weights = graph.placeHolder("weights", DataType.DOUBLE, -1, 3);
            SDVariable vectors = network.vectors(scope, ids).rename("vectors");
            SDVariable logits =
                    network.logitsOfVectors(scope, vectors, network.padding(scope, ids))
                            .rename("logits");
            logits.mul(weights).sum().rename("loss");
            graph.setLossVariables("loss");
        }

        Tower golden() {
            Map<String, INDArray> values = new HashMap<>();
            for (String name : parameters.names()) {
                values.put(name, Golden.read(GOLDEN + "weights." + name));
            }
            parameters.assign(values);
            return this;
        }

        INDArray logits(INDArray ids) {
            return graph.output(Map.of("ids", ids), "logits").get("logits");
        }

        Map<String, INDArray> gradients(INDArray ids, INDArray weights) {
            if (!graph.hasVariable("vectors-grad")) {
                graph.createGradFunction("vectors");
            }
            List<String> sources = new ArrayList<>(parameters.trainable());
            sources.remove(BiLstmTextClassifier.VECTORS); // SameDiff's own is wrong
            sources.add("vectors");
            return graph.calculateGradients(Map.of("ids", ids, "weights", weights), sources);
        }
    }

    private static INDArray label() {
        INDArray label = Golden.read(GOLDEN + "label");
        INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, 3, 3);
        for (int b = 0; b < 3; b++) {
            oneHot.putScalar(b, label.getInt(b), 1);
        }
        return oneHot;
    }

    private static String name(SequencePooling pooling) {
        return GOLDEN + pooling.name().toLowerCase(Locale.ROOT) + ".";
    }

    @ParameterizedTest
    @EnumSource
    void should_give_the_reference_logits_and_gradients(SequencePooling pooling) {
        Tower tower = new Tower(network(pooling), Mode.EXPLAIN).golden();
        INDArray ids = Golden.read(GOLDEN + "ids");

        assertThat(Golden.relativeError(tower.logits(ids), Golden.read(name(pooling) + "logits")))
                .isLessThan(TOLERANCE);
        tower.gradients(ids, label())
                .forEach(
                        (source, gradient) -> {
                            String part = source.equals("vectors") ? "" : "." + source;
                            assertThat(
                                            Golden.relativeError(
                                                    gradient,
                                                    Golden.read(name(pooling) + "gradient" + part)))
                                    .as(source)
                                    .isLessThan(TOLERANCE);
                        });
    }

    @ParameterizedTest
    @EnumSource
    void should_not_see_how_far_texts_are_filled_up(SequencePooling pooling) {
        Tower tower = new Tower(network(pooling), Mode.EXPLAIN).golden();
        INDArray ids = Golden.read(GOLDEN + "ids");
        INDArray wide = Nd4j.concat(1, ids, Nd4j.zeros(DataType.DOUBLE, 3, 5));

        assertThat(tower.logits(wide).distance2(tower.logits(ids))).isLessThan(1e-12);
        Map<String, INDArray> narrowly = tower.gradients(ids, label());
        tower.gradients(wide, label())
                .forEach(
                        (source, gradient) -> {
                            INDArray same =
                                    source.equals("vectors")
                                            ? gradient.get(
                                                    NDArrayIndex.all(), NDArrayIndex.interval(0, 6))
                                            : gradient;
                            assertThat(same.distance2(narrowly.get(source)))
                                    .as(source)
                                    .isLessThan(1e-12);
                        });
    }

    @ParameterizedTest
    @EnumSource
    void should_give_a_filled_up_text_what_it_gives_the_text_alone(SequencePooling pooling) {
        BiLstmTextClassifier network = network(pooling);
        Tower tower = new Tower(network, Mode.EXPLAIN).golden();
        INDArray all = tower.logits(Golden.read(GOLDEN + "ids"));
        INDArray second = Nd4j.createFromArray(new double[][] {{4, 4, 2, 6}});

        assertThat(tower.logits(second).getRow(0).distance2(all.getRow(1))).isLessThan(1e-12);
        SameDiff plain = SameDiff.create();
        Scope scope = new Scope(plain, tower.parameters, Mode.EXPLAIN);
        SDVariable ids = plain.placeHolder("ids", DataType.DOUBLE, -1, -1);
        String logits = network.logitsOfVectors(scope, network.vectors(scope, ids), null).name();
        INDArray withoutMarks = plain.output(Map.of("ids", second), logits).get(logits);
        assertThat(withoutMarks.getRow(0).distance2(all.getRow(1))).isLessThan(1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void should_have_gradients_that_equal_finite_differences(SequencePooling pooling) {
        BiLstmTextClassifier network = network(pooling);
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(2));
        INDArray padding = Nd4j.zeros(DataType.DOUBLE, 2, 5);
        padding.putScalar(1, 4, 1);
        padding.putScalar(1, 3, 1);
        TestTower tower =
                new TestTower(
                        parameters,
                        Mode.EXPLAIN,
                        new long[] {5, 3},
                        (scope, x) ->
                                network.logitsOfVectors(scope, x, scope.graph().constant(padding)));
        GradientCheck.run(
                tower,
                GradientCheck.normal(new SplittableRandom(3), 2, 5, 3),
                new SplittableRandom(4));
    }

    @Test
    void should_drop_at_random_in_training_only() {
        BiLstmTextClassifier dropping =
                new BiLstmTextClassifier(7, 3, 4, 3, SequencePooling.MEAN, 0.5, true);
        INDArray ids = Golden.read(GOLDEN + "ids");
        Tower train = new Tower(dropping, Mode.TRAIN).golden();
        INDArray first = train.logits(ids).dup();
        assertThat(train.logits(ids)).isNotEqualTo(first);
        Tower explain = new Tower(dropping, Mode.EXPLAIN).golden();
        assertThat(explain.logits(ids)).isEqualTo(explain.logits(ids).dup());
    }

    @Test
    void should_not_train_vectors_that_are_frozen() {
        BiLstmTextClassifier frozen =
                new BiLstmTextClassifier(7, 3, 4, 3, SequencePooling.MAX, 0, false);
        Tower tower = new Tower(frozen, Mode.TRAIN).golden();
        assertThat(tower.parameters.trainable()).doesNotContain(BiLstmTextClassifier.VECTORS);
        assertThat(tower.parameters.names()).contains(BiLstmTextClassifier.VECTORS);
        INDArray ids = Golden.read(GOLDEN + "ids");
        assertThat(
                        Golden.relativeError(
                                tower.gradients(ids, label()).get("vectors"),
                                Golden.read(GOLDEN + "max.gradient")))
                .isLessThan(TOLERANCE);
    }

    @Test
    void should_refuse_sizes_that_make_no_network() {
        assertThatThrownBy(() -> new BiLstmTextClassifier(7, 0, 4, 3, SequencePooling.MAX, 0, true))
                .hasMessage("dimension must be at least 1, was 0");
        assertThatThrownBy(() -> new BiLstmTextClassifier(7, 3, 4, 3, SequencePooling.MAX, 1, true))
                .hasMessage("dropout must be in [0, 1), was 1.0");
        assertThatThrownBy(() -> new BiLstmTextClassifier(7, 3, 4, 1, SequencePooling.MAX, 0, true))
                .hasMessage("classes must be at least 2, was 1");
    }
}
