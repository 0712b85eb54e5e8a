package org.salient4j.attribution.deeplift;

import java.util.List;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.ScalarOp;

/**
 * Rescale, (y - y₀) / (x - x₀), for the functions where that quotient has a closed form without the
 * division: the same number, without the digits that cancel where x and x₀ are close.
 */
public final class SmoothRescaleRule implements DeepLiftRule {
    // Only where both roots are 0, that is, where nothing changes.
    private static final double LEAST_ROOT = 1e-12;

    @Override
    public Set<String> ops() {
        return Set.of(
                "tanh",
                "sigmoid",
                "exp",
                "log",
                "sqrt",
                "rsqrt",
                "cube",
                "Reciprocal",
                "rdiv_scalar");
    }

    @Override
    public List<SDVariable> multipliers(OpPair op) {
        return List.of(quotient(op).mul(op.multiplier()));
    }

    private static SDVariable quotient(OpPair op) {
        SameDiff graph = op.graph();
        SDVariable x = op.input(0);
        SDVariable x0 = op.referenceInput(0);
        SDVariable y = op.output();
        SDVariable y0 = op.referenceOutput();
        return switch (op.kind()) {
            case "tanh" -> Quotients.tanh(graph, op.change(0), y, y0);
            case "sigmoid" -> Quotients.sigmoid(graph, op.change(0), y, y0);
            case "exp" -> Quotients.exp(graph, op.change(0), y, y0);
            case "log" -> graph.math().reciprocal(Quotients.exp(graph, y.sub(y0), x, x0));
            case "sqrt" -> graph.math().reciprocal(roots(graph, y.add(y0)));
            case "rsqrt" -> {
                SDVariable both = y.mul(y0);
                yield both.mul(both).div(y.add(y0)).neg();
            }
            case "cube" -> x.mul(x).add(x.mul(x0)).add(x0.mul(x0));
            case "Reciprocal" -> y.mul(y0).neg();
            default -> // c / x
                    y.mul(y0).div(-((ScalarOp) op.function()).scalar().getDouble(0));
        };
    }

    private static SDVariable roots(SameDiff graph, SDVariable sum) {
        return graph.clipByValue(sum, LEAST_ROOT, Double.MAX_VALUE);
    }
}
