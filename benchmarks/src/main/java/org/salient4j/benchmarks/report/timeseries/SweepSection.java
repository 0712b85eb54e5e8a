package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Line;
import org.salient4j.benchmarks.report.LineChart;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;

/** How the scores depend on k, where several masked fractions were run. */
final class SweepSection {

    private final List<FractionView> views;
    private final ScoreTable scores;
    private final Names names;

    SweepSection(List<FractionView> views, Names names) {
        this.views = views.stream().filter(view -> view.fraction().isPresent()).toList();
        this.scores = views.get(0).scores();
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Mean over seeds of networks that learned, with the 95 % interval; standard"
                                + " training masks nothing and is drawn as a level. A k that was"
                                + " chosen by looking at these charts was chosen on the test"
                                + " samples."));
        for (String network : scores.networks()) {
            blocks.add(new Subheading(network + ": mean over methods"));
            for (String metric : Names.DIFFERENCES) {
                blocks.add(charts(network, metric, scores.methods()));
            }
            List<Block> each = new ArrayList<>();
            for (String method : scores.methods()) {
                List<Block> charts = new ArrayList<>();
                for (String metric : Names.DIFFERENCES) {
                    charts.add(charts(network, metric, List.of(method)));
                }
                each.add(new Fold(names.title(method), charts));
            }
            blocks.add(new Fold(network + ": each method", each));
        }
        return new Section("Masked fraction", blocks);
    }

    private Charts charts(String network, String metric, List<String> methods) {
        return new Charts(
                views.get(0).rows().stream()
                        .map(row -> chart(row, network, metric, methods))
                        .toList(),
                true);
    }

    private LineChart chart(
            FractionView.Row row, String network, String metric, List<String> methods) {
        List<Line> lines = new ArrayList<>();
        for (TrainingKind training : scores.trainings()) {
            MeanInterval[] means =
                    views.stream()
                            .map(view -> mean(view, row, network, training, metric, methods))
                            .toArray(MeanInterval[]::new);
            lines.add(
                    new Line(
                            TrainingWords.of(training),
                            training.ordinal(),
                            Arrays.stream(means).mapToDouble(MeanInterval::mean).toArray(),
                            Arrays.stream(means).mapToDouble(MeanInterval::lower).toArray(),
                            Arrays.stream(means).mapToDouble(MeanInterval::upper).toArray()));
        }
        return new LineChart(
                row.title() + ", " + Names.shown(metric),
                "masked fraction k",
                Names.shown(metric),
                views.stream().mapToDouble(view -> view.fraction().orElseThrow()).toArray(),
                lines,
                null,
                null,
                false,
                "%s of %s on %s by masked fraction, a line for each training."
                        .formatted(Names.shown(metric), network, row.title()));
    }

    /** Over seeds, of the mean over methods. */
    private MeanInterval mean(
            FractionView view,
            FractionView.Row row,
            String network,
            TrainingKind training,
            String metric,
            List<String> methods) {
        Optional<TimeSeriesCondition> condition = view.condition(row, network, training);
        double[] sums = new double[scores.seeds().size()];
        for (String method : methods) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] +=
                        condition.isEmpty()
                                ? Double.NaN
                                : scores.diffs(condition.get(), method, metric)[i] / methods.size();
            }
        }
        return MeanInterval.of(sums);
    }
}
