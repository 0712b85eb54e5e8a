package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salient4j.benchmarks.measurement.TrainingKind;

/**
 * A table beside ours in a few numbers.
 *
 * @param table number of the paper's table
 * @param training ours
 * @param published how many numbers the paper has
 * @param measured of how many we have a value
 * @param decidable of how many we have an interval
 * @param inside how many published means lie in our interval
 * @param meanAbsoluteDifference over those measured; {@code NaN} if none is
 * @param signs how many differences guided minus standard have a sign on both sides; 0 for standard
 *     training
 * @param sameSigns of how many it is the same
 */
public record ComparisonSummary(
        int table,
        TrainingKind training,
        int published,
        int measured,
        int decidable,
        int inside,
        double meanAbsoluteDifference,
        int signs,
        int sameSigns) {

    /** One of every table and training of a comparison. */
    public static List<ComparisonSummary> all(PaperComparison comparison) {
        List<ComparisonSummary> all = new ArrayList<>();
        for (int table : PaperComparison.TABLES) {
            for (TrainingKind training : comparison.run().table().trainings()) {
                all.add(of(comparison.table(table), table, training));
            }
        }
        return all;
    }

    private static ComparisonSummary of(
            List<ComparedValue> values, int table, TrainingKind training) {
        List<ComparedValue> own = values.stream().filter(v -> v.training() == training).toList();
        List<ComparedValue> measured = own.stream().filter(ComparedValue::isMeasured).toList();
        int signs = 0;
        int same = 0;
        for (ComparedValue guided : measured) {
            Optional<ComparedValue> standard =
                    training.saliencyGuided() ? standard(values, guided) : Optional.empty();
            if (standard.isPresent()) {
                double ours = guided.ours().mean() - standard.get().ours().mean();
                double theirs = guided.published() - standard.get().published();
                signs += ours * theirs != 0 ? 1 : 0;
                same += ours * theirs > 0 ? 1 : 0;
            }
        }
        return new ComparisonSummary(
                table,
                training,
                own.size(),
                measured.size(),
                (int) measured.stream().filter(ComparedValue::isDecidable).count(),
                (int) measured.stream().filter(ComparedValue::holdsPublished).count(),
                measured.stream()
                        .mapToDouble(v -> Math.abs(v.difference()))
                        .average()
                        .orElse(Double.NaN),
                signs,
                same);
    }

    /** The same number with standard training, if it is measured over the same data sets. */
    private static Optional<ComparedValue> standard(
            List<ComparedValue> values, ComparedValue guided) {
        return values.stream()
                .filter(v -> v.training() == TrainingKind.STANDARD && v.isMeasured())
                .filter(v -> v.dataset().equals(guided.dataset()))
                .filter(v -> v.network().equals(guided.network()))
                .filter(v -> v.method().equals(guided.method()))
                .filter(v -> v.metric().equals(guided.metric()))
                .filter(v -> v.datasets().equals(guided.datasets()))
                .findFirst();
    }
}
