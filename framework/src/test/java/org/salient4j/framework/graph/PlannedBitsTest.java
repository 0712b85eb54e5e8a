package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.network.Output;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.losses.Objective;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/**
 * Planned passes give the bits of a SameDiff session's, with the kernels that users run: those of
 * the CPU backend, which is on the class path of these tests. Without dropout, because a session
 * draws its noise in another order.
 */
class PlannedBitsTest {
    private static final int BATCH = 5;
    private static final int PASSES = 3;

    @BeforeAll
    static void onTheCpu() {
        assumeThat(Nd4j.getBackend().getClass().getSimpleName()).endsWith("CpuBackend");
    }

    @Test
    void should_run_the_kernels_of_the_cpu_backend() {
        assertThat(Nd4j.getExecutioner().getClass().getSimpleName()).isEqualTo("KernelExecutioner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm-input-cell", "tcn", "transformer", "mnist-cnn"})
    void should_give_the_bits_of_a_session_in_a_standard_step(String network) {
        steps(network, new StandardObjective());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm-input-cell", "tcn", "transformer", "mnist-cnn"})
    void should_give_the_bits_of_a_session_in_a_guided_step(String network) {
        steps(network, new SaliencyGuidedObjective());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "lstm-input-cell", "tcn", "transformer", "mnist-cnn"})
    void should_give_the_bits_of_a_session_in_an_explanation(String network) {
        Architecture architecture = Networks.registry().get(network);
        Parameters parameters = new Parameters(DataType.FLOAT, Seed.of(3).random());
        compare(
                graph -> {
                    Scope scope = new Scope(graph, parameters, Mode.EXPLAIN);
                    SDVariable x =
                            graph.placeHolder("input", DataType.FLOAT, shape(-1, architecture));
                    SDVariable target =
                            graph.placeHolder("labels", DataType.FLOAT, -1, architecture.outputs());
                    return Output.MARGIN.of(graph, architecture.output(scope, x), target);
                },
                architecture,
                List.of("input"),
                List.of("input"));
    }

    private static void steps(String network, Objective objective) {
        Architecture architecture = Networks.registry().get(network);
        Parameters parameters = new Parameters(DataType.FLOAT, Seed.of(3).random());
        List<String> features =
                objective
                        .build(architecture, new Scope(SameDiff.create(), parameters, Mode.EXPLAIN))
                        .features();
        compare(
                graph ->
                        objective
                                .build(architecture, new Scope(graph, parameters, Mode.EXPLAIN))
                                .total(),
                architecture,
                features,
                List.copyOf(parameters.names()));
    }

    @FunctionalInterface
    private interface LossGraph {
        SDVariable loss(SameDiff graph);
    }

    private static void compare(
            LossGraph builder,
            Architecture architecture,
            List<String> features,
            List<String> sources) {
        SameDiff session = SameDiff.create();
        SDVariable loss = builder.loss(session);
        loss.markAsLoss();
        if (sources.equals(List.of("input"))) {
            session.createGradFunction("input"); // of a placeholder there is none otherwise
        }
        SameDiff planned = SameDiff.create();
        GradientGraph compiled = new GradientGraph(planned, builder.loss(planned), sources);
        for (int pass = 0; pass < PASSES; pass++) {
            Map<String, INDArray> placeholders = placeholders(architecture, features, pass);
            var expected =
                    session.calculateGradientsAndOutputs(
                            placeholders, List.of(loss.name()), sources);
            GradientGraph.Pass actual = compiled.run(placeholders, List.of(loss.name()));
            assertThat(actual.outputs().get(loss.name()).getFloat(0))
                    .isEqualTo(expected.getOutputs().get(loss.name()).getFloat(0))
                    .isNotZero();
            for (String source : sources) {
                assertThat(numbers(actual.gradients().get(source)))
                        .as("gradient of %s in pass %s", source, pass)
                        .isEqualTo(numbers(expected.getGradients().get(source)));
            }
        }
    }

    private static Map<String, INDArray> placeholders(
            Architecture architecture, List<String> features, int pass) {
        Map<String, INDArray> placeholders = new HashMap<>();
        for (String feature : features) {
            INDArray value =
                    feature.equals(SaliencyGuidedObjective.LAMBDA)
                            ? Nd4j.scalar(0.7f)
                            : Nd4j.rand(DataType.FLOAT, shape(BATCH, architecture));
            placeholders.put(feature, value);
        }
        INDArray labels = Nd4j.zeros(DataType.FLOAT, BATCH, architecture.outputs());
        for (int row = 0; row < BATCH; row++) {
            labels.putScalar(row, (row + pass) % architecture.outputs(), 1);
        }
        placeholders.put(Objective.LABELS, labels);
        return placeholders;
    }

    private static long[] shape(int batch, Architecture architecture) {
        long[] example = architecture.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = batch;
        System.arraycopy(example, 0, shape, 1, example.length);
        return shape;
    }

    /** Equal numbers for equal bits, but 0 for -0: INDArray's own equals allows for 1e-5. */
    private static float[] numbers(INDArray array) {
        float[] values = HostArray.floats(array);
        List<Integer> strange = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            values[i] += 0f;
            if (!Float.isFinite(values[i])) {
                strange.add(i);
            }
        }
        assertThat(strange).as("places that are not finite").isEmpty();
        return values;
    }
}
