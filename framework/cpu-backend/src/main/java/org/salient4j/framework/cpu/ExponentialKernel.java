package org.salient4j.framework.cpu;

/**
 * The exponential function, for the operation {@code exp} on dense float arrays, with a relative
 * error below 2e-7. Results below 2e-38, of which the smaller ones have no float with all digits,
 * are zero.
 */
public final class ExponentialKernel extends FloatFunctionKernel {
    private static final ThreadLocal<FloatExponential> OF_THREAD =
            ThreadLocal.withInitial(() -> new FloatExponential(BLOCK));

    /** For {@link java.util.ServiceLoader}. */
    public ExponentialKernel() {
        super("exp");
    }

    @Override
    void apply(float[] block, int length) {
        OF_THREAD.get().apply(block, length);
    }
}
