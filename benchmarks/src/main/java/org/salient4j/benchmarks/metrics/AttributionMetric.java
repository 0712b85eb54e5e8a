package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;
import org.salient4j.framework.registry.Registry;

/**
 * A number that says how well saliency maps find the truth.
 *
 * <p>Members are found by {@link java.util.ServiceLoader}: a public record with a no-argument
 * constructor and one line in {@code META-INF/services}. A member is then listed by {@link
 * #registry}, run by the experiments and checked by the contract tests.
 */
public interface AttributionMetric {

    /**
     * The name by which the metric is asked for.
     *
     * @return lower case with hyphens, for instance {@code mass-in-truth}
     */
    String name();

    /**
     * What a reader must know to judge the number.
     *
     * @return the same at every call
     */
    MetricDescriptor descriptor();

    /**
     * Evaluates every sample of a context.
     *
     * @param context the maps and truth masks of N samples
     * @return N values, {@code NaN} for a sample on which the metric is undefined
     */
    Scores evaluate(MetricContext context);

    /**
     * The expected value for one sample whose scores are independent and uniform on [0, 1].
     *
     * <p>Each metric says whether its value is exact or the limit for many cells.
     *
     * @param cells the number D of cells of the sample, at least 2
     * @param trueCells the number of true cells, from 1 to D
     * @return empty when the metric is undefined there, or no closed form is known
     */
    default OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.empty();
    }

    /**
     * The registered metrics with their default options.
     *
     * @return the registry, which finds a metric by its name
     */
    static Registry<AttributionMetric> registry() {
        return Registry.of(AttributionMetric.class, "metric", AttributionMetric::name);
    }
}
