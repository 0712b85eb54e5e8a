package org.salient4j.layers;

/**
 * Layer of a Transformer encoder with the norms before the parts (Xiong et al., ICML 2020):
 *
 * <pre>
 * z = x + drop(attention(norm1(x)))
 * y = z + drop(W2 drop(ReLU(W1 norm2(z) + b1)) + b2)
 * </pre>
 *
 * <p>Parameters: those of {@code norm1}, the attention ({@code q}, {@code k}, {@code v}, {@code
 * out}), {@code norm2}, {@code ff1} and {@code ff2}.
 *
 * @param attention self-attention; its dropout is also that of the other places
 * @param feedForward inner width of the feed-forward part
 */
public record EncoderLayer(MultiHeadAttention attention, int feedForward) implements TangentLayer {

    /** Validates the sizes. */
    public EncoderLayer {
        Sizes.positive("feedForward", feedForward);
    }

    /**
     * @param x [B · T, F], the steps of a sample one after the other
     * @return [B · T, F]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        Dropout drop = new Dropout(attention.dropout());
        Dual attended = attention.forward(scope, normalised(scope, "norm1", x));
        Dual z = x.plus(drop.forward(scope, attended));
        Dual wide = wide(scope, normalised(scope, "norm2", z));
        Dual narrow =
                new Dense(feedForward, attention.features())
                        .forward(scope.child("ff2"), drop.forward(scope, wide));
        return z.plus(drop.forward(scope, narrow));
    }

    private Dual normalised(Scope scope, String name, Dual x) {
        return new UnbiasedLayerNorm(attention.features()).forward(scope.child(name), x);
    }

    private Dual wide(Scope scope, Dual x) {
        Dual y = new Dense(attention.features(), feedForward).forward(scope.child("ff1"), x);
        return new Relu().forward(scope, y);
    }
}
