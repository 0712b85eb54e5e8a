package org.salient4j.layers;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Divides each block of an embedding by its Euclidean length: y = x / |x|, block by block. For
 * losses of the cosine; every block costs the Jacobian one rank.
 *
 * <p>No constant is added to the length: a block of zeros gives no numbers, as in CEBRA.
 *
 * @param features size of the last axis
 * @param blocks that cover it in order without overlap; one block if there are none
 */
public record L2Normalise(int features, List<FeatureRange> blocks) implements AdjointLayer {

    /** One block. */
    public L2Normalise(int features) {
        this(features, List.of());
    }

    /** Validates the sizes. */
    public L2Normalise {
        Sizes.positive("features", features);
        blocks = blocks.isEmpty() ? List.of(new FeatureRange(0, features)) : List.copyOf(blocks);
        if (!FeatureRange.blocks(blocks, features).equals(blocks)) {
            throw new IllegalArgumentException(
                    "blocks must be in order without overlap, were " + blocks);
        }
    }

    /**
     * @param x [B, features]
     * @return [B, features]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        Pullback normalised = pullback(scope, x.value());
        return x.moved(normalised.value(), normalised::apply); // the Jacobian is symmetric
    }

    /**
     * @param x [B, features]
     * @return [B, features]
     */
    @Override
    public Pullback pullback(Scope scope, SDVariable x) {
        SameDiff graph = scope.graph();
        // Sums within blocks by a product: reductions and broadcasts have slow gradients.
        SDVariable sums = graph.constant(sameBlock(scope.dataType()));
        SDVariable length = graph.math().sqrt(x.mul(x).mmul(sums));
        SDVariable y = x.div(length);
        return new Pullback(y, t -> t.sub(y.mul(y.mul(t).mmul(sums))).div(length));
    }

    /** [features, features]: 1 where two dimensions are of one block. */
    private INDArray sameBlock(DataType type) {
        double[] same = new double[features * features];
        for (FeatureRange block : blocks) {
            for (int i = block.start(); i < block.end(); i++) {
                for (int j = block.start(); j < block.end(); j++) {
                    same[i * features + j] = 1;
                }
            }
        }
        return Nd4j.create(same, new long[] {features, features}, 'c').castTo(type);
    }
}
