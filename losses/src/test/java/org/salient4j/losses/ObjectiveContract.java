package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.LstmClassifier;

/** What every objective promises, on a small LSTM in double. */
abstract class ObjectiveContract {
    private static final int BATCH = 4;
    private static final double STEP = 1e-5;

    /** The objective under test. */
    abstract Objective objective();

    /** Values of the placeholders beside the clean batch and the labels. */
    abstract Map<String, INDArray> others();

    @Test
    void should_have_gradients_that_equal_finite_differences() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        LossTerms terms =
                objective()
                        .build(
                                new LstmClassifier(6, 3, 4, 2, 0.1, 0.5, false),
                                new Scope(graph, parameters, Mode.EXPLAIN));
        String total = terms.total().name();
        Map<String, INDArray> placeholders = placeholders();
        graph.setLossVariables(total);
        Map<String, INDArray> gradients =
                graph.calculateGradients(placeholders, List.copyOf(parameters.names()));
        SplittableRandom random = new SplittableRandom(2);
        for (String name : parameters.names()) {
            INDArray source = parameters.get(name);
            INDArray start = source.dup('c');
            for (int i = 0; i < 3; i++) {
                INDArray direction = normal(random, source.shape());
                direction.divi(direction.norm2Number());
                source.assign(start.add(direction.mul(STEP)));
                double up = graph.output(placeholders, total).get(total).getDouble(0);
                source.assign(start.sub(direction.mul(STEP)));
                double down = graph.output(placeholders, total).get(total).getDouble(0);
                source.assign(start);
                double slope = gradients.get(name).mul(direction).sumNumber().doubleValue();
                assertThat(Math.abs(slope - (up - down) / (2 * STEP))).as(name).isLessThan(1e-9);
            }
        }
    }

    @Test
    void should_declare_what_it_needs_and_what_it_is_made_of() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        LossTerms terms =
                objective()
                        .build(
                                new LstmClassifier(6, 3, 4, 2, 0.1, 0.5, false),
                                new Scope(graph, parameters, Mode.TRAIN));
        assertThat(graph.variables())
                .extracting(SDVariable::name)
                .containsAll(terms.features())
                .contains(Objective.LABELS);
        assertThat(terms.features().get(0)).isEqualTo(Objective.INPUT);
        assertThat(terms.terms()).containsKey("ce");
        assertThat(parameters.names())
                .containsExactly(
                        "weight_ih", "weight_hh", "bias_ih", "bias_hh", "fc.weight", "fc.bias");
    }

    final Map<String, INDArray> placeholders() {
        Map<String, INDArray> all = new LinkedHashMap<>(others());
        all.put(Objective.INPUT, normal(new SplittableRandom(3), BATCH, 6, 3));
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, BATCH, 2);
        for (int b = 0; b < BATCH; b++) {
            labels.putScalar(b, b % 2, 1);
        }
        all.put(Objective.LABELS, labels);
        return all;
    }

    static INDArray normal(SplittableRandom random, long... shape) {
        int length = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values =
                Stream.generate(random::nextGaussian).limit(length).mapToDouble(x -> x).toArray();
        return Nd4j.create(values, shape, 'c').castTo(DataType.DOUBLE);
    }
}
