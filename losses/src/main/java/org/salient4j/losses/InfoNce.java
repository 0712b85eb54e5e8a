package org.salient4j.losses;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.FeatureRange;
import org.salient4j.layers.Scope;

/**
 * InfoNCE (van den Oord et al. 2018) in the form of CEBRA (Schneider, Lee and Mathis, Nature 2023):
 *
 * <pre>
 * align   = mean_i -φ(ref_i, pos_i)
 * uniform = mean_i log Σ_j exp φ(ref_i, neg_j)          φ = similarity / τ
 * loss    = align + uniform
 * </pre>
 *
 * <p>Every negative meets every reference, and the positive is not in the denominator. At chance
 * the loss is log B for B negatives: {@link #goodnessOfFit} is what it is better than that.
 *
 * <p>The loss of Euclidean similarity has no lower bound: scaling an embedding up lowers it as soon
 * as the nearest of the negatives is farther than the positive. Bound the embedding by a clip or a
 * tangent, and take a batch that is large for the noise of the positives. A loss below 0, which is
 * a goodness of fit above log B, says that this has happened: see {@link
 * ContrastiveObjective#floor}.
 *
 * @param similarity of two embeddings
 * @param temperature τ
 */
public record InfoNce(Similarity similarity, Temperature temperature) {

    /** Euclidean with τ = 1: xCEBRA's synthetic demo. */
    public InfoNce() {
        this(Similarity.EUCLIDEAN, Temperature.fixed(1));
    }

    /** Validates. */
    public InfoNce {
        Objects.requireNonNull(similarity, "similarity");
        Objects.requireNonNull(temperature, "temperature");
    }

    /**
     * The loss and its two parts, scalars in nats.
     *
     * @param loss align + uniform
     * @param align how far positives are
     * @param uniform how near negatives are
     */
    public record Terms(SDVariable loss, SDVariable align, SDVariable uniform) {}

    /**
     * Adds the loss of whole embeddings.
     *
     * @param scope a learned τ is a parameter of it
     * @param reference [B, D]
     * @param positive [B, D]
     * @param negative [N, D]
     * @param dimensions D
     */
    public Terms of(
            Scope scope,
            SDVariable reference,
            SDVariable positive,
            SDVariable negative,
            int dimensions) {
        return of(
                scope,
                reference,
                positive,
                negative,
                new FeatureRange(0, dimensions),
                dimensions,
                temperature.division(scope));
    }

    /**
     * Adds the loss of a range of the embeddings.
     *
     * @param dimensions D
     * @param division by τ
     */
    Terms of(
            Scope scope,
            SDVariable reference,
            SDVariable positive,
            SDVariable negative,
            FeatureRange range,
            int dimensions,
            UnaryOperator<SDVariable> division) {
        SameDiff graph = scope.graph();
        SDVariable columns = columns(scope, range, dimensions);
        SDVariable align =
                division.apply(similarity.pairs(reference, positive, columns)).mean().neg();
        Similarity.All all = similarity.all(graph, reference, negative, columns, division);
        SDVariable uniform = logSumExp(graph, all.product()).mean();
        if (all.shift() != null) {
            uniform = uniform.add(all.shift().mean());
        }
        return new Terms(align.add(uniform), align, uniform);
    }

    /**
     * How much better a loss is than chance.
     *
     * @param loss of one objective, nats
     * @param negatives B
     * @return log B - loss, nats; 0 at chance
     */
    public static double goodnessOfFit(double loss, int negatives) {
        return Math.log(negatives) - loss;
    }

    /** Slicing an output costs copies both ways; a product with zeros and ones does the same. */
    private static SDVariable columns(Scope scope, FeatureRange range, int dimensions) {
        double[] ones = new double[dimensions];
        Arrays.fill(ones, range.start(), range.end(), 1);
        return scope.graph()
                .constant(
                        Nd4j.create(ones, new long[] {dimensions, 1}, 'c')
                                .castTo(scope.dataType()));
    }

    /**
     * @param x [B, N]
     * @return [B, 1]
     */
    private static SDVariable logSumExp(SameDiff graph, SDVariable x) {
        // The maximum cancels: nothing flows through it.
        SDVariable highest = new StopGradient(graph, x.max(true, 1)).outputVariable();
        return graph.math().log(graph.math().exp(x.sub(highest)).sum(true, 1)).add(highest);
    }
}
