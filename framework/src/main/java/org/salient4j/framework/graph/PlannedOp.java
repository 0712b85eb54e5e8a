package org.salient4j.framework.graph;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.BernoulliNoise;

/** An op with the arrays that it reads and writes. */
final class PlannedOp {
    private final DifferentialFunction op;
    private final OpContext context;
    private final INDArray scalar;

    /**
     * @param op what runs
     * @param context its inputs, arguments and outputs
     * @param scalar the scalar of a legacy scalar op that reads it from the graph; null for others
     */
    PlannedOp(DifferentialFunction op, OpContext context, INDArray scalar) {
        this.op = op;
        this.context = context;
        this.scalar = scalar;
    }

    /** Runs it right after it was bound. */
    void first() {
        execute();
    }

    /** Runs it again. */
    void run() {
        if (op instanceof BernoulliNoise noise) {
            noise.draw(context); // the binding asked for its shape, which draws for the first run
        }
        execute();
    }

    private void execute() {
        if (op instanceof CustomOp custom) {
            Nd4j.exec(custom, context);
        } else {
            if (scalar != null) {
                ((ScalarOp) op).setScalar(scalar); // plans of other shapes share the op
            }
            Nd4j.exec((Op) op, context);
        }
    }
}
