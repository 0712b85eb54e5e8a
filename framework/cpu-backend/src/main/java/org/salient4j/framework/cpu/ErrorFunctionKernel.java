package org.salient4j.framework.cpu;

/**
 * The error function, for the operation {@code erf} on dense float arrays, with a relative error
 * below 4e-7 (see {@link FloatActivations}). Gaussian error linear units are made of it.
 */
public final class ErrorFunctionKernel extends FloatFunctionKernel {
    /** For {@link java.util.ServiceLoader}. */
    public ErrorFunctionKernel() {
        super("erf");
    }

    @Override
    void apply(float[] block, int length) {
        FloatActivations.erf(block, 0, length);
    }
}
