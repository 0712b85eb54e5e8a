package org.salient4j.layers;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One tower with a placeholder {@code x}, and the weighted sum of its output as loss. */
final class TestTower {
    private final SameDiff graph = SameDiff.create();
    private final Parameters parameters;

    /**
     * @param inputShape shape of one example
     * @param layer adds the tower to a scope
     */
    TestTower(
            Parameters parameters,
            Mode mode,
            long[] inputShape,
            BiFunction<Scope, SDVariable, SDVariable> layer) {
        this.parameters = parameters;
        long[] shape = new long[inputShape.length + 1];
        shape[0] = -1;
        System.arraycopy(inputShape, 0, shape, 1, inputShape.length);
        SDVariable x = graph.placeHolder("x", parameters.dataType(), shape);
        SDVariable weights = graph.placeHolder("output_weights", parameters.dataType(), -1, -1);
        SDVariable y = graph.identity("y", layer.apply(new Scope(graph, parameters, mode), x));
        y.mul(weights).sum().rename("loss");
    }

    SameDiff graph() {
        return graph;
    }

    Parameters parameters() {
        return parameters;
    }

    INDArray output(INDArray x) {
        return graph.output(Map.of("x", x.castTo(parameters.dataType())), "y").get("y");
    }

    double loss(INDArray x, INDArray weights) {
        return graph.output(placeholders(x, weights), "loss").get("loss").getDouble(0);
    }

    /** Gradients of Σ weights · output, by name: {@code x} and what is trained. */
    Map<String, INDArray> gradients(INDArray x, INDArray weights) {
        if (!graph.hasVariable("x-grad")) {
            graph.setLossVariables("loss");
            graph.createGradFunction("x");
        }
        List<String> sources = new java.util.ArrayList<>(parameters.trainable());
        sources.add("x");
        return graph.calculateGradients(placeholders(x, weights), sources);
    }

    private Map<String, INDArray> placeholders(INDArray x, INDArray weights) {
        return Map.of(
                "x",
                x.castTo(parameters.dataType()),
                "output_weights",
                weights.castTo(parameters.dataType()));
    }
}
