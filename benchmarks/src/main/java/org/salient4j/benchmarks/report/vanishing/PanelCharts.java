package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Line;
import org.salient4j.benchmarks.report.LineChart;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.framework.training.Epoch;
import org.salient4j.losses.StandardObjective;
import org.salient4j.synthetic.BoxPosition;

/** The charts of one position of a panel, a line for each training. */
final class PanelCharts {

    private final VanishingPanel panel;
    private final BoxPosition position;
    private final GateRule gate;

    PanelCharts(VanishingPanel panel, BoxPosition position, GateRule gate) {
        this.gate = gate;
        this.panel = panel;
        this.position = position;
    }

    LineChart mass() {
        List<Line> lines = lines(VanishingResult::massPerStep);
        Optional<VanishingResult> any =
                panel.trainings().stream()
                        .flatMap(training -> panel.group(position, training).first().stream())
                        .findFirst();
        LineChart.Shade box =
                any.map(result -> result.meanMap().boxes().get(0))
                        .map(b -> new LineChart.Shade("time steps of the box", b[0], b[1]))
                        .orElse(null);
        LineChart.Reference even =
                any.map(result -> 1d / result.meanMap().steps())
                        .map(share -> new LineChart.Reference("evenly spread", share))
                        .orElse(null);
        return new LineChart(
                title(),
                "time step",
                "share of mass",
                0,
                lines,
                box,
                even,
                true,
                massDescription(box));
    }

    LineChart loss() {
        return history("cross-entropy while training", PanelCharts::crossEntropy, false);
    }

    LineChart validationAccuracy() {
        return history("validation accuracy", Epoch::validationAccuracy, true);
    }

    /** Curves of networks that did not learn must not be read as vanished saliency. */
    private String title() {
        String box = Words.capital(Words.of(position)) + " box";
        List<String> failed =
                panel.trainings().stream()
                        .filter(t -> !gate.failedSeeds(panel.group(position, t)).isEmpty())
                        .map(Words::of)
                        .toList();
        return failed.isEmpty() ? box : box + " (did not learn: " + String.join("; ", failed) + ")";
    }

    private static double crossEntropy(Epoch epoch) {
        // The total of saliency guided training holds another term and would not compare.
        return epoch.losses().getOrDefault(StandardObjective.CROSS_ENTROPY, Double.NaN);
    }

    private LineChart history(String what, ToDoubleFunction<Epoch> value, boolean percent) {
        List<Line> lines = lines(result -> result.history().stream().mapToDouble(value).toArray());
        return new LineChart(
                Words.capital(Words.of(position)) + " box, " + what,
                "epoch",
                what,
                1,
                lines,
                null,
                null,
                percent,
                "Mean over seeds for each training, epoch by epoch.");
    }

    private String massDescription(LineChart.Shade box) {
        List<String> parts = new ArrayList<>();
        for (TrainingKind training : panel.trainings()) {
            double mean =
                    MeanInterval.of(
                                    panel.group(position, training)
                                            .metric(TrainingGroup.MASS_IN_BOX))
                            .mean();
            parts.add(
                    Words.of(training)
                            + (Double.isNaN(mean)
                                    ? " missing"
                                    : " " + IntervalCell.number(100 * mean, 1) + " %"));
        }
        String where =
                box == null
                        ? ""
                        : "The box covers steps %d to %d. ".formatted(box.start(), box.end() - 1);
        return where + "Mass inside the box: " + String.join(", ", parts) + ".";
    }

    private List<Line> lines(Function<VanishingResult, double[]> values) {
        List<Line> lines = new ArrayList<>();
        for (TrainingKind training : panel.trainings()) {
            TrainingGroup group = panel.group(position, training);
            List<double[]> seeds =
                    group.seeds().stream()
                            .flatMap(seed -> group.result(seed).stream())
                            .map(values)
                            .toList();
            if (!seeds.isEmpty()) {
                lines.add(line(training, seeds));
            }
        }
        return lines;
    }

    /** Mean and interval at every place, over the seeds that are that long. */
    private static Line line(TrainingKind training, List<double[]> seeds) {
        int length = seeds.stream().mapToInt(values -> values.length).max().orElse(0);
        MeanInterval[] means = new MeanInterval[length];
        for (int i = 0; i < length; i++) {
            int at = i;
            means[i] =
                    MeanInterval.of(
                            seeds.stream()
                                    .mapToDouble(v -> at < v.length ? v[at] : Double.NaN)
                                    .toArray());
        }
        return new Line(
                Words.of(training),
                List.of(TrainingKind.values()).indexOf(training),
                Arrays.stream(means).mapToDouble(MeanInterval::mean).toArray(),
                Arrays.stream(means).mapToDouble(MeanInterval::lower).toArray(),
                Arrays.stream(means).mapToDouble(MeanInterval::upper).toArray());
    }
}
