package org.salient4j.framework.cpu;

/**
 * The gradient of quotients {@code z = x / y}, for the operation {@code divide_bp}: {@code dx = dz
 * / y, dy = -dz x / y²}, summed over the axes along which x or y broadcast. The stock operation has
 * a wrong dy where y is a single element; this one has not.
 */
public final class DivideGradientKernel extends BinaryGradientKernel {
    /** For {@link java.util.ServiceLoader}. */
    public DivideGradientKernel() {
        super("divide_bp");
    }

    @Override
    void apply(float[] x, float[] y, float[] dz, float[] dx, float[] dy, int length) {
        for (int i = 0; i < length; i++) {
            dx[i] = dz[i] / y[i];
            dy[i] = -dz[i] * x[i] / (y[i] * y[i]);
        }
    }

    @Override
    void apply(double[] x, double[] y, double[] dz, double[] dx, double[] dy, int length) {
        for (int i = 0; i < length; i++) {
            dx[i] = dz[i] / y[i];
            dy[i] = -dz[i] * x[i] / (y[i] * y[i]);
        }
    }
}
