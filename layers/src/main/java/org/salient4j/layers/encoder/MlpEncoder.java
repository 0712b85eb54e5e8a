package org.salient4j.layers.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.AdjointLayer;
import org.salient4j.layers.Dense;
import org.salient4j.layers.Dual;
import org.salient4j.layers.Gelu;
import org.salient4j.layers.Pullback;
import org.salient4j.layers.Scope;
import org.salient4j.layers.Sizes;
import org.salient4j.layers.zoo.AdjointArchitecture;
import org.salient4j.layers.zoo.Architecture;

/**
 * Encoder of single time steps: linear layers with {@link Gelu} between, then a {@link Head}; the
 * {@code offset1} models of CEBRA (Schneider, Lee and Mathis, Nature 2023) and xCEBRA (Schneider et
 * al., AISTATS 2025). For windows see {@link ConvolutionalEncoder}.
 *
 * <p>Parameters: {@code weight} and {@code bias} of {@code layer0}, {@code layer1}, …, as {@link
 * Dense}.
 *
 * @param neurons n
 * @param hidden widths of the layers between input and embedding; none for a linear map
 * @param repeats how often the second of them is applied, always with the same parameters; more
 *     than once only where it is as wide as the first
 * @param dimension of the embedding
 * @param head what comes last
 */
public record MlpEncoder(int neurons, List<Integer> hidden, int repeats, int dimension, Head head)
        implements Encoder, AdjointArchitecture {

    /** {@code offset1-model-mse-clip-5-5}: xCEBRA's synthetic demo, 50 neurons to 6 dimensions. */
    public MlpEncoder() {
        this(50, List.of(180, 180, 60), 1, 6, Head.hardClip(5, 5));
    }

    /** Validates the sizes. */
    public MlpEncoder {
        Sizes.positive("neurons", neurons);
        hidden = List.copyOf(hidden);
        if (!hidden.stream().allMatch(width -> width >= 1)) {
            throw new IllegalArgumentException(
                    "hidden must be numbers of at least 1, was " + hidden);
        }
        Sizes.positive("repeats", repeats);
        if (repeats > 1 && (hidden.size() < 2 || !hidden.get(0).equals(hidden.get(1)))) {
            throw new IllegalArgumentException(
                    "repeats must be 1 unless the first two hidden widths (%s) are equal, was %d"
                            .formatted(hidden, repeats));
        }
        Sizes.positive("dimension", dimension);
        if (head == null) {
            throw new IllegalArgumentException("head must be given, was null");
        }
        head.layer(dimension); // refuses blocks of another dimension
    }

    @Override
    public String name() {
        return "mlp-encoder";
    }

    @Override
    public String description() {
        return "linear layers with GELU from one time step to an embedding";
    }

    /** CEBRA's {@code offset1} models, see {@link CebraModels}. */
    @Override
    public Map<String, Architecture> presets() {
        return CebraModels.presets(this);
    }

    @Override
    public int left() {
        return 0;
    }

    @Override
    public int right() {
        return 1;
    }

    @Override
    public MlpEncoder withHead(Head other) {
        return new MlpEncoder(neurons, hidden, repeats, dimension, other);
    }

    /**
     * @param x [B, 1, n] or [B, n]
     */
    @Override
    public Dual output(Scope scope, Dual x) {
        Dual y = x.linear(a -> scope.graph().reshape(a, -1, neurons));
        for (Part part : parts()) {
            y = part.layer.forward(scope.child(part.name), y);
        }
        return y;
    }

    /**
     * @param x [B, 1, n] or [B, n]
     */
    @Override
    public Pullback pullback(Scope scope, SDVariable x) {
        Pullback y =
                new Pullback(
                        scope.graph().reshape(x, -1, neurons),
                        v -> scope.graph().reshape(v, -1, 1, neurons));
        for (Part part : parts()) {
            y = y.then(part.layer.pullback(scope.child(part.name), y.value()));
        }
        return y;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int in = neurons;
        for (int i = 0; i < hidden.size(); i++) {
            for (int times = i == 1 ? repeats : 1; times > 0; times--) {
                parts.add(new Part("layer" + i, new Dense(in, hidden.get(i))));
                parts.add(new Part("gelu", new Gelu()));
                in = hidden.get(i);
            }
        }
        parts.add(new Part("layer" + hidden.size(), new Dense(in, dimension)));
        head.layer(dimension).ifPresent(layer -> parts.add(new Part("head", layer)));
        return parts;
    }

    private record Part(String name, AdjointLayer layer) {}
}
