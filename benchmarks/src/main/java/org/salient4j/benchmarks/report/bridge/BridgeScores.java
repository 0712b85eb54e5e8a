package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.published.PublishedMethods;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.ReportedRun;

/**
 * The scores of a run, as means that can be compared: in every seed, each row of a network is the
 * mean over the same data sets, those on which all its trainings count. A training that counts
 * nowhere asks nothing of the others and has no score.
 */
final class BridgeScores {
    private final List<String> networks;
    private final List<String> datasets;
    private final List<BridgeRow> rows;
    private final List<Long> seeds;
    private final List<String> methods;
    private final List<String> metrics;
    private final Map<Place, BridgeResult> results = new HashMap<>();

    private record Place(String network, String dataset, BridgeRow row, long seed) {}

    BridgeScores(ReportedRun<BridgeCell, BridgeResult> run) {
        networks = distinct(run.cells(), BridgeCell::network);
        datasets = distinct(run.cells(), BridgeCell::dataset);
        rows = distinct(run.cells(), BridgeRow::of);
        seeds = run.cells().stream().map(BridgeCell::seed).distinct().sorted().toList();
        Set<String> asked = new LinkedHashSet<>();
        run.cells().forEach(cell -> asked.addAll(cell.setup().methods().keySet()));
        methods = PublishedMethods.inOrder(asked);
        Set<String> scored = new LinkedHashSet<>();
        for (CellResult<BridgeCell, BridgeResult> each : run.results()) {
            BridgeCell cell = each.cell();
            results.put(
                    new Place(cell.network(), cell.dataset(), BridgeRow.of(cell), cell.seed()),
                    each.result());
            each.result().methods().values().forEach(m -> scored.addAll(m.scores().keySet()));
        }
        metrics = List.copyOf(scored);
    }

    List<String> networks() {
        return networks;
    }

    List<String> datasets() {
        return datasets;
    }

    /** Trainings by weights of the penalty, in the order of the experiment. */
    List<BridgeRow> rows() {
        return rows;
    }

    List<Long> seeds() {
        return seeds;
    }

    /** The paper's methods in its order, then the others. */
    List<String> methods() {
        return methods;
    }

    /** The metrics that any result has. */
    List<String> metrics() {
        return metrics;
    }

    /** The result of a training, whether it counts or not. */
    Optional<BridgeResult> result(String network, String dataset, BridgeRow row, long seed) {
        return Optional.ofNullable(results.get(new Place(network, dataset, row, seed)));
    }

    /** The results of a training over data sets and seeds, whether they count or not. */
    List<BridgeResult> results(String network, List<String> of, BridgeRow row) {
        return seeds.stream()
                .flatMap(seed -> of.stream().flatMap(d -> result(network, d, row, seed).stream()))
                .toList();
    }

    /**
     * A score by seed, of trainings that count; {@code NaN} where there is none.
     *
     * @param scope what it is the mean of
     * @param row the training
     * @param metric its name; shown as the difference to random maps or not as {@link Names} says
     */
    double[] scores(BridgeScope scope, BridgeRow row, String metric) {
        return bySeed(
                scope,
                row,
                BridgeResult::gatePassed,
                network -> {
                    List<String> measured = measured(network, scope.methods());
                    return result -> score(result, measured, metric);
                });
    }

    /** ‖J‖² by seed, of trainings that count. */
    double[] jacobians(BridgeScope scope, BridgeRow row) {
        return bySeed(
                scope,
                row,
                BridgeResult::gatePassed,
                network -> result -> result.jacobian().meanSquaredNorm());
    }

    /** Test accuracies by seed, those below the gate too. */
    double[] accuracies(BridgeScope scope, BridgeRow row) {
        return bySeed(scope, row, result -> true, network -> BridgeResult::testAccuracy);
    }

    /** How many pairs of data set and seed the scores of a scope are of. */
    int pairs(BridgeScope scope) {
        return scope.networks().stream()
                .flatMap(
                        network ->
                                seeds.stream()
                                        .map(
                                                seed ->
                                                        block(
                                                                network,
                                                                scope.datasets(),
                                                                seed,
                                                                BridgeResult::gatePassed)))
                .mapToInt(List::size)
                .sum();
    }

    private double[] bySeed(
            BridgeScope scope,
            BridgeRow row,
            Predicate<BridgeResult> counts,
            Function<String, ToDoubleFunction<BridgeResult>> value) {
        return seeds.stream()
                .mapToDouble(
                        seed ->
                                mean(
                                        scope.networks(),
                                        network ->
                                                mean(
                                                        block(
                                                                network,
                                                                scope.datasets(),
                                                                seed,
                                                                counts),
                                                        dataset ->
                                                                result(network, dataset, row, seed)
                                                                        .filter(counts)
                                                                        .map(
                                                                                r ->
                                                                                        value.apply(
                                                                                                        network)
                                                                                                .applyAsDouble(
                                                                                                        r))
                                                                        .orElse(Double.NaN))))
                .toArray();
    }

    /** The data sets on which every training of a network counts that counts anywhere. */
    private List<String> block(
            String network, List<String> of, long seed, Predicate<BridgeResult> counts) {
        List<BridgeRow> asked =
                rows.stream()
                        .filter(row -> results(network, datasets, row).stream().anyMatch(counts))
                        .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        return of.stream()
                .filter(
                        dataset ->
                                asked.stream()
                                        .allMatch(
                                                row ->
                                                        result(network, dataset, row, seed)
                                                                .filter(counts)
                                                                .isPresent()))
                .toList();
    }

    /** Those of some methods that no result of a network lacks. */
    private List<String> measured(String network, List<String> of) {
        List<String> left = new ArrayList<>(of);
        for (BridgeRow row : rows) {
            results(network, datasets, row)
                    .forEach(result -> left.retainAll(result.methods().keySet()));
        }
        return left;
    }

    private static double score(BridgeResult result, List<String> of, String metric) {
        return mean(
                of,
                method -> {
                    MethodResult measured = result.methods().get(method);
                    MetricScore score = measured == null ? null : measured.scores().get(metric);
                    if (score == null || score.mean() == null) {
                        return Double.NaN;
                    }
                    if (!Names.difference(metric)) {
                        return score.mean();
                    }
                    return score.random() == null ? Double.NaN : score.mean() - score.random();
                });
    }

    /** {@code NaN} of nothing, and where any value is. */
    private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static <T, V> List<V> distinct(Collection<T> all, Function<T, V> part) {
        return all.stream().map(part).distinct().toList();
    }
}
