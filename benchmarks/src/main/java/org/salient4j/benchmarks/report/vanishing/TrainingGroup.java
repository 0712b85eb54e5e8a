package org.salient4j.benchmarks.report.vanishing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.SaliencyPicture;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.synthetic.BoxPosition;

/**
 * The seeds of one position and training. Values come one a seed, in the order of {@code seeds},
 * {@code NaN} where there is none.
 *
 * @param position where the box lies
 * @param training how the networks were trained
 * @param seeds those asked for
 * @param results those that are there, by seed
 */
public record TrainingGroup(
        BoxPosition position,
        TrainingKind training,
        List<Long> seeds,
        Map<Long, CellResult<VanishingCell, VanishingResult>> results) {

    /** The share of a map's saliency inside the box, by the name of its metric. */
    public static final String MASS_IN_BOX = "mass-in-truth";

    /** Copies the collections. */
    public TrainingGroup {
        seeds = List.copyOf(seeds);
        results = Map.copyOf(results);
    }

    /** The result of a seed. */
    public Optional<VanishingResult> result(long seed) {
        return Optional.ofNullable(results.get(seed)).map(CellResult::result);
    }

    /** The first seed's result that is there. */
    public Optional<VanishingResult> first() {
        return seeds.stream().flatMap(seed -> result(seed).stream()).findFirst();
    }

    /** Test accuracies. */
    public double[] testAccuracy() {
        return each(VanishingResult::testAccuracy);
    }

    /**
     * The means of a metric. Of {@link #MASS_IN_BOX} it is the share inside the box, which counts
     * as 0 where every map was zero: no saliency at all is no saliency in the box.
     */
    public double[] metric(String name) {
        if (name.equals(MASS_IN_BOX)) {
            return each(r -> r.massInBox() == null ? 0 : r.massInBox());
        }
        return each(
                result -> {
                    MetricScore score = result.scores().get(name);
                    return score == null || score.mean() == null ? Double.NaN : score.mean();
                });
    }

    /** How many networks have maps that are zero everywhere. */
    public long withoutSaliency() {
        return results.values().stream().filter(r -> r.result().massInBox() == null).count();
    }

    /** What random maps are expected to score. */
    public OptionalDouble random(String name) {
        if (name.equals(MASS_IN_BOX)) {
            return chance();
        }
        return results.values().stream()
                .map(result -> result.result().scores().get(name))
                .filter(score -> score != null && score.random() != null)
                .mapToDouble(MetricScore::random)
                .findFirst();
    }

    /** The box's share of the cells: what random maps have of their mass inside it. */
    public OptionalDouble chance() {
        return first().stream().map(VanishingResult::meanMap).mapToDouble(this::share).findFirst();
    }

    /** How many seeds are missing. */
    public int missing() {
        return seeds.size() - results.size();
    }

    private double share(SaliencyPicture picture) {
        double cells = 0;
        for (int[] box : picture.boxes()) {
            cells += (double) (box[1] - box[0]) * (box[3] - box[2]);
        }
        return cells / ((double) picture.steps() * picture.features());
    }

    private double[] each(ToDoubleFunction<VanishingResult> value) {
        return seeds.stream()
                .mapToDouble(
                        seed ->
                                result(seed).isPresent()
                                        ? value.applyAsDouble(result(seed).orElseThrow())
                                        : Double.NaN)
                .toArray();
    }
}
