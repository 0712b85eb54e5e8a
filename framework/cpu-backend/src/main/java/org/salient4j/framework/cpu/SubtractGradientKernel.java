package org.salient4j.framework.cpu;

/**
 * The gradient of differences {@code z = x - y}, for the operation {@code subtract_bp}: {@code dx =
 * dz, dy = -dz}, summed over the axes along which x or y broadcast.
 */
public final class SubtractGradientKernel extends SumGradientKernel {
    /** For {@link java.util.ServiceLoader}. */
    public SubtractGradientKernel() {
        super("subtract_bp", -1);
    }
}
