package org.salient4j.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One tower over a placeholder {@code x} and a direction {@code u}, with half the sum of the
 * squared tangents as loss.
 */
final class TangentTower {
    private static final long DROPS = 3;

    private final SameDiff graph = SameDiff.create();
    private final Parameters parameters;

    TangentTower(
            Parameters parameters,
            Mode mode,
            long[] inputShape,
            BiFunction<Scope, Dual, Dual> layer) {
        this.parameters = parameters;
        long[] shape = new long[inputShape.length + 1];
        shape[0] = -1;
        System.arraycopy(inputShape, 0, shape, 1, inputShape.length);
        Dual x =
                new Dual(
                        graph.placeHolder("x", parameters.dataType(), shape),
                        graph.placeHolder("u", parameters.dataType(), shape));
        Dual y = layer.apply(new Scope(graph, parameters, mode), x);
        y.value().rename("y");
        y.tangent().rename("t");
        graph.getVariable("t").mul(graph.getVariable("t")).sum().mul(0.5).rename("penalty");
    }

    Parameters parameters() {
        return parameters;
    }

    INDArray value(INDArray x, INDArray u) {
        return run(x, u, "y");
    }

    INDArray tangent(INDArray x, INDArray u) {
        return run(x, u, "t");
    }

    double penalty(INDArray x, INDArray u) {
        return run(x, u, "penalty").getDouble(0);
    }

    /** Gradients of the penalty by every parameter. */
    Map<String, INDArray> gradients(INDArray x, INDArray u) {
        if (graph.getFunction("grad") == null) {
            graph.setLossVariables("penalty");
            graph.createGradFunction();
            BernoulliNoise.replacePlain(graph);
        }
        List<String> names = new ArrayList<>(parameters.names());
        Nd4j.getRandom().setSeed(DROPS);
        return graph.calculateGradients(placeholders(x, u), names);
    }

    /** With the same elements dropped in every run. */
    private INDArray run(INDArray x, INDArray u, String name) {
        Nd4j.getRandom().setSeed(DROPS);
        return graph.output(placeholders(x, u), name).get(name);
    }

    private Map<String, INDArray> placeholders(INDArray x, INDArray u) {
        return Map.of("x", x.castTo(parameters.dataType()), "u", u.castTo(parameters.dataType()));
    }
}
