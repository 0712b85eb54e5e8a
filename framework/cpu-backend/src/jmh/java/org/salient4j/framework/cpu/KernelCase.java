package org.salient4j.framework.cpu;

import java.util.List;

/** A call of an op as the networks of the time-series benchmark make it, batch 50 of 50 × 50. */
public enum KernelCase {
    LSTM(
            "lstmLayer",
            new long[] {0, 0, 2, 0, 0},
            new double[] {0},
            new boolean[] {true, false, false, false, false, false, true, false},
            List.of(new long[] {50, 5}),
            new long[][] {{50, 50, 50}, {50, 20}, {5, 20}, {20}}),
    LSTM_GRADIENT(
            "lstmLayer_bp",
            new long[] {0, 0, 2, 0, 0},
            new double[] {0},
            new boolean[] {true, false, false, false, false, false, true, false},
            List.of(
                    new long[] {50, 50, 50},
                    new long[] {50, 20},
                    new long[] {5, 20},
                    new long[] {20}),
            new long[][] {{50, 50, 50}, {50, 20}, {5, 20}, {20}, {50, 5}}),
    COLUMNS(
            "im2col",
            new long[] {4, 1, 1, 1, 0, 0, 4, 1, 0},
            new double[] {},
            new boolean[] {},
            List.of(new long[] {1, 50, 4, 1, 50, 50}),
            new long[][] {{1, 50, 62, 50}}),
    COLUMNS_GRADIENT(
            "im2col_bp",
            new long[] {4, 1, 1, 1, 0, 0, 4, 1, 0},
            new double[] {},
            new boolean[] {},
            List.of(new long[] {1, 50, 62, 50}),
            new long[][] {{1, 50, 62, 50}, {1, 50, 4, 1, 50, 50}}),
    BATCHED_PRODUCT(
            "matmul",
            new long[] {0, 1, 0},
            new double[] {},
            new boolean[] {},
            List.of(new long[] {50, 5, 50, 50}),
            new long[][] {{50, 5, 50, 10}, {50, 5, 50, 10}}),
    BATCHED_PRODUCT_GRADIENT(
            "matmul_bp",
            new long[] {0, 1, 0},
            new double[] {},
            new boolean[] {},
            List.of(new long[] {50, 5, 50, 10}, new long[] {50, 5, 50, 10}),
            new long[][] {{50, 5, 50, 10}, {50, 5, 50, 10}, {50, 5, 50, 50}}),
    BIAS_GRADIENT(
            "add_bp",
            new long[] {},
            new double[] {},
            new boolean[] {},
            List.of(new long[] {2500, 400}, new long[] {400}),
            new long[][] {{2500, 400}, {400}, {2500, 400}}),
    SCALE_GRADIENT(
            "multiply_bp",
            new long[] {},
            new double[] {},
            new boolean[] {},
            List.of(new long[] {2500, 50}, new long[] {50}),
            new long[][] {{2500, 50}, {50}, {2500, 50}}),
    MAXIMUM_GRADIENT(
            "reduce_max_bp",
            new long[] {1},
            new double[] {0},
            new boolean[] {},
            List.of(new long[] {50, 50, 50}),
            new long[][] {{50, 50, 50}, {50, 50}}),
    RELU_GRADIENT(
            "thresholdedrelu_bp",
            new long[] {},
            new double[] {0},
            new boolean[] {},
            List.of(new long[] {2500, 400}),
            new long[][] {{2500, 400}, {2500, 400}}),
    CONCATENATION(
            "concat",
            new long[] {0},
            new double[] {},
            new boolean[] {},
            List.of(new long[] {100, 50, 50}),
            new long[][] {{50, 50, 50}, {50, 50, 50}});

    private final String op;
    private final long[] integers;
    private final double[] numbers;
    private final boolean[] flags;
    private final List<long[]> outputs;
    private final long[][] inputs;

    KernelCase(
            String op,
            long[] integers,
            double[] numbers,
            boolean[] flags,
            List<long[]> outputs,
            long[][] inputs) {
        this.op = op;
        this.integers = integers;
        this.numbers = numbers;
        this.flags = flags;
        this.outputs = outputs;
        this.inputs = inputs;
    }

    String op() {
        return op;
    }

    long[] integers() {
        return integers;
    }

    double[] numbers() {
        return numbers;
    }

    boolean[] flags() {
        return flags;
    }

    List<long[]> outputs() {
        return outputs;
    }

    long[][] inputs() {
        return inputs;
    }
}
