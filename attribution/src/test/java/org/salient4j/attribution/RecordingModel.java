package org.salient4j.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/** Remembers where gradients were asked for, and calls of how many rows. */
final class RecordingModel implements DifferentiableModel {
    private final DifferentiableModel model;
    private final List<double[]> points = new ArrayList<>();
    private final List<Long> calls = new ArrayList<>();
    private final List<Long> passes = new ArrayList<>();

    RecordingModel(DifferentiableModel model) {
        this.model = model;
    }

    List<double[]> points() {
        return points;
    }

    /** Rows of each gradient. */
    List<Long> calls() {
        return calls;
    }

    /** Rows of each forward pass. */
    List<Long> passes() {
        return passes;
    }

    long rowsPassed() {
        return passes.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long[] inputShape() {
        return model.inputShape();
    }

    @Override
    public int outputs() {
        return model.outputs();
    }

    @Override
    public DataType dataType() {
        return model.dataType();
    }

    @Override
    public INDArray output(INDArray x) {
        passes.add(x.size(0));
        return model.output(x);
    }

    @Override
    public SDVariable output(SameDiff graph, SDVariable x) {
        return model.output(graph, x);
    }

    @Override
    public INDArray gradient(INDArray x, int[] targets, Output output) {
        calls.add(x.size(0));
        double[] values = HostArray.doubles(x);
        int cells = values.length / targets.length;
        for (int b = 0; b < targets.length; b++) {
            points.add(Arrays.copyOfRange(values, b * cells, (b + 1) * cells));
        }
        return model.gradient(x, targets, output);
    }
}
