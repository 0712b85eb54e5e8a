package org.salient4j.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One tower over a placeholder {@code x} and a direction {@code u}, with half the sum of the
 * squared tangents as loss. What is dropped in training is the same in all runs for the same
 * results: masks are drawn in the order in which a run comes to them.
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
        graph.identity("y", y.value());
        SDVariable t = graph.identity("t", y.tangent());
        t.mul(t).sum().mul(0.5).rename("penalty");
    }

    Parameters parameters() {
        return parameters;
    }

    INDArray value(INDArray x, INDArray u) {
        Nd4j.getRandom().setSeed(DROPS);
        return graph.output(placeholders(x, u), "y").get("y");
    }

    /** The value {@code y} and the tangent {@code t}. */
    Map<String, INDArray> both(INDArray x, INDArray u) {
        Nd4j.getRandom().setSeed(DROPS);
        return graph.output(placeholders(x, u), "y", "t");
    }

    INDArray tangent(INDArray x, INDArray u) {
        return both(x, u).get("t");
    }

    /** Gradients of the penalty by every parameter that moves it. */
    Map<String, INDArray> gradients(INDArray x, INDArray u) {
        return penalty(x, u).getGradients();
    }

    double loss(INDArray x, INDArray u) {
        return penalty(x, u).getOutputs().get("penalty").getDouble(0);
    }

    private OutAndGrad penalty(INDArray x, INDArray u) {
        if (graph.getFunction("grad") == null) {
            graph.setLossVariables("penalty");
            graph.createGradFunction();
            BernoulliNoise.replacePlain(graph);
        }
        List<String> moving = new ArrayList<>(parameters.names());
        moving.removeIf(name -> graph.getVariable(name).getGradient() == null);
        Nd4j.getRandom().setSeed(DROPS);
        return graph.calculateGradientsAndOutputs(placeholders(x, u), List.of("penalty"), moving);
    }

    private Map<String, INDArray> placeholders(INDArray x, INDArray u) {
        return Map.of("x", x.castTo(parameters.dataType()), "u", u.castTo(parameters.dataType()));
    }
}
