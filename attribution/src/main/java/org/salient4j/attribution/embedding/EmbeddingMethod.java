package org.salient4j.attribution.embedding;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.registry.Registry;

/**
 * How each input of an encoder is bound up with each dimension of its embedding.
 *
 * <p>To add one: a record with a public no-argument constructor (the defaults) and a line in {@code
 * META-INF/services/org.salient4j.attribution.embedding.EmbeddingMethod}.
 *
 * <pre>{@code
 * EmbeddingMethod method = EmbeddingMethod.registry().get("inverted-neuron-gradient");
 * AttributionMap map = method.attribute(encoder, x, Seed.of(7)).map();
 * }</pre>
 *
 * <p><b>Before you compare maps.</b> An area under the ROC curve over all entries of a map rewards
 * methods that happen to make rows with many connections larger than rows with few: look at the
 * rows by themselves and {@linkplain AttributionMap#rowNormalised() normalised} too. No method here
 * recovers the values of the generator's Jacobian, only, at best, where it is zero. And {@link
 * LinearRegression} needs no gradient: a method that does not beat it has found nothing that a
 * straight line does not see.
 */
public interface EmbeddingMethod {

    /** The registered methods, with their defaults. */
    static Registry<EmbeddingMethod> registry() {
        return Registry.of(EmbeddingMethod.class, EmbeddingMethod::name);
    }

    /** Its name on the command line. */
    String name();

    /** What it is, costs and can prove, with these settings. */
    MethodDescriptor descriptor();

    /**
     * Whether there is an attribution of each sample; if not, there is one of all samples together.
     * A sample's attribution follows from that sample alone, but where baselines are drawn from all
     * of them ({@link ShapBaselines#SHUFFLED}).
     */
    default boolean perSample() {
        return true;
    }

    /**
     * Attributes every embedding dimension to the inputs.
     *
     * <p>The encoder is called on parts of bounded size. Attributions are computed in double; they
     * are as exact as the encoder, so give it in double where its own rounding matters.
     *
     * @param encoder outputs are the dimensions of the embedding; an example is [n] neurons or a
     *     window [W, n] of W steps
     * @param x [S, n] or [S, W, n], finite
     * @param seed where a stochastic method draws from
     * @return [S, C, n], or [S, C, W, n] for windows of more than one step; with a single row if
     *     not {@link #perSample()}
     * @throws org.salient4j.framework.InvalidInputException if {@code x} has another shape than the
     *     encoder takes or a value that is not finite
     */
    EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed);
}
