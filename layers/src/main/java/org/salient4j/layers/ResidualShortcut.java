package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a {@link ResidualBlock} adds to its inner part where the sizes differ (He et al., CVPR 2016,
 * options A and B); where they are equal it is the input.
 */
public enum ResidualShortcut {
    /**
     * Every s-th row and column, between channels of zeros, as many before as after: option A, with
     * no parameters.
     */
    PADDED {
        @Override
        Dual of(Scope scope, Dual x, int in, int out, int stride) {
            SameDiff graph = scope.graph();
            // A kernel of one tap that passes a channel on: slicing with steps has no quick
            // gradient, and zeros of the batch's size no constant shape.
            INDArray pass = Nd4j.zeros(scope.dataType(), 1, 1, in, out);
            for (int channel = 0; channel < in; channel++) {
                pass.putScalar(new int[] {0, 0, channel, (out - in) / 2 + channel}, 1);
            }
            SDVariable kernel = graph.constant(pass);
            Conv2DConfig config =
                    Conv2DConfig.builder()
                            .kH(1)
                            .kW(1)
                            .sH(stride)
                            .sW(stride)
                            .dH(1)
                            .dW(1)
                            .pH(0)
                            .pW(0)
                            .paddingMode(PaddingMode.VALID)
                            .dataFormat("NCHW")
                            .build();
            return x.linear(a -> graph.cnn().conv2d(a, kernel, config));
        }

        @Override
        void require(int in, int out) {
            if (out < in || (out - in) % 2 != 0) {
                throw new IllegalArgumentException(
                        "out must be in (%d) plus an even number for a padded shortcut, was %d"
                                .formatted(in, out));
            }
        }
    },
    /** A convolution of one tap and a batch normalisation: option B, {@code downsample}. */
    PROJECTION {
        @Override
        Dual of(Scope scope, Dual x, int in, int out, int stride) {
            Scope part = scope.child("downsample");
            Dual y =
                    new Convolution2d(in, out, 1, stride, 0, false, KernelStart.HE_FAN_OUT)
                            .forward(part.child("0"), x);
            return new BatchNorm(out).forward(part.child("1"), y);
        }
    };

    abstract Dual of(Scope scope, Dual x, int in, int out, int stride);

    void require(int in, int out) {
        // any sizes will do
    }
}
