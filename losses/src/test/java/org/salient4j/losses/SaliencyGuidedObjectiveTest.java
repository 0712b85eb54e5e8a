package org.salient4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.TimePooling;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.layers.zoo.TcnClassifier;

class SaliencyGuidedObjectiveTest extends ObjectiveContract {
    private static final List<String> NAMES =
            List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh", "fc.weight", "fc.bias");

    /** The networks that there are reference steps of, without dropout. */
    enum Reference {
        LSTM(new LstmClassifier(50, 50, 5, 2, 0, 0, false)),
        TCN(
                new TcnClassifier(
                        50, 50, List.of(5, 5, 50), 4, 2, 0, TimePooling.MAX_OVER_TIME, false));

        private final Architecture architecture;

        Reference(Architecture architecture) {
            this.architecture = architecture;
        }

        INDArray read(String file) {
            return Golden.read("sgt_step/" + name().toLowerCase(Locale.ROOT) + "/" + file);
        }

        void assign(Parameters parameters) {
            Map<String, INDArray> weights = new HashMap<>();
            String folder = name().toLowerCase(Locale.ROOT) + "/weights/";
            parameters.names().forEach(name -> weights.put(name, Golden.read(folder + name)));
            parameters.assign(weights);
        }
    }

    @Override
    Objective objective() {
        return new SaliencyGuidedObjective();
    }

    @Override
    Map<String, INDArray> others() {
        return Map.of(
                SaliencyGuidedObjective.MASKED,
                normal(new SplittableRandom(4), 4, 6, 3),
                SaliencyGuidedObjective.LAMBDA,
                Nd4j.scalar(DataType.DOUBLE, 0.7));
    }

    @Override
    Set<String> terms() {
        return Set.of("ce", "kl");
    }

    @ParameterizedTest
    @CsvSource({
        "LSTM, DOUBLE, NONE, grad, EXPLAIN, 1e-9",
        "LSTM, FLOAT, NONE, grad, EXPLAIN, 1e-4",
        "LSTM, DOUBLE, CLEAN, grad_detach_target, EXPLAIN, 1e-9",
        "LSTM, FLOAT, CLEAN, grad_detach_target, EXPLAIN, 1e-4",
        "LSTM, DOUBLE, NONE, grad, TRAIN, 1e-9",
        "TCN, DOUBLE, NONE, grad, EXPLAIN, 1e-9",
        "TCN, FLOAT, NONE, grad, EXPLAIN, 1e-4",
        "TCN, DOUBLE, CLEAN, grad_detach_target, EXPLAIN, 1e-9",
        "TCN, FLOAT, CLEAN, grad_detach_target, EXPLAIN, 1e-4",
        "TCN, DOUBLE, NONE, grad, TRAIN, 1e-9"
    })
    void should_give_the_reference_losses_and_gradients(
            Reference network,
            DataType type,
            Detach detach,
            String folder,
            Mode mode,
            double tolerance) {
        Step step = new Step(network, type, detach, mode);
        Map<String, INDArray> values =
                step.graph.output(step.placeholders(1), "ce", "kl", "total", step.logits);
        Map.of("ce", "loss_ce", "kl", "loss_kl", "total", "loss_total")
                .forEach(
                        (term, file) ->
                                assertThat(values.get(term).getDouble(0))
                                        .as(term)
                                        .isCloseTo(
                                                network.read(file).getDouble(0),
                                                within(tolerance)));
        assertThat(Golden.relativeError(values.get(step.logits), network.read("logits_clean")))
                .isLessThan(tolerance);
        step.gradients(1)
                .forEach(
                        (name, gradient) ->
                                assertThat(
                                                Golden.relativeError(
                                                        gradient,
                                                        network.read(folder + "/" + name)))
                                        .as(name)
                                        .isLessThan(tolerance));
    }

    /** Fused losses of ND4J fail this: they ignore factors on their output. */
    @ParameterizedTest
    @EnumSource(Detach.class)
    void should_scale_the_gradient_of_the_divergence_by_lambda(Detach detach) {
        Step step = new Step(DataType.DOUBLE, detach, Mode.EXPLAIN);
        Map<String, INDArray> without = step.gradients(0);
        Map<String, INDArray> once = step.gradients(1);
        Map<String, INDArray> often = step.gradients(10);
        for (String name : NAMES) {
            INDArray divergence = once.get(name).sub(without.get(name));
            INDArray tenfold = often.get(name).sub(without.get(name));
            assertThat(divergence.norm2Number().doubleValue()).as(name).isGreaterThan(1e-7);
            assertThat(tenfold.distance2(divergence.mul(10))).as(name).isLessThan(1e-12);
        }
    }

