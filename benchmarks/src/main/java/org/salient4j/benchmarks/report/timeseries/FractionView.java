package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;
import org.salient4j.benchmarks.timeseries.comparison.ComparedRun;

/**
 * A run as it is shown at one masked fraction k.
 *
 * @param scores the run
 * @param fraction k of the guided trainings; empty takes for each network and data set the k
 *     nearest to the paper's, which is the only one unless several were run
 * @param swept whether several were run
 */
record FractionView(ScoreTable scores, OptionalDouble fraction, boolean swept) {

    /** The view with the paper's k first; of a run with several values of k, one for each then. */
    static List<FractionView> of(ScoreTable scores) {
        boolean swept =
                scores.conditions().stream()
                        .filter(each -> each.training().saliencyGuided())
                        .anyMatch(each -> fractions(scores, each).size() > 1);
        List<FractionView> views = new ArrayList<>();
        views.add(new FractionView(scores, OptionalDouble.empty(), swept));
        if (swept) {
            scores.conditions().stream()
                    .filter(each -> each.training().saliencyGuided())
                    .map(TimeSeriesCondition::maskedFraction)
                    .distinct()
                    .sorted()
                    .forEach(k -> views.add(new FractionView(scores, OptionalDouble.of(k), true)));
        }
        return views;
    }

    private static List<Double> fractions(ScoreTable scores, TimeSeriesCondition each) {
        return scores.maskedFractions(
                each.dataset(), each.process(), each.network(), each.training());
    }

    /** What was trained; empty if that was not asked for. */
    Optional<TimeSeriesCondition> condition(Row row, String network, TrainingKind training) {
        if (fraction.isEmpty()) {
            return compared(row.process()).condition(row.dataset(), network, training);
        }
        double k = training.saliencyGuided() ? fraction.getAsDouble() : 0;
        TimeSeriesCondition asked =
                new TimeSeriesCondition(row.dataset(), row.process(), network, training, k);
        return Optional.of(asked).filter(each -> fractions(scores, each).contains(k));
    }

    /** The same for the tests that compare trainings and methods. */
    ComparedRun compared(String process) {
        return new ComparedRun(scores, process);
    }

    /** For a caption; empty if there is nothing to tell. */
    String suffix() {
        if (fraction.isPresent()) {
            return ", k = " + TrainingProtocol.number(fraction.getAsDouble());
        }
        return swept ? ", k nearest to the paper\u2019s" : "";
    }

    /** The rows of the tables: data sets, of each process. */
    List<Row> rows() {
        boolean several = scores.processes().size() > 1;
        return scores.datasets().stream()
                .flatMap(
                        dataset ->
                                scores.processes().stream()
                                        .map(process -> new Row(dataset, process, several)))
                .toList();
    }

    /**
     * A data set.
     *
     * @param dataset the layout
     * @param process the process
     * @param several whether the run has several processes
     */
    record Row(String dataset, String process, boolean several) {

        String title() {
            return several ? dataset + ", " + process : dataset;
        }
    }
}
