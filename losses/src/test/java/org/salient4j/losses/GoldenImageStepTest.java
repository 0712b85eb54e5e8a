package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.CnnClassifier;

/** A saliency guided step of the network for digits against PyTorch. */
class GoldenImageStepTest {
    private static final CnnClassifier NETWORK =
            new CnnClassifier(1, 28, 28, 3, 32, 64, 128, 10, 0, 0);
    private static final String LARGEST = "fc1.weight";
    private static final int ROW = 88;

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-6", "FLOAT, 1e-4"})
    void should_give_the_reference_losses_and_gradients(DataType type, double tolerance) {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(type, new SplittableRandom(1));
        LossTerms terms =
                new SaliencyGuidedObjective()
                        .build(NETWORK, new Scope(graph, parameters, Mode.EXPLAIN));
        assign(parameters);
        graph.setLossVariables(terms.total());
        Map<String, INDArray> placeholders = placeholders(type);
        Map<String, INDArray> values =
                graph.output(placeholders, "ce", "kl", "total", terms.output().name());
        Map.of("ce", "loss_ce", "kl", "loss_kl", "total", "loss_total")
                .forEach(
                        (term, file) ->
                                assertThat(values.get(term).getDouble(0))
                                        .as(term)
                                        .isCloseTo(read(file).getDouble(0), within(tolerance)));
        assertThat(Golden.relativeError(values.get(terms.output().name()), read("logits_clean")))
                .isLessThan(tolerance);
        graph.calculateGradients(placeholders, List.copyOf(parameters.names()))
                .forEach((name, gradient) -> requireEqual(name, gradient, tolerance));
    }

    private static void requireEqual(String name, INDArray gradient, double tolerance) {
        if (!name.equals(LARGEST)) {
            assertThat(Golden.relativeError(gradient, read("grad/" + name)))
                    .as(name)
                    .isLessThan(tolerance);
            return;
        }
        // A megabyte and more: one of its rows, and its norm.
        assertThat(Golden.relativeError(gradient.getRow(ROW), read("grad/" + name + ".row")))
                .isLessThan(tolerance);
        double norm = read("grad/" + name + ".frobenius").getDouble(0);
        assertThat(gradient.castTo(DataType.DOUBLE).norm2Number().doubleValue())
                .isCloseTo(norm, within(tolerance * norm));
    }

    private static INDArray read(String file) {
        return Golden.read("sgt_step/mnist_cnn/" + file);
    }

    private static void assign(Parameters parameters) {
        Map<String, INDArray> weights = new HashMap<>();
        String folder = "mnist_cnn/weights/";
        for (String name : parameters.names()) {
            weights.put(
                    name,
                    name.equals(LARGEST)
                            // Kept as whole numbers of 2^-13.
                            ? Golden.read(folder + name + ".q").castTo(DataType.DOUBLE).mul(0x1p-13)
                            : Golden.read(folder + name));
        }
        parameters.assign(weights);
    }

    private static Map<String, INDArray> placeholders(DataType type) {
        Map<String, INDArray> values = new HashMap<>();
        INDArray label = Golden.read("mnist_cnn/label");
        INDArray labels = Nd4j.zeros(type, label.length(), 10);
        for (int b = 0; b < label.length(); b++) {
            labels.putScalar(b, label.getInt(b), 1);
        }
        values.put(Objective.LABELS, labels);
        values.put(Objective.INPUT, Golden.read("mnist_cnn/input").castTo(type));
        values.put(SaliencyGuidedObjective.MASKED, read("x_masked").castTo(type));
        values.put(SaliencyGuidedObjective.LAMBDA, Nd4j.scalar(type, 1));
        return values;
    }
}
