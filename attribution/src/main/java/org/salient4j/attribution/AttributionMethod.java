package org.salient4j.attribution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.registry.Registry;

/**
 * How much each input cell contributed to a model's output for a class.
 *
 * <p>To add one: a record with a public no-argument constructor (the defaults) and a line in {@code
 * META-INF/services/org.salient4j.attribution.AttributionMethod}. It is then on the command line
 * and in the contract tests.
 *
 * <pre>{@code
 * AttributionMethod method =
 *         AttributionMethod.registry()
 *                 .configured("integrated-gradients", Map.of("steps", "20", "baseline", "uniform"));
 * Attribution a = method.attribute(network, x, labels, Seed.of(7));
 * }</pre>
 */
public interface AttributionMethod {

    /** The registered methods, with their defaults. */
    static Registry<AttributionMethod> registry() {
        return Registry.of(AttributionMethod.class, "method", AttributionMethod::name);
    }

    /** Its name on the command line. */
    String name();

    /** What it is, costs and can prove, with these settings. */
    MethodDescriptor descriptor();

    /**
     * Attributes each row's output to that row's cells.
     *
     * <p>The model is called on parts of bounded size, so any number of rows may be given at once.
     * A row's result does not depend on the rows beside it, beyond the rounding of the model's own
     * matrix products: what a stochastic method draws for a row follows from the seed and that
     * row's values, so equal rows get equal draws wherever they stand. (Arrays given for each row,
     * as a {@link Baseline} or {@link Noise} may be, go by position.)
     *
     * @param model the classifier
     * @param x [B, …] as the model takes it, finite
     * @param targets the class explained in each row
     * @param seed where a stochastic method draws from; the same seed gives the same result
     * @return attributions shaped as {@code x}
     * @throws org.salient4j.framework.InvalidInputException if {@code x} has another shape than the
     *     model takes or a value that is not finite, a target is missing or out of range, or what
     *     the settings name cannot be read or does not fit
     */
    Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed);

    /**
     * Attributes every output of each row to that row's cells: what {@link #attribute} gives for
     * target 0, 1 and so on, with the same draws.
     *
     * <p>Methods that ask for nothing but outputs answer for all of them from the same forward
     * passes; others take one output after another.
     *
     * @param model the classifier, or an encoder, whose outputs are the dimensions of an embedding
     * @param x as in {@link #attribute}
     * @param seed as in {@link #attribute}
     * @return [B, outputs, inputShape…] of the model's type
     * @throws org.salient4j.framework.InvalidInputException as {@link #attribute}
     */
    default INDArray attributeEveryOutput(DifferentiableModel model, INDArray x, Seed seed) {
        return EveryOutput.oneByOne(this, model, x, seed);
    }
}
