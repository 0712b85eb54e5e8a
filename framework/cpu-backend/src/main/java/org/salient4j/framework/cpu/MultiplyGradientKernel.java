package org.salient4j.framework.cpu;

/**
 * The gradient of products {@code z = x y}, for the operation {@code multiply_bp}: {@code dx = dz
 * y, dy = dz x}, summed over the axes along which x or y broadcast.
 */
public final class MultiplyGradientKernel extends BinaryGradientKernel {
    /** For {@link java.util.ServiceLoader}. */
    public MultiplyGradientKernel() {
        super("multiply_bp");
    }

    @Override
    void apply(float[] x, float[] y, float[] dz, float[] dx, float[] dy, int length) {
        for (int i = 0; i < length; i++) {
            dx[i] = dz[i] * y[i];
            dy[i] = dz[i] * x[i];
        }
    }

    @Override
    void apply(double[] x, double[] y, double[] dz, double[] dx, double[] dy, int length) {
        for (int i = 0; i < length; i++) {
            dx[i] = dz[i] * y[i];
            dy[i] = dz[i] * x[i];
        }
    }
}
