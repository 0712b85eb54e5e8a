package org.salient4j.framework.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** One configuration of {@code lstmLayer} with random arrays. */
record LstmExample(
        DataType type,
        int format,
        int direction,
        int batch,
        int steps,
        int features,
        int units,
        boolean hasBias,
        boolean hasH0,
        boolean hasC0,
        boolean allOutputs,
        boolean lastOutput,
        boolean lastCell,
        Layout layout,
        long seed) {

    /** The plain case, batch first: bias, no initial state, the last output. */
    static LstmExample plain(DataType type, int batch, int steps, int features, int units) {
        return new LstmExample(
                type,
                1,
                0,
                batch,
                steps,
                features,
                units,
                true,
                false,
                false,
                false,
                true,
                false,
                Layout.C_ORDER,
                7);
    }

    /** Two units or more: the stock operation writes beyond its memory if there is but one. */
    static LstmExample random(DataType type, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int results = random.nextInt(1, 8);
        return new LstmExample(
                type,
                random.nextInt(3),
                random.nextInt(2),
                random.nextInt(1, 20),
                random.nextInt(1, 9),
                random.nextInt(1, 12),
                random.nextInt(2, 18),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                (results & 1) != 0,
                (results & 2) != 0,
                (results & 4) != 0,
                Layout.values()[random.nextInt(Layout.values().length)],
                seed);
    }

    List<INDArray> forwardInputs() {
        SplittableRandom random = new SplittableRandom(seed);
        List<INDArray> inputs = new ArrayList<>();
        inputs.add(uniform(random, 1, overTime(features)));
        inputs.add(uniform(random, 1, features, 4 * units));
        inputs.add(uniform(random, 1, units, 4 * units));
        if (hasBias) {
            inputs.add(uniform(random, 1, 4 * units));
        }
        if (hasH0) {
            inputs.add(uniform(random, 1, batch, units));
        }
        if (hasC0) {
            inputs.add(uniform(random, 2, batch, units));
        }
        return inputs;
    }

    List<INDArray> resultGradients() {
        SplittableRandom random = new SplittableRandom(seed + 1);
        return resultShapes().stream().map(shape -> uniform(random, 1, shape)).toList();
    }

    /** Runs {@code lstmLayer}; the outputs lie as the inputs do. */
    List<INDArray> forward(KernelExecutioner executioner) {
        return forward(executioner, forwardInputs());
    }

    List<INDArray> forward(KernelExecutioner executioner, List<INDArray> inputs) {
        List<INDArray> outputs = resultShapes().stream().map(this::garbage).toList();
        return run(executioner, "lstmLayer", inputs, outputs);
    }

    /** Runs {@code lstmLayer_bp}. */
    List<INDArray> backward(KernelExecutioner executioner) {
        List<INDArray> inputs = new ArrayList<>(forwardInputs());
        List<INDArray> outputs = inputs.stream().map(array -> garbage(array.shape())).toList();
        inputs.addAll(resultGradients());
        return run(executioner, "lstmLayer_bp", inputs, outputs);
    }

    List<INDArray> run(
            KernelExecutioner executioner,
            String name,
            List<INDArray> inputs,
            List<INDArray> outputs) {
        try (OpContext context = context(executioner, inputs, outputs)) {
            executioner.exec(DynamicCustomOp.builder(name).build(), context);
            return outputs;
        } catch (Exception e) {
            throw new IllegalStateException(this + ": " + e.getMessage(), e);
        }
    }

    OpContext context(
            KernelExecutioner executioner, List<INDArray> inputs, List<INDArray> outputs) {
        OpContext context = executioner.buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        context.setIArguments(format, direction, 2, 0, 0);
        context.setTArguments(0);
        context.setBArguments(
                hasBias, false, hasH0, hasC0, false, allOutputs, lastOutput, lastCell);
        // The oneDNN helper refuses batch-first sequences; the reference is the plain operation.
        context.allowHelpers(false);
        return context;
    }

    private List<long[]> resultShapes() {
        List<long[]> shapes = new ArrayList<>();
        if (allOutputs) {
            shapes.add(overTime(units));
        }
        if (lastOutput) {
            shapes.add(new long[] {batch, units});
        }
        if (lastCell) {
            shapes.add(new long[] {batch, units});
        }
        return shapes;
    }

    private long[] overTime(int columns) {
        return switch (format) {
            case 0 -> new long[] {steps, batch, columns};
            case 1 -> new long[] {batch, steps, columns};
            default -> new long[] {batch, columns, steps};
        };
    }

    private INDArray uniform(SplittableRandom random, double scale, long... shape) {
        INDArray array = Nd4j.create(type, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, scale * random.nextDouble(-1, 1));
        }
        return layout.like(array);
    }

    /** An output array with something in it, which the operation has to replace. */
    private INDArray garbage(long... shape) {
        return layout.like(Nd4j.valueArrayOf(shape, 99, type));
    }
}