    @Test
    void should_be_the_standard_objective_where_lambda_is_zero() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        LossTerms terms =
                new StandardObjective()
                        .build(new LstmClassifier(), new Scope(graph, parameters, Mode.EXPLAIN));
        Reference.LSTM.assign(parameters);
        Step step = new Step(DataType.DOUBLE, Detach.NONE, Mode.EXPLAIN);
        graph.setLossVariables(terms.total());
        Map<String, INDArray> placeholders = step.placeholders(0);
        placeholders.keySet().retainAll(List.of(Objective.INPUT, Objective.LABELS));
        Map<String, INDArray> standard = graph.calculateGradients(placeholders, NAMES);
        step.gradients(0)
                .forEach(
                        (name, gradient) ->
                                assertThat(gradient.distance2(standard.get(name)))
                                        .as(name)
                                        .isLessThan(1e-12));
    }

    @Test
    void should_add_nothing_where_nothing_is_masked() {
        Step step = new Step(DataType.DOUBLE, Detach.NONE, Mode.EXPLAIN);
        Map<String, INDArray> placeholders = step.placeholders(1);
        placeholders.put(SaliencyGuidedObjective.MASKED, placeholders.get(Objective.INPUT));
        Map<String, INDArray> values = step.graph.output(placeholders, "ce", "kl", "total");
        assertThat(values.get("kl").getDouble(0)).isZero();
        assertThat(values.get("total")).isEqualTo(values.get("ce"));
    }

    @Test
    void should_drop_clean_and_masked_rows_independently() {
        SameDiff graph = SameDiff.create();
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new SaliencyGuidedObjective()
                .build(
                        new LstmClassifier(50, 50, 5, 2, 0.5, 0, false),
                        new Scope(graph, parameters, Mode.TRAIN));
        Reference.LSTM.assign(parameters);
        Map<String, INDArray> placeholders =
                new Step(DataType.DOUBLE, Detach.NONE, Mode.EXPLAIN).placeholders(1);
        placeholders.put(SaliencyGuidedObjective.MASKED, placeholders.get(Objective.INPUT));
        // Equal inputs, other masks: the divergence is that of two draws of dropout.
        assertThat(graph.output(placeholders, "kl").get("kl").getDouble(0)).isGreaterThan(1e-4);
    }

    private static final class Step {
        final SameDiff graph = SameDiff.create();
        final DataType type;
        final String logits;

        final Reference network;
        final Parameters parameters;

        Step(DataType type, Detach detach, Mode mode) {
            this(Reference.LSTM, type, detach, mode);
        }

        Step(Reference network, DataType type, Detach detach, Mode mode) {
            this.network = network;
            this.type = type;
            parameters = new Parameters(type, new SplittableRandom(1));
            LossTerms terms =
                    new SaliencyGuidedObjective(detach)
                            .build(network.architecture, new Scope(graph, parameters, mode));
            logits = terms.output().name();
            network.assign(parameters);
            graph.setLossVariables(terms.total());
        }

        Map<String, INDArray> gradients(double lambda) {
            return graph.calculateGradients(placeholders(lambda), List.copyOf(parameters.names()));
        }

        Map<String, INDArray> placeholders(double lambda) {
            Map<String, INDArray> values = new HashMap<>();
            INDArray label = network.read("label");
            INDArray labels = Nd4j.zeros(type, label.length(), 2);
            for (int b = 0; b < label.length(); b++) {
                labels.putScalar(b, label.getInt(b), 1);
            }
            values.put(Objective.LABELS, labels);
            values.put(Objective.INPUT, network.read("x").castTo(type));
            values.put(SaliencyGuidedObjective.MASKED, network.read("x_masked").castTo(type));
            values.put(SaliencyGuidedObjective.LAMBDA, Nd4j.scalar(type, lambda));
            return values;
        }
    }
}
