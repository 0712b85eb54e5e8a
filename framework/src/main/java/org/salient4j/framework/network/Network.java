package org.salient4j.framework.network;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Parameters;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/**
 * An architecture with its parameters. It answers as a {@link DifferentiableModel} and makes
 * training graphs over the same arrays.
 */
public final class Network implements DifferentiableModel {
    private final Architecture architecture;
    private final Parameters parameters;
    private final DifferentiableModel explain;

    private Network(Architecture architecture, Parameters parameters) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.explain =
                new ExplainGraphs(
                        architecture.inputShape(),
                        architecture.outputs(),
                        parameters.dataType(),
                        (graph, input) ->
                                architecture.output(
                                        new Scope(graph, parameters, Mode.EXPLAIN), input));
        declareParameters();
    }

    /**
     * A network with fresh start values.
     *
     * @param architecture what to build
     * @param dataType FLOAT or DOUBLE
     * @param seed where start values come from
     */
    public static Network initialise(Architecture architecture, DataType dataType, Seed seed) {
        return new Network(
                architecture, new Parameters(dataType, seed.child("parameters").random()));
    }

    /**
     * A network of zeros, whose parameters are about to be assigned: what nobody will read is not
     * drawn.
     */
    static Network blank(Architecture architecture, DataType dataType) {
        // Any seed does: only what an objective adds is drawn from it.
        return new Network(architecture, Parameters.blank(dataType, Seed.of(1).random()));
    }

    /**
     * The same network with arrays of its own and of another type: in DOUBLE the gradients of a
     * network trained in FLOAT carry no further rounding, which an inverse would blow up.
     *
     * @param dataType FLOAT or DOUBLE
     */
    public Network copyAs(DataType dataType) {
        Network copy = blank(architecture, dataType);
        copy.parameters.assign(parameters.snapshot());
        return copy;
    }

    /** What it is. */
    public Architecture architecture() {
        return architecture;
    }

    /** Its parameters, shared with every graph made of it. */
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public long[] inputShape() {
        return explain.inputShape();
    }

    @Override
    public int outputs() {
        return explain.outputs();
    }

    @Override
    public DataType dataType() {
        return explain.dataType();
    }

    @Override
    public INDArray output(INDArray x) {
        return explain.output(x);
    }

    @Override
    public INDArray gradient(INDArray x, int[] targets, Output output) {
        return explain.gradient(x, targets, output);
    }

    @Override
    public void gradient(INDArray x, int[] targets, Output output, INDArray into) {
        explain.gradient(x, targets, output, into);
    }

    @Override
    public SDVariable output(SameDiff graph, SDVariable x) {
        return explain.output(graph, x);
    }

    private void declareParameters() {
        SameDiff graph = SameDiff.create();
        long[] example = architecture.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = -1;
        System.arraycopy(example, 0, shape, 1, example.length);
        architecture.output(
                new Scope(graph, parameters, Mode.EXPLAIN),
                graph.placeHolder("input", parameters.dataType(), shape));
    }
}
