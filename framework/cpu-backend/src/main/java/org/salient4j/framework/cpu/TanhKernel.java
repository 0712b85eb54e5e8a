package org.salient4j.framework.cpu;

/**
 * Hyperbolic tangent, for the operation {@code tanh} on dense float arrays, with a relative error
 * below 4e-7 (see {@link FloatActivations}).
 */
public final class TanhKernel extends FloatFunctionKernel {
    /** For {@link java.util.ServiceLoader}. */
    public TanhKernel() {
        super("tanh");
    }

    @Override
    void apply(float[] block, int length) {
        FloatActivations.tanh(block, 0, length);
    }
}
