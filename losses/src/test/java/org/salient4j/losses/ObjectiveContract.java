package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.BernoulliNoise;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.LstmClassifier;

/** What every objective promises, on a small network in double; the LSTM if not said otherwise. */
abstract class ObjectiveContract {
    static final int BATCH = 4;
    private static final double STEP = 1e-5;

    /** The objective under test. */
    abstract Objective objective();

    /** Values of the placeholders beside the clean batch and the labels. */
    abstract Map<String, INDArray> others();

    /** The network. */
    Architecture architecture() {
        return new LstmClassifier(6, 3, 4, 2, 0.1, 0.5, false);
    }

    /** Names of the terms. */
    abstract Set<String> terms();

    /** Parameters of the objective itself. */
    List<String> ownParameters() {
        return List.of();
    }

    @Test
    void should_have_gradients_that_equal_finite_differences() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        LossTerms terms =
                objective().build(architecture(), new Scope(graph, parameters, Mode.EXPLAIN));
        String total = terms.total().name();
        Map<String, INDArray> placeholders = placeholders();
        graph.setLossVariables(total);
        graph.createGradFunction();
        BernoulliNoise.replacePlain(graph);
        seed();
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
                double up = value(graph, placeholders, total);
                source.assign(start.sub(direction.mul(STEP)));
                double down = value(graph, placeholders, total);
                source.assign(start);
                double slope = gradients.get(name).mul(direction).sumNumber().doubleValue();
                assertThat(Math.abs(slope - (up - down) / (2 * STEP))).as(name).isLessThan(1e-8);
            }
        }
    }

    @Test
    void should_declare_what_it_needs_and_what_it_is_made_of() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        LossTerms terms =
                objective().build(architecture(), new Scope(graph, parameters, Mode.TRAIN));
        assertThat(graph.variables())
                .extracting(SDVariable::name)
                .containsAll(terms.features())
                .containsAll(terms.labels());
        assertThat(terms.features().get(0)).isEqualTo(Objective.INPUT);
        assertThat(terms.terms()).containsOnlyKeys(terms());
        assertThat(placeholders())
                .containsOnlyKeys(
                        Stream.of(
                                        terms.features(),
                                        terms.labels(),
                                        objective().scalars(1_000_000).keySet())
                                .flatMap(java.util.Collection::stream)
                                .toList());
        Parameters alone = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        SameDiff other = SameDiff.create();
        architecture()
                .output(
                        new Scope(other, alone, Mode.TRAIN),
                        Placeholders.batch(
                                "x", architecture(), new Scope(other, alone, Mode.TRAIN)));
        assertThat(parameters.names())
                .containsExactlyElementsOf(
                        Stream.concat(alone.names().stream(), ownParameters().stream()).toList());
    }

    @Test
    void should_be_equal_to_one_of_the_same_settings_and_say_them_in_a_line() {
        assertThat(objective()).isEqualTo(objective()).hasSameHashCodeAs(objective());
        assertThat(objective().settings()).isEqualTo(objective().settings()).doesNotContain("\n");
        assertThat(objective().at(1_000_000)).isEqualTo(objective());
    }

    /** Values of all placeholders: a classifier's batch if not said otherwise. */
    Map<String, INDArray> placeholders() {
        Map<String, INDArray> all = new LinkedHashMap<>(others());
        all.put(Objective.INPUT, normal(new SplittableRandom(3), BATCH, 6, 3));
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, BATCH, 2);
        for (int b = 0; b < BATCH; b++) {
            labels.putScalar(b, b % 2, 1);
        }
        all.put(Objective.LABELS, labels);
        return all;
    }

    /** The same noise again. */
    static void seed() {
        Nd4j.getRandom().setSeed(11);
    }

    private static double value(SameDiff graph, Map<String, INDArray> placeholders, String name) {
        seed();
        return graph.output(placeholders, name).get(name).getDouble(0);
    }

    static INDArray normal(SplittableRandom random, long... shape) {
        int length = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values =
                Stream.generate(random::nextGaussian).limit(length).mapToDouble(x -> x).toArray();
        return Nd4j.create(values, shape, 'c').castTo(DataType.DOUBLE);
    }
}
