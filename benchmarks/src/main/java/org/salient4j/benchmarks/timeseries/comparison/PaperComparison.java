package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.published.PublishedValue;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.Score;
import org.salient4j.benchmarks.timeseries.ScoreState;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;

/**
 * A run beside tables 2 and 7 to 11 of the paper, with the answers to what it claims.
 *
 * <p>The paper's means over 5 runs have no spread and three decimals, its accuracies are whole per
 * cents; that such a number lies in our interval says that it is a plausible value of our mean, not
 * that the two are equal.
 *
 * @param run what is compared
 * @param protocol what was done, in a sentence
 * @param values every published number with a training of the run, in the paper's order
 * @param answers to the claims
 */
public record PaperComparison(
        ComparedRun run, String protocol, List<ComparedValue> values, List<ClaimAnswer> answers) {
    /** The tables there are. */
    public static final List<Integer> TABLES = List.of(2, 7, 8, 9, 10, 11);

    /** Copies the lists. */
    public PaperComparison {
        values = List.copyOf(values);
        answers = List.copyOf(answers);
    }

    /**
     * Compares a run.
     *
     * @throws org.salient4j.framework.InvalidInputException if the run has no Gaussian series
     */
    public static PaperComparison of(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        ComparedRun compared = ComparedRun.of(run);
        List<ComparedValue> values = new ArrayList<>();
        for (PublishedValue published : PublishedTables.values()) {
            for (TrainingKind training : compared.table().trainings()) {
                if (training.saliencyGuided() == published.saliencyGuided()) {
                    values.add(
                            published.dataset().equals(PublishedTables.MEAN)
                                    ? mean(published, training, compared)
                                    : single(published, training, compared));
                }
            }
        }
        return new PaperComparison(
                compared, RunProtocol.of(run.card().settings()), values, ClaimAnswer.all(compared));
    }

    /** The values of one of the paper's tables. */
    public List<ComparedValue> table(int number) {
        return values.stream().filter(value -> value.table() == number).toList();
    }

    private static ComparedValue single(
            PublishedValue published, TrainingKind training, ComparedRun run) {
        String dataset = published.dataset();
        String network = published.network();
        Optional<TimeSeriesCondition> condition = run.condition(dataset, network, training);
        MeanInterval ours =
                MeanInterval.of(
                        run.values(
                                dataset,
                                network,
                                training,
                                published.method(),
                                published.metric()));
        return new ComparedValue(
                published.table(),
                dataset,
                network,
                training,
                published.method(),
                published.metric(),
                published.value(),
                training.saliencyGuided()
                        ? PublishedTables.maskedFraction(network, dataset).orElse(Double.NaN)
                        : Double.NaN,
                condition
                        .filter(c -> training.saliencyGuided())
                        .map(TimeSeriesCondition::maskedFraction)
                        .orElse(Double.NaN),
                ours,
                ours.count() > 0 ? List.of(dataset) : List.of(),
                ours.missing() == 0 ? "" : why(condition, published, run));
    }

    /** Ours and theirs over the data sets that all of the most seeds have. */
    private static ComparedValue mean(
            PublishedValue published, TrainingKind training, ComparedRun run) {
        Contrast contrast =
                new Contrast(
                        "mean",
                        List.of(
                                new Term(
                                        1,
                                        published.network(),
                                        training.saliencyGuided(),
                                        published.method(),
                                        published.metric())),
                        false,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
        MeasuredContrast measured = contrast.measure(run, training);
        List<String> datasets = measured.datasets();
        boolean all = datasets.size() == TimeSeries.DATASETS.size();
        MeanInterval ours = MeanInterval.of(measured.bySeed());
        return new ComparedValue(
                published.table(),
                published.dataset(),
                published.network(),
                training,
                published.method(),
                published.metric(),
                all ? published.value() : publishedMean(published, datasets),
                Double.NaN,
                Double.NaN,
                ours,
                datasets,
                all ? "" : meanOver(datasets));
    }

    private static String meanOver(List<String> datasets) {
        return datasets.isEmpty()
                ? "no data set has a score"
                : "mean over %d of %d data sets"
                        .formatted(datasets.size(), TimeSeries.DATASETS.size());
    }

    private static double publishedMean(PublishedValue published, List<String> datasets) {
        return datasets.stream()
                .mapToDouble(
                        dataset ->
                                PublishedTables.find(
                                                dataset,
                                                published.network(),
                                                published.saliencyGuided(),
                                                published.method(),
                                                published.metric())
                                        .orElseThrow()
                                        .value())
                .average()
                .orElse(Double.NaN);
    }

    private static String why(
            Optional<TimeSeriesCondition> condition, PublishedValue published, ComparedRun run) {
        if (condition.isEmpty()) {
            return "not in this run";
        }
        List<ScoreState> states =
                published.metric().equals(PublishedTables.ACCURACY)
                        ? run.table().seeds().stream()
                                .map(seed -> run.table().state(condition.get(), seed))
                                .filter(s -> s != ScoreState.GATE_NOT_PASSED)
                                .toList()
                        : run
                                .table()
                                .scores(condition.get(), published.method(), published.metric())
                                .stream()
                                .map(Score::state)
                                .toList();
        Map<ScoreState, Long> counts =
                states.stream()
                        .filter(state -> state != ScoreState.MEASURED)
                        .collect(
                                Collectors.groupingBy(
                                        state -> state, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
