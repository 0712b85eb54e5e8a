package org.salient4j.attribution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * How much each input cell contributed to a model's output for a class.
 *
 * <p>To add one: a record with a public no-argument constructor (the defaults) and a line in {@code
 * META-INF/services/org.salient4j.attribution.AttributionMethod}.
 */
public interface AttributionMethod {

    /** Its name on the command line. */
    String name();

    /** What it is and what it can prove. */
    MethodDescriptor descriptor();

    /**
     * Attributes each row's output to that row's cells. Results do not depend on how the rows are
     * batched.
     *
     * @param model the classifier
     * @param x [B, …] as the model takes it
     * @param targets the class explained in each row
     * @param seed where a stochastic method draws from; the same seed gives the same result
     * @return signed attributions, shaped as {@code x}
     */
    Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed);
}
