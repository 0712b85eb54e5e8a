package org.salient4j.benchmarks.metrics;

import java.util.random.RandomGenerator;

/**
 * The baseline of the published code: the method's own maps with the last axis, the features,
 * permuted by one permutation for all samples.
 *
 * <p>It keeps the profile over time, and so is not random when the method has one; it cannot give
 * the published differences. For repeating what the code does; elsewhere use {@link
 * AnalyticBaseline} or {@link UniformBaseline}. The code takes the maps of a randomly chosen
 * method: hand in the context of that method.
 *
 * @param repeats how many permutations are drawn
 */
public record FeaturePermutationBaseline(int repeats) implements RandomBaseline {

    /** Checks the number of repeats. */
    public FeaturePermutationBaseline {
        Repeats.require(repeats);
    }

    /** One permutation, as in the published code. */
    public FeaturePermutationBaseline() {
        this(1);
    }

    @Override
    public Scores scores(AttributionMetric metric, MetricContext context, RandomGenerator random) {
        return Repeats.mean(
                repeats, () -> metric.evaluate(context.withAttributions(permute(context, random))));
    }

    private static double[][] permute(MetricContext context, RandomGenerator random) {
        int[] shape = context.sampleShape();
        int features = shape[shape.length - 1];
        int[] permutation = permutation(features, random);
        double[][] maps = new double[context.samples()][context.cells()];
        for (int sample = 0; sample < maps.length; sample++) {
            for (int cell = 0; cell < maps[sample].length; cell++) {
                int feature = cell % features;
                maps[sample][cell] =
                        context.magnitude(sample, cell - feature + permutation[feature]);
            }
        }
        return maps;
    }

    private static int[] permutation(int size, RandomGenerator random) {
        int[] permutation = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            permutation[i] = permutation[j];
            permutation[j] = i;
        }
        return permutation;
    }
}
