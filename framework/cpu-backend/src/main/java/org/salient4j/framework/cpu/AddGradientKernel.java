package org.salient4j.framework.cpu;

/**
 * The gradient of sums {@code z = x + y}, for the operation {@code add_bp}: {@code dx = dy = dz},
 * summed over the axes along which x or y broadcast.
 */
public final class AddGradientKernel extends SumGradientKernel {
    /** For {@link java.util.ServiceLoader}. */
    public AddGradientKernel() {
        super("add_bp", 1);
    }
}
