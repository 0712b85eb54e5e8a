package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.ResNetClassifier;

/** A saliency guided step of a network with batch normalisation, beside PyTorch's. */
class BatchStatisticsStepTest {
    private final SameDiff graph = SameDiff.create();

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-10", "FLOAT, 1e-4"})
    void should_give_the_reference_losses_gradients_and_running_statistics(
            DataType type, double tolerance) {
        Parameters parameters = new Parameters(type, new SplittableRandom(1));
        Scope scope = new Scope(graph, parameters, Mode.TRAIN);
        LossTerms terms = new SaliencyGuidedObjective().build(network(), scope);
        assign(parameters);
        Map<String, INDArray> placeholders = placeholders(type, "masked");

        Map<String, INDArray> losses = graph.output(placeholders, "ce", "kl");
        for (String term : List.of("ce", "kl")) {
            assertThat(losses.get(term).getDouble(0))
                    .as(term)
                    .isCloseTo(read(term).getDouble(0), within(tolerance));
        }

        List<String> names = List.copyOf(parameters.trainable());
        graph.setLossVariables(terms.total());
        Map<String, INDArray> gradients = graph.calculateGradients(placeholders, names);
        assertThat(Golden.relativeError(flat(names, gradients), read("gradients")))
                .isLessThan(tolerance);

        List<String> buffers = new ArrayList<>(parameters.names());
        buffers.removeAll(names);
        Map<String, INDArray> next =
                graph.output(
                        placeholders,
                        buffers.stream()
                                .map(name -> scope.updates().get(name).name())
                                .toArray(String[]::new));
        List<String> order = buffers.stream().map(b -> scope.updates().get(b).name()).toList();
        assertThat(Golden.relativeError(flat(order, next), read("buffers"))).isLessThan(tolerance);
    }

    /** Each tower has its own statistics, so equal towers agree although both train. */
    @Test
    void should_add_nothing_where_nothing_is_masked() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new SaliencyGuidedObjective().build(network(), new Scope(graph, parameters, Mode.TRAIN));
        assign(parameters);
        Map<String, INDArray> values =
                graph.output(placeholders(DataType.DOUBLE, "input"), "kl", "ce");
        assertThat(values.get("kl").getDouble(0)).isZero();
        assertThat(values.get("ce").getDouble(0)).isPositive();
    }

    private static ResNetClassifier network() {
        return new ResNetClassifier(2, 8, 6, List.of(3, 4), List.of(2, 1), 3);
    }

    private static Map<String, INDArray> placeholders(DataType type, String masked) {
        INDArray labels = Nd4j.zeros(type, 4, 3);
        for (int b = 0; b < 4; b++) {
            labels.putScalar(b, read("label").getInt(b), 1);
        }
        return Map.of(
                Objective.INPUT,
                read("input").castTo(type),
                SaliencyGuidedObjective.MASKED,
                read(masked).castTo(type),
                SaliencyGuidedObjective.LAMBDA,
                Nd4j.scalar(type, 1),
                Objective.LABELS,
                labels);
    }

    private static void assign(Parameters parameters) {
        INDArray all = read("weights");
        long from = 0;
        for (String name : parameters.names()) {
            INDArray parameter = parameters.get(name);
            long to = from + parameter.length();
            INDArray values = all.get(NDArrayIndex.interval(from, to)).dup();
            parameter.assign(values.reshape('c', parameter.shape()));
            from = to;
        }
        assertThat(from).isEqualTo(all.length());
    }

    private static INDArray flat(List<String> names, Map<String, INDArray> arrays) {
        return Nd4j.concat(
                0,
                names.stream()
                        .map(name -> arrays.get(name).dup('c').ravel())
                        .toArray(INDArray[]::new));
    }

    private static INDArray read(String name) {
        return Golden.read("residual_step/" + name);
    }
}
