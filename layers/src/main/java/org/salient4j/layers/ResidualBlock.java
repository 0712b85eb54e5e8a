package org.salient4j.layers;

/**
 * The basic block of residual networks (He et al., CVPR 2016):
 *
 * <pre>
 * y = ReLU(x' + bn2(conv2(ReLU(bn1(conv1(x))))))
 * </pre>
 *
 * with convolutions of 3 × 3 taps, the first of stride s; x' is x, or its {@link ResidualShortcut}
 * where channels or sizes differ.
 *
 * <p>Parameters: those of {@code conv1}, {@code bn1}, {@code conv2}, {@code bn2} and of the
 * shortcut, with torchvision's names.
 *
 * @param in input channels
 * @param out output channels
 * @param stride s
 * @param shortcut what is added where sizes differ
 * @param start start values of both convolutions
 */
public record ResidualBlock(
        int in, int out, int stride, ResidualShortcut shortcut, KernelStart start)
        implements TangentLayer {
    private static final int KERNEL = 3;

    /** Validates the sizes. */
    public ResidualBlock {
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("stride", stride);
        if (shortcut == null || start == null) {
            throw new IllegalArgumentException("shortcut and start must be given");
        }
        shortcut.require(in, out);
    }

    /**
     * @param x [B, in, H, W]
     * @return [B, out, ⌈H / s⌉, ⌈W / s⌉]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        Dual first = new Relu().forward(scope, convolve(scope, "1", x, in, stride));
        Dual inner = convolve(scope, "2", first, out, 1);
        boolean same = in == out && stride == 1;
        return new Relu()
                .forward(scope, inner.plus(same ? x : shortcut.of(scope, x, in, out, stride)));
    }

    private Dual convolve(Scope scope, String number, Dual x, int channels, int step) {
        Dual y =
                new Convolution2d(channels, out, KERNEL, step, 1, false, start)
                        .forward(scope.child("conv" + number), x);
        return new BatchNorm(out).forward(scope.child("bn" + number), y);
    }
}
