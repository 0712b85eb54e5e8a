package org.salient4j.framework.network;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.CompiledGraph;
import org.salient4j.framework.graph.GradientGraph;

/**
 * The explanation graphs of a network: one a differentiated {@link Output}, made when first asked
 * for, all over the same parameters.
 */
public final class ExplainGraphs implements DifferentiableModel {
    private static final String INPUT = "input";
    private static final String TARGET = "target";

    private final long[] inputShape;
    private final int outputs;
    private final DataType dataType;
    private final Tower tower;
    private final Map<Output, GradientGraph> graphs = new EnumMap<>(Output.class);
    private CompiledGraph forward;
    private String forwardOutput;

    /** Adds a tower without dropout to a graph. */
    @FunctionalInterface
    public interface Tower {
        /**
         * @param graph an empty graph but for the input
         * @param input [B, inputShape…]
         * @return outputs [B, outputs]
         */
        SDVariable output(SameDiff graph, SDVariable input);
    }

    /**
     * @param inputShape shape of one example
     * @param outputs number of outputs
     * @param dataType FLOAT or DOUBLE
     * @param tower builds the network
     */
    public ExplainGraphs(long[] inputShape, int outputs, DataType dataType, Tower tower) {
        this.inputShape = inputShape.clone();
        this.outputs = outputs;
        this.dataType = dataType;
        this.tower = tower;
    }

    @Override
    public long[] inputShape() {
        return inputShape.clone();
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public DataType dataType() {
        return dataType;
    }

    @Override
    public INDArray output(INDArray x) {
        if (forward == null) {
            SameDiff graph = SameDiff.create();
            forwardOutput = tower.output(graph, input(graph)).name();
            forward = new CompiledGraph(graph);
        }
        return copy(
                forward.run(Map.of(INPUT, checked(x)), List.of(forwardOutput)).get(forwardOutput));
    }

    @Override
    public INDArray gradient(INDArray x, int[] targets, Output output) {
        return copy(run(x, targets, output));
    }

    @Override
    public void gradient(INDArray x, int[] targets, Output output, INDArray into) {
        into.assign(run(x, targets, output));
    }

    /** The gradient where the next pass writes its own. */
    private INDArray run(INDArray x, int[] targets, Output output) {
        INDArray batch = checked(x);
        if (targets.length != x.size(0)) {
            throw new InvalidInputException(
                    "expected a target for each of %d samples, found %d"
                            .formatted(x.size(0), targets.length));
        }
        GradientGraph graph = graphs.computeIfAbsent(output, this::build);
        return graph.run(
                        Map.of(INPUT, batch, TARGET, OneHot.of(targets, outputs, dataType)),
                        List.of())
                .gradients()
                .get(INPUT);
    }

    /** A dup takes ten times as long. */
    private static INDArray copy(INDArray array) {
        return Nd4j.createUninitialized(array.dataType(), array.shape(), 'c').assign(array);
    }

    @Override
    public SDVariable output(SameDiff graph, SDVariable x) {
        return tower.output(graph, x);
    }

    private GradientGraph build(Output output) {
        SameDiff graph = SameDiff.create();
        SDVariable target = graph.placeHolder(TARGET, dataType, -1, outputs);
        SDVariable logits = tower.output(graph, input(graph));
        return new GradientGraph(graph, output.of(graph, logits, target), List.of(INPUT));
    }

    private SDVariable input(SameDiff graph) {
        long[] shape = new long[inputShape.length + 1];
        shape[0] = -1;
        System.arraycopy(inputShape, 0, shape, 1, inputShape.length);
        return graph.placeHolder(INPUT, dataType, shape);
    }

    private INDArray checked(INDArray x) {
        long[] shape = x.shape();
        boolean fits = shape.length == inputShape.length + 1;
        for (int axis = 0; fits && axis < inputShape.length; axis++) {
            fits = inputShape[axis] == -1 || inputShape[axis] == shape[axis + 1];
        }
        if (!fits) {
            throw new InvalidInputException(
                    "the network takes batches of %s, found %s"
                            .formatted(Arrays.toString(inputShape), Arrays.toString(shape)));
        }
        return x.castTo(dataType); // the array itself where the type is right
    }
}
