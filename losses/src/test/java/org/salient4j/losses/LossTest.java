package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** Cross-entropy and divergence against their closed forms. */
class LossTest {
    private static final INDArray P = normal(1, 5, 3);
    private static final INDArray Q = normal(2, 5, 3);

    @Test
    void should_be_the_mean_negative_log_probability_of_the_label() {
        INDArray logits = Nd4j.create(new double[][] {{0, 0}, {Math.log(3), 0}});
        INDArray labels = Nd4j.create(new double[][] {{1, 0}, {0, 1}});
        double expected = (Math.log(2) + Math.log(4)) / 2;
        assertThat(crossEntropy(logits, labels)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void should_stay_exact_where_probabilities_underflow() {
        INDArray logits = Nd4j.create(new double[][] {{1000, 0}});
        assertThat(crossEntropy(logits, Nd4j.create(new double[][] {{0, 1}}))).isEqualTo(1000);
        assertThat(divergence(logits, logits.mul(-1))).isEqualTo(1000);
    }

    @Test
    void should_accept_soft_labels() {
        INDArray logits = Nd4j.create(new double[][] {{0, 0}});
        assertThat(crossEntropy(logits, Nd4j.create(new double[][] {{0.3, 0.7}})))
                .isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void should_be_the_closed_form_of_the_divergence() {
        // P = (3/4, 1/4), Q = (1/2, 1/2).
        INDArray p = Nd4j.create(new double[][] {{Math.log(3), 0}});
        INDArray q = Nd4j.create(new double[][] {{0, 0}});
        double expected = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);
        assertThat(divergence(p, q)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void should_never_have_a_negative_divergence(long seed) {
        INDArray p = normal(seed, 5, 3);
        assertThat(divergence(p, normal(seed + 100, 5, 3))).isPositive();
        assertThat(divergence(p, p)).isZero();
        // Softmax does not see a shift of all logits.
        assertThat(divergence(p, p.add(3))).isCloseTo(0, within(1e-12));
    }

    @Test
    void should_have_the_known_gradients_of_the_divergence() {
        SameDiff graph = SameDiff.create();
        SDVariable p = graph.var("p", P.dup());
        SDVariable q = graph.var("q", Q.dup());
        KullbackLeibler.between(graph, p, q).rename("kl");
        graph.setLossVariables("kl");
        Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), "p", "q");
        double[][] x = softmax(P);
        double[][] y = softmax(Q);
        for (int b = 0; b < 5; b++) {
            double kl = 0;
            for (int c = 0; c < 3; c++) {
                kl += x[b][c] * Math.log(x[b][c] / y[b][c]);
            }
            for (int c = 0; c < 3; c++) {
                double ratio = Math.log(x[b][c] / y[b][c]);
                assertThat(gradients.get("p").getDouble(b, c))
                        .isCloseTo(x[b][c] * (ratio - kl) / 5, within(1e-12));
                assertThat(gradients.get("q").getDouble(b, c))
                        .isCloseTo((y[b][c] - x[b][c]) / 5, within(1e-12));
            }
        }
    }

    @Test
    void should_have_the_known_gradient_of_the_cross_entropy() {
        SameDiff graph = SameDiff.create();
        SDVariable z = graph.var("z", P.dup());
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, 5, 3);
        for (int b = 0; b < 5; b++) {
            labels.putScalar(b, b % 3, 1);
        }
        CrossEntropy.of(graph, z, graph.constant(labels)).rename("ce");
        graph.setLossVariables("ce");
        INDArray gradient = graph.calculateGradients(Map.of(), "z").get("z");
        INDArray expected = Nd4j.create(softmax(P)).sub(labels).div(5);
        assertThat(gradient.distance2(expected)).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CLEAN", "MASKED"})
    void should_stop_the_gradient_of_the_detached_side_only(String name) {
        Detach detach = Detach.valueOf(name);
        SameDiff graph = SameDiff.create();
        SDVariable p = graph.var("p", P.dup());
        SDVariable q = graph.var("q", Q.dup());
        KullbackLeibler.between(graph, detach.clean(graph, p), detach.masked(graph, q))
                .rename("kl");
        // What flows into the parameters beside the divergence must not be touched.
        p.sum().add(q.sum()).add(graph.getVariable("kl")).rename("loss");
        graph.setLossVariables("loss");
        Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), "p", "q");
        assertThat(gradients.get("p").equals(Nd4j.ones(DataType.DOUBLE, 5, 3)))
                .isEqualTo(detach == Detach.CLEAN);
        assertThat(gradients.get("q").equals(Nd4j.ones(DataType.DOUBLE, 5, 3)))
                .isEqualTo(detach == Detach.MASKED);
        assertThat(graph.output(Map.of(), "kl").get("kl").getDouble(0)).isEqualTo(divergence(P, Q));
    }

    private static double crossEntropy(INDArray logits, INDArray labels) {
        SameDiff graph = SameDiff.create();
        CrossEntropy.of(graph, graph.constant(logits), graph.constant(labels)).rename("loss");
        return graph.output(Map.of(), List.of("loss")).get("loss").getDouble(0);
    }

    private static double divergence(INDArray p, INDArray q) {
        SameDiff graph = SameDiff.create();
        KullbackLeibler.between(graph, graph.constant(p), graph.constant(q)).rename("loss");
        return graph.output(Map.of(), List.of("loss")).get("loss").getDouble(0);
    }

    private static double[][] softmax(INDArray logits) {
        double[][] rows = logits.toDoubleMatrix();
        for (double[] row : rows) {
            double sum = 0;
            for (int c = 0; c < row.length; c++) {
                row[c] = Math.exp(row[c]);
                sum += row[c];
            }
            for (int c = 0; c < row.length; c++) {
                row[c] /= sum;
            }
        }
        return rows;
    }

    private static INDArray normal(long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextGaussian();
            }
        }
        return Nd4j.create(values);
    }
}
