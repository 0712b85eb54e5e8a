package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Gaussian error linear unit (Hendrycks and Gimpel 2016) in its exact form, PyTorch's default:
 *
 * <pre>
 * y = x Φ(x)      Φ(x) = (1 + erf(x / √2)) / 2      y' = Φ(x) + x φ(x)
 * </pre>
 *
 * <p>Made of primitives: the derivative of ND4J's own op cannot be differentiated again.
 */
public record Gelu() implements Elementwise {
    private static final double INVERSE_ROOT_OF_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

    @Override
    public Linearised linearise(Scope scope, SDVariable x) {
        SameDiff graph = scope.graph();
        SDVariable phi = graph.math().erf(x.mul(Math.sqrt(0.5))).add(1).mul(0.5);
        return new Linearised(x.mul(phi), () -> phi.add(x.mul(density(graph, x))));
    }

    private static SDVariable density(SameDiff graph, SDVariable x) {
        return graph.math().exp(x.mul(x).mul(-0.5)).mul(INVERSE_ROOT_OF_TWO_PI);
    }
}
