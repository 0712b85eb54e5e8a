package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class LstmKernelTest {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();

    /** The kernels, failing where they would hand a call to the stock operation. */
    private static final KernelExecutioner FAST =
            InsistentKernel.executioner(new LstmLayerKernel(), new LstmLayerGradientKernel());

    static Stream<LstmExample> examples() {
        return LongStream.range(1, 81)
                .boxed()
                .flatMap(
                        seed ->
                                Stream.of(DataType.FLOAT, DataType.DOUBLE)
                                        .map(type -> LstmExample.random(type, seed)));
    }

    static Stream<LstmExample> edges() {
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                Stream.of(
                                        LstmExample.plain(type, 1, 1, 1, 2),
                                        LstmExample.plain(type, 1, 30, 3, 2),
                                        LstmExample.plain(type, 7, 1, 3, 5),
                                        LstmExample.plain(type, 50, 50, 50, 5),
                                        LstmExample.plain(type, 33, 4, 1, 32),
                                        LstmExample.plain(type, 2, 3, 5, 70),
                                        LstmExample.plain(type, 64, 3, 50, 64)));
    }

    /** An empty array says that nobody reads the output. */
    @ParameterizedTest
    @MethodSource("examples")
    void should_compute_one_gradient_alone(LstmExample example) {
        List<INDArray> expected = example.backward(FAST);
        List<INDArray> inputs = new ArrayList<>(example.forwardInputs());
        inputs.addAll(example.resultGradients());
        for (int asked = 0; asked < expected.size(); asked++) {
            List<INDArray> outputs = new ArrayList<>();
            for (int i = 0; i < expected.size(); i++) {
                outputs.add(
                        i == asked
                                ? Nd4j.create(example.type(), expected.get(i).shape())
                                : Nd4j.empty(example.type()));
            }
            example.run(FAST, "lstmLayer_bp", inputs, outputs);
            assertThat(outputs.get(asked)).isEqualTo(expected.get(asked));
        }
    }

    @Test
    void should_give_the_stock_operation_memory_for_what_nobody_reads() {
        LstmExample example = LstmExample.plain(DataType.DOUBLE, 4, 5, 3, 6);
        List<INDArray> inputs = new ArrayList<>(example.forwardInputs());
        inputs.addAll(example.resultGradients());
        INDArray gradient = Nd4j.create(DataType.DOUBLE, inputs.get(0).shape());
        INDArray unread = Nd4j.empty(DataType.DOUBLE);
        example.run(STOCK, "lstmLayer_bp", inputs, List.of(gradient, unread, unread, unread));
        assertThatClose(List.of(gradient), example.backward(FAST).subList(0, 1), example.type());
    }

    @ParameterizedTest
    @MethodSource({"examples", "edges"})
    void should_compute_the_results_of_the_stock_operation(LstmExample example) {
        List<INDArray> inputs = example.forwardInputs();
        List<INDArray> before = inputs.stream().map(INDArray::dup).toList();

        List<INDArray> results = example.forward(FAST, inputs);

        assertThatClose(results, example.forward(STOCK), example.type());
        assertThat(inputs).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource({"examples", "edges"})
    void should_compute_the_gradients_of_the_stock_operation(LstmExample example) {
        assertThatClose(example.backward(FAST), example.backward(STOCK), example.type());
    }

    @Test
    void should_leave_the_neighbours_of_an_output_view_alone() {
        INDArray parent = Nd4j.valueArrayOf(new long[] {6, 9}, 77, DataType.FLOAT);
        INDArray view =
                parent.get(NDArrayIndex.interval(2, 5))
                        .get(NDArrayIndex.all(), NDArrayIndex.interval(3, 7));
        LstmExample example = LstmExample.plain(DataType.FLOAT, 3, 4, 2, 4);

        example.run(FAST, "lstmLayer", example.forwardInputs(), List.of(view));

        assertThatClose(List.of(view.dup()), example.forward(STOCK), DataType.FLOAT);
        view.assign(77);
        assertThat(parent).isEqualTo(Nd4j.valueArrayOf(new long[] {6, 9}, 77, DataType.FLOAT));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void should_take_a_scalar_for_a_gradient_that_is_the_same_everywhere(DataType type) {
        LstmExample example =
                new LstmExample(
                        type,
                        1,
                        0,
                        4,
                        5,
                        3,
                        6,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        Layout.C_ORDER,
                        3);

        assertThatClose(
                withScalarGradient(example, FAST), withScalarGradient(example, STOCK), type);
    }

    private static List<INDArray> withScalarGradient(
            LstmExample example, KernelExecutioner executioner) {
        List<INDArray> inputs = new ArrayList<>(example.forwardInputs());
        List<INDArray> outputs = inputs.stream().map(INDArray::ulike).toList();
        inputs.add(Nd4j.scalar(example.type(), 0.3));
        return example.run(executioner, "lstmLayer_bp", inputs, outputs);
    }

    @ParameterizedTest
    @MethodSource("gradientCheckExamples")
    void should_have_the_gradients_of_finite_differences(LstmExample example) {
        double step = 1e-6;
        List<INDArray> inputs = example.forwardInputs();
        List<INDArray> weights = example.resultGradients();
        List<INDArray> gradients = example.backward(FAST);

        for (int at = 0; at < inputs.size(); at++) {
            INDArray input = inputs.get(at);
            for (long i = 0; i < input.length(); i++) {
                double value = input.getDouble(i);
                input.putScalar(i, value + step);
                double above = weighted(example.forward(FAST, inputs), weights);
                input.putScalar(i, value - step);
                double below = weighted(example.forward(FAST, inputs), weights);
                input.putScalar(i, value);
                assertThat(gradients.get(at).getDouble(i))
                        .as("input %d, element %d", at, i)
                        .isCloseTo((above - below) / (2 * step), within(1e-7));
            }
        }
    }

    static Stream<LstmExample> gradientCheckExamples() {
        return Stream.of(
                new LstmExample(
                        DataType.DOUBLE,
                        1,
                        0,
                        3,
                        4,
                        2,
                        5,
                        true,
                        true,
                        true,
                        true,
                        true,
                        true,
                        Layout.C_ORDER,
                        11),
                new LstmExample(
                        DataType.DOUBLE,
                        0,
                        1,
                        2,
                        3,
                        3,
                        13,
                        true,
                        true,
                        true,
                        true,
                        false,
                        true,
                        Layout.C_ORDER,
                        12),
                LstmExample.plain(DataType.DOUBLE, 3, 4, 2, 1),
                LstmExample.plain(DataType.DOUBLE, 1, 1, 1, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void should_follow_the_equations_with_one_unit(DataType type) {
        LstmExample example = LstmExample.plain(type, 1, 9, 1, 1);
        List<INDArray> in = example.forwardInputs();
        double h = 0;
        double c = 0;
        for (int t = 0; t < 9; t++) {
            double[] z = new double[4];
            for (int gate = 0; gate < 4; gate++) {
                z[gate] =
                        in.get(0).getDouble(0, t, 0) * in.get(1).getDouble(0, gate)
                                + h * in.get(2).getDouble(0, gate)
                                + in.get(3).getDouble(gate);
            }
            c = sigmoid(z[1]) * c + sigmoid(z[0]) * Math.tanh(z[2]);
            h = sigmoid(z[3]) * Math.tanh(c);
        }

        double actual = example.forward(FAST).get(0).getDouble(0);

        assertThat(actual).isCloseTo(h, within(type == DataType.FLOAT ? 1e-6 : 1e-14));
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Test
    void should_give_the_same_bits_in_every_thread_and_every_time() throws Exception {
        List<LstmExample> examples = Stream.concat(examples().limit(24), edges()).toList();
        List<List<INDArray>> expected = examples.stream().map(LstmKernelTest::all).toList();

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<List<INDArray>>>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tasks.add(() -> examples.stream().map(LstmKernelTest::all).toList());
            }
            for (Future<List<List<INDArray>>> result : threads.invokeAll(tasks)) {
                for (int i = 0; i < examples.size(); i++) {
                    assertThatSameBits(result.get().get(i), expected.get(i));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void should_give_the_same_bits_in_every_memory_layout() {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            List<INDArray> expected = all(inLayout(type, Layout.C_ORDER));
            for (Layout layout : Layout.values()) {
                assertThatSameBits(all(inLayout(type, layout)), expected);
            }
        }
    }

    @Test
    void should_give_nan_for_the_sample_that_has_nan_and_for_no_other() {
        LstmExample example = LstmExample.plain(DataType.FLOAT, 20, 3, 4, 5);
        List<INDArray> inputs = example.forwardInputs();
        inputs.get(0).putScalar(new int[] {6, 1, 2}, Float.NaN);

        INDArray last = example.forward(FAST, inputs).get(0);

        for (int n = 0; n < 20; n++) {
            assertThat(Double.isNaN(last.getDouble(n, 0))).isEqualTo(n == 6);
        }
    }

    private static LstmExample inLayout(DataType type, Layout layout) {
        return new LstmExample(
                type, 1, 0, 9, 7, 6, 5, true, true, true, true, true, true, layout, 5);
    }

    private static List<INDArray> all(LstmExample example) {
        List<INDArray> all = new ArrayList<>(example.forward(FAST));
        all.addAll(example.backward(FAST));
        return all;
    }

    private static double weighted(List<INDArray> results, List<INDArray> weights) {
        double sum = 0;
        for (int i = 0; i < results.size(); i++) {
            sum += results.get(i).mul(weights.get(i)).sumNumber().doubleValue();
        }
        return sum;
    }

    private static void assertThatClose(
            List<INDArray> actual, List<INDArray> expected, DataType type) {
        assertThatWithin(type == DataType.FLOAT ? 3e-6 : 1e-12, actual, expected);
    }

    private static void assertThatSameBits(List<INDArray> actual, List<INDArray> expected) {
        assertThatWithin(0, actual, expected);
    }

    /** The difference relative to the largest element of the array, or to 1. */
    private static void assertThatWithin(
            double tolerance, List<INDArray> actual, List<INDArray> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).shape()).isEqualTo(expected.get(i).shape());
            double[] found = actual.get(i).dup('c').data().asDouble();
            double[] wanted = expected.get(i).dup('c').data().asDouble();
            double bound = tolerance * Math.max(1, expected.get(i).amaxNumber().doubleValue());
            for (int at = 0; at < wanted.length; at++) {
                // Not "greater than": NaN has to fail.
                if (!(Math.abs(found[at] - wanted[at]) <= bound)) {
                    assertThat(found[at])
                            .as("array %d, element %d", i, at)
                            .isCloseTo(wanted[at], within(bound));
                }
            }
        }
    }
}
