package org.salient4j.layers.encoder;

import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.layers.AdjointLayer;
import org.salient4j.layers.CroppedSkip;
import org.salient4j.layers.Dual;
import org.salient4j.layers.Gelu;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.ValidConvolution;
import org.salient4j.layers.zoo.Architecture;

/**
 * Encoder of windows: convolutions over time without padding until one step is left, the {@code
 * offset5} to {@code offset50} models of CEBRA (Schneider, Lee and Mathis, Nature 2023).
 *
 * <pre>
 * convolution of 2 taps, GELU; ⌊(W - 3) / 2⌋ times {@link CroppedSkip}; convolution of 2 taps for
 * odd W and 3 for even W; head
 * </pre>
 *
 * <p>Parameters: {@code weight} and {@code bias} of {@code first}, {@code skip0}, …, {@code last},
 * as {@link ValidConvolution}.
 *
 * @param neurons n
 * @param window W, steps of a window, at least 3; half of them, rounded down, lie before the step
 *     that is embedded
 * @param units channels between
 * @param dimension of the embedding
 * @param head what comes last
 */
public record ConvolutionalEncoder(int neurons, int window, int units, int dimension, Head head)
        implements Encoder {
    private static final int SHORTEST = 3;
    private static final int FIRST_KERNEL = 2;

    /** {@code offset10-model}: CEBRA's default, 50 neurons to 6 dimensions. */
    public ConvolutionalEncoder() {
        this(50, 10, CebraModels.DEFAULT_UNITS, 6, Head.l2Normalise());
    }

    /** Validates the sizes. */
    public ConvolutionalEncoder {
        Sizes.positive("neurons", neurons);
        if (window < SHORTEST) {
            throw new IllegalArgumentException(
                    "window must be at least %d, was %d".formatted(SHORTEST, window));
        }
        Sizes.positive("units", units);
        Sizes.positive("dimension", dimension);
        if (head == null) {
            throw new IllegalArgumentException("head must be given, was null");
        }
        head.layer(dimension); // refuses blocks of another dimension
    }

    @Override
    public String name() {
        return "convolutional-encoder";
    }

    @Override
    public String description() {
        return "convolutions over time with GELU from a window to an embedding";
    }

    /** CEBRA's models of windows, see {@link CebraModels}. */
    @Override
    public Map<String, Architecture> presets() {
        return CebraModels.presets(this);
    }

    @Override
    public int left() {
        return window / 2;
    }

    @Override
    public int right() {
        return window - left();
    }

    @Override
    public ConvolutionalEncoder withHead(Head other) {
        return new ConvolutionalEncoder(neurons, window, units, dimension, other);
    }

    /**
     * @param x [B, W, n]
     */
    @Override
    public Dual output(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Dual y = x.linear(a -> graph.permute(a, 2, 1, 0)); // [n, W, B]
        y =
                new ValidConvolution(window, neurons, units, FIRST_KERNEL)
                        .forward(scope.child("first"), y);
        y = new Gelu().forward(scope, y);
        int steps = window - FIRST_KERNEL + 1;
        for (int skip = 0; steps > SHORTEST; skip++) {
            y = new CroppedSkip(steps, units).forward(scope.child("skip" + skip), y);
            steps -= 2;
        }
        y = new ValidConvolution(steps, units, dimension, steps).forward(scope.child("last"), y);
        Dual rows =
                y.linear(a -> graph.reshape(a, dimension, -1)).linear(a -> graph.permute(a, 1, 0));
        Optional<AdjointLayer> last = head.layer(dimension);
        return last.isEmpty() ? rows : last.get().forward(scope, rows);
    }
}
