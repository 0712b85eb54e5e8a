package org.salient4j.benchmarks.report.timeseries;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;

/**
 * A run as it is shown at one masked fraction. A run with one fraction for each network and data
 * set, whatever it is, has a single view; a sweep has one for each fraction, all with the same
 * standard trainings.
 *
 * @param scores the run
 * @param fraction k of the guided trainings; empty if each network and data set has its own
 */
record FractionView(ScoreTable scores, OptionalDouble fraction) {

    /** The views of a run, by rising k; never none. */
    static List<FractionView> of(ScoreTable scores) {
        boolean sweep =
                scores.conditions().stream()
                        .filter(each -> each.training().saliencyGuided())
                        .anyMatch(
                                each ->
                                        scores.maskedFractions(
                                                                each.dataset(),
                                                                each.process(),
                                                                each.network(),
                                                                each.training())
                                                        .size()
                                                > 1);
        if (!sweep) {
            return List.of(new FractionView(scores, OptionalDouble.empty()));
        }
        return scores.conditions().stream()
                .filter(each -> each.training().saliencyGuided())
                .map(TimeSeriesCondition::maskedFraction)
                .distinct()
                .sorted()
                .map(k -> new FractionView(scores, OptionalDouble.of(k)))
                .toList();
    }

    /** The view of which a page shows what it shows only once: the middle one. */
    static FractionView main(List<FractionView> views) {
        return views.get((views.size() - 1) / 2);
    }

    /** What was trained; empty if that was not asked for. */
    Optional<TimeSeriesCondition> condition(Row row, String network, TrainingKind training) {
        return scores.conditions().stream()
                .filter(each -> each.dataset().equals(row.dataset()))
                .filter(each -> each.process().equals(row.process()))
                .filter(each -> each.network().equals(network) && each.training() == training)
                .filter(
                        each ->
                                fraction.isEmpty()
                                        || !training.saliencyGuided()
                                        || each.maskedFraction() == fraction.getAsDouble())
                .findFirst();
    }

    /** For a caption; empty if there is nothing to tell. */
    String suffix() {
        return fraction.isEmpty() ? "" : ", k = " + TrainingProtocol.number(fraction.getAsDouble());
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
