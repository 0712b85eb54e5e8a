package org.salient4j.framework.graph;

import java.util.List;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** Gives an op the arrays that it reads and writes, as SameDiff's session does. */
final class OpBinding {
    private OpBinding() {}

    /** Where the outputs of an op lie. */
    @FunctionalInterface
    interface Outputs {
        INDArray allocate(int output, LongShapeDescriptor shape);
    }

    /**
     * The op on its inputs.
     *
     * @param op the op
     * @param inputs arrays with values, since some ops' output shapes depend on them
     * @param outputs where the outputs lie
     * @throws UnplannableGraphException if the op is of a kind that cannot be bound
     */
    static PlannedOp bind(DifferentialFunction op, INDArray[] inputs, Outputs outputs)
            throws UnplannableGraphException {
        OpContext context = Nd4j.getExecutioner().buildContext();
        if (op instanceof DynamicCustomOp custom) {
            arguments(context, custom, inputs);
            allocate(context, custom.calculateOutputShape(context), outputs);
            return new PlannedOp(op, context, null);
        }
        if (!(op instanceof BaseOp legacy)) {
            throw new UnplannableGraphException("op '%s' is of no known kind".formatted(op));
        }
        boolean axes = readsAxes(legacy, inputs);
        if (axes) {
            setAxes(legacy, inputs);
        }
        INDArray scalar = legacy instanceof ScalarOp && inputs.length == 2 ? inputs[1] : null;
        if (scalar != null) {
            ((ScalarOp) legacy).setScalar(scalar);
        }
        if (inputs.length > 0) {
            context.setInputArray(0, inputs[0]);
        }
        if (inputs.length == 2 && !axes) {
            context.setInputArray(1, inputs[1]);
        }
        allocate(context, legacy.calculateOutputShape(context), outputs);
        return new PlannedOp(op, context, scalar);
    }

    private static void arguments(OpContext context, DynamicCustomOp op, INDArray[] inputs) {
        context.setInputArrays(inputs);
        context.setIArguments(op.iArgs());
        context.setDArguments(op.dArgs());
        context.setTArguments(op.tArgs());
        context.setBArguments(op.bArgs());
    }

    /** The shapes that an op would write; for aliases of reshaped arrays. */
    static List<LongShapeDescriptor> shapes(DynamicCustomOp op, INDArray[] inputs) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        arguments(context, op, inputs);
        return op.calculateOutputShape(context);
    }

    private static void allocate(
            OpContext context, List<LongShapeDescriptor> shapes, Outputs outputs) {
        for (int i = 0; i < shapes.size(); i++) {
            context.setOutputArray(i, outputs.allocate(i, shapes.get(i)));
        }
    }

    /** Whether the second input of a reduction holds its axes. */
    private static boolean readsAxes(BaseOp op, INDArray[] inputs) {
        return op instanceof ReduceOp reduction
                && reduction.getOpType() != Op.Type.REDUCE3
                && inputs.length == 2;
    }

    private static void setAxes(BaseOp op, INDArray[] inputs) throws UnplannableGraphException {
        if (inputs[1].isEmpty()) {
            throw new UnplannableGraphException(
                    "op '%s' reduces over no axis".formatted(op.getOwnName()));
        }
        op.setDimensions(Shape.normalizeAxis(inputs[0].rank(), inputs[1].toIntVector()));
    }
}
