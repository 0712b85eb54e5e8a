package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class InputCellAttentionTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new InputCellAttention(6, 3, 4, 2);
    }

    @Override
    long[] inputShape() {
        return new long[] {6, 3};
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "stress"})
    void should_equal_the_loop_over_prefixes_in_double(String set) {
        INDArray x = Golden.read("ica/" + set + "/x");
        INDArray m = run(DataType.DOUBLE, x, weights(set));
        assertThat(Golden.relativeError(m, Golden.read("ica/" + set + "/m"))).isLessThan(1e-10);
        assertThat(
                        Golden.relativeError(
                                literalLoop(x, weights(set)), Golden.read("ica/" + set + "/m")))
                .isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "stress"})
    void should_stay_finite_and_close_in_float(String set) {
        INDArray m = run(DataType.FLOAT, Golden.read("ica/" + set + "/x"), weights(set));
        assertThat(Golden.relativeError(m, Golden.read("ica/" + set + "/m"))).isLessThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.9, 1, 40, 1e4})
    void should_have_finite_gradients_however_far_the_scores_spread(double scale) {
        Map<String, INDArray> weights = weights("stress");
        weights.get("w2.weight").muli(scale);
        INDArray x = Golden.read("ica/stress/x");
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.FLOAT, new SplittableRandom(1));
        SDVariable in = graph.placeHolder("x", DataType.FLOAT, -1, 9, 3);
        SDVariable m =
                new InputCellAttention(9, 3, 4, 3)
                        .forward(new Scope(graph, parameters, Mode.EXPLAIN), in);
        graph.math().square(m).sum().rename("loss");
        graph.setLossVariables("loss");
        graph.createGradFunction("x");
        parameters.assign(weights);
        graph.calculateGradients(
                        Map.of("x", x.castTo(DataType.FLOAT)),
                        List.of("x", "w1.weight", "w2.weight"))
                .forEach(
                        (name, gradient) ->
                                assertThat(gradient.isNaN().any() || gradient.isInfinite().any())
                                        .as(name)
                                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.9, 1, 40, 1e4})
    void should_have_finite_tangents_and_gradients_of_them_however_far_the_scores_spread(
            double scale) {
        Map<String, INDArray> weights = weights("stress");
        weights.get("w2.weight").muli(scale);
        Parameters parameters = new Parameters(DataType.FLOAT, new SplittableRandom(1));
        TangentTower tower =
                new TangentTower(
                        parameters,
                        Mode.EXPLAIN,
                        new long[] {9, 3},
                        new InputCellAttention(9, 3, 4, 3)::forward);
        parameters.assign(weights);
        INDArray x = Golden.read("ica/stress/x");
        INDArray u = GradientCheck.normal(new SplittableRandom(2), x.shape());
        Map<String, INDArray> all = new java.util.HashMap<>(tower.gradients(x, u));
        all.put("tangent", tower.tangent(x, u));
        assertThat(all).containsKey("w1.weight");
        all.forEach(
                (name, array) ->
                        assertThat(array.isNaN().any() || array.isInfinite().any())
                                .as(name)
                                .isFalse());
    }

    @Test
    void should_equal_the_loop_at_the_paper_size() {
        Map<String, INDArray> weights =
                Map.of(
                        "w1.weight", Golden.read("lstm_ica/weights/w1.weight"),
                        "w1.bias", Golden.read("lstm_ica/weights/w1.bias"),
                        "w2.weight", Golden.read("lstm_ica/weights/w2.weight"),
                        "w2.bias", Golden.read("lstm_ica/weights/w2.bias"));
        INDArray m = run(DataType.DOUBLE, Golden.read("lstm_ica/input"), weights);
        assertThat(Golden.relativeError(m, Golden.read("ica/full/m"))).isLessThan(1e-10);
    }

    private static Map<String, INDArray> weights(String set) {
        Map<String, INDArray> weights = new java.util.LinkedHashMap<>();
        for (String name : List.of("w1.weight", "w1.bias", "w2.weight", "w2.bias")) {
            weights.put(name, Golden.read("ica/" + set + "/" + name));
        }
        return weights;
    }

    private static INDArray run(DataType type, INDArray x, Map<String, INDArray> weights) {
        long[] shape = x.shape();
        long[] hidden = weights.get("w1.weight").shape();
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(type, new SplittableRandom(1));
        SDVariable in = graph.placeHolder("x", type, -1, shape[1], shape[2]);
        InputCellAttention layer =
                new InputCellAttention(
                        (int) shape[1],
                        (int) shape[2],
                        (int) hidden[0],
                        (int) weights.get("w2.weight").size(0));
        layer.forward(new Scope(graph, parameters, Mode.EXPLAIN), in).rename("m");
        parameters.assign(weights);
        return graph.output(Map.of("x", x.castTo(type)), "m").get("m");
    }

    /** The definition, prefix by prefix. */
    private static INDArray literalLoop(INDArray x, Map<String, INDArray> w) {
        INDArray out = Nd4j.zeros(DataType.DOUBLE, x.shape());
        int hops = (int) w.get("w2.weight").size(0);
        for (int b = 0; b < x.size(0); b++) {
            for (int t = 0; t < x.size(1); t++) {
                INDArray prefix =
                        x.get(
                                org.nd4j.linalg.indexing.NDArrayIndex.point(b),
                                org.nd4j.linalg.indexing.NDArrayIndex.interval(0, t + 1),
                                org.nd4j.linalg.indexing.NDArrayIndex.all());
                double[][] rows = prefix.dup('c').reshape(t + 1, x.size(2)).toDoubleMatrix();
                double[][] scores = new double[t + 1][];
                for (int s = 0; s <= t; s++) {
                    scores[s] = score(rows[s], w);
                }
                for (int hop = 0; hop < hops; hop++) {
                    double max = Double.NEGATIVE_INFINITY;
                    double sum = 0;
                    for (double[] score : scores) {
                        max = Math.max(max, score[hop]);
                    }
                    for (double[] score : scores) {
                        sum += Math.exp(score[hop] - max);
                    }
                    for (int s = 0; s <= t; s++) {
                        double a = Math.exp(scores[s][hop] - max) / sum / hops;
                        for (int f = 0; f < rows[s].length; f++) {
                            out.putScalar(b, t, f, out.getDouble(b, t, f) + a * rows[s][f]);
                        }
                    }
                }
            }
        }
        return out;
    }

    private static double[] score(double[] x, Map<String, INDArray> w) {
        double[] hidden = affine(w.get("w1.weight"), w.get("w1.bias"), x);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.tanh(hidden[i]);
        }
        return affine(w.get("w2.weight"), w.get("w2.bias"), hidden);
    }

    private static double[] affine(INDArray weight, INDArray bias, double[] x) {
        double[] out = bias.toDoubleVector();
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < x.length; j++) {
                out[i] += weight.getDouble(i, j) * x[j];
            }
        }
        return out;
    }
}
