package org.salient4j.benchmarks.images;

import java.util.List;
import org.salient4j.benchmarks.measurement.SaliencyPicture;

/**
 * What the gradients of the explained class's log-odds are like, of the images that all methods
 * explain.
 *
 * @param sparsity mean over the images
 * @param scaled gradients of every image over its largest magnitude: 0 stays 0 (figure 2A, which
 *     moves it)
 * @param mean the mean gradient of each cell over the images, signed (figure 2C)
 * @param meanMap its magnitudes, as a picture
 * @param images how many
 */
public record GradientStatistics(
        Sparsity sparsity,
        ValueDistribution scaled,
        ValueDistribution mean,
        SaliencyPicture meanMap,
        int images) {

    /** Names of the sparsity measures, in the order of {@link #sparsityValues}. */
    public static final List<String> SPARSITY = List.of("Gini", "Hoyer", "kurtosis");

    /** The measures in the order of their names. */
    public List<Double> sparsityValues() {
        return List.of(sparsity.gini(), sparsity.hoyer(), sparsity.kurtosis());
    }
}
