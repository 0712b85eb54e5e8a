package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.salient4j.benchmarks.measurement.MethodResult;
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
import org.salient4j.benchmarks.timeseries.ScoreState;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;

/** Precision and recall against the share of a map's mass that is selected. */
final class CurveSection {

    private static final double[] MASS = {10, 20, 30, 40, 50, 60, 70, 80, 90};

    private final FractionView view;
    private final ScoreTable scores;
    private final Names names;

    /** Precision or recall. */
    private record Curve(String name, Function<MethodResult, List<Double>> values) {}

    private static final List<Curve> CURVES =
            List.of(
                    new Curve("precision", MethodResult::precision),
                    new Curve("recall", MethodResult::recall));

    CurveSection(FractionView view, Names names) {
        this.view = view;
        this.scores = view.scores();
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "The cells of highest saliency are selected until they hold a share of the"
                                + " map\u2019s mass; precision is the saliency-weighted share of the"
                                + " selected that is true, recall of the true that is selected. AUP"
                                + " and AUR are the areas below. Mean over seeds"
                                + view.suffix()
                                + "; the band is the 95 % interval over seeds. Networks that did not"
                                + " learn are left out."));
        for (String network : scores.networks()) {
            blocks.add(new Subheading(network + ": mean over methods"));
            for (Curve curve : CURVES) {
                blocks.add(
                        new Charts(
                                view.rows().stream()
                                        .map(row -> chart(row, network, curve, scores.methods()))
                                        .toList(),
                                true));
            }
            blocks.add(new Fold(network + ": each method", each(network)));
        }
        return new Section("Precision and recall curves", blocks);
    }

    private List<Block> each(String network) {
        List<Block> blocks = new ArrayList<>();
        for (FractionView.Row row : view.rows()) {
            List<LineChart> charts = new ArrayList<>();
            for (String method : scores.methods()) {
                for (Curve curve : CURVES) {
                    charts.add(chart(row, network, curve, List.of(method)));
                }
            }
            blocks.add(new Fold(row.title(), List.of(new Charts(charts, true))));
        }
        return blocks;
    }

    private LineChart chart(
            FractionView.Row row, String network, Curve curve, List<String> methods) {
        List<Line> lines = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (TrainingKind training : scores.trainings()) {
            List<double[]> seeds = curves(row, network, training, curve, methods);
            if (seeds.isEmpty()) {
                without.add(TrainingWords.brief(training));
            } else {
                lines.add(MeanLine.of(TrainingWords.of(training), training.ordinal(), seeds));
            }
        }
        String what = methods.size() == 1 ? names.title(methods.get(0)) : row.title();
        String none = without.isEmpty() ? "" : " (none: " + String.join(", ", without) + ")";
        return new LineChart(
                what + ", " + curve.name() + none,
                "share of mass, %",
                curve.name(),
                MASS,
                lines,
                null,
                null,
                false,
                "%s of %s on %s by share of mass, a line for each training: %s."
                        .formatted(curve.name(), what, network, atHalf(lines)));
    }

    private static String atHalf(List<Line> lines) {
        return lines.isEmpty()
                ? "no values"
                : String.join(
                        ", ",
                        lines.stream()
                                .map(
                                        line ->
                                                "%s %.3f at half the mass"
                                                        .formatted(line.name(), line.y()[4]))
                                .toList());
    }

    /** One curve a seed, the mean over methods. */
    private List<double[]> curves(
            FractionView.Row row,
            String network,
            TrainingKind training,
            Curve curve,
            List<String> methods) {
        Optional<TimeSeriesCondition> condition = view.condition(row, network, training);
        List<double[]> curves = new ArrayList<>();
        for (long seed : scores.seeds()) {
            condition
                    .filter(each -> scores.state(each, seed) == ScoreState.MEASURED)
                    .flatMap(each -> scores.result(each, seed))
                    .flatMap(result -> mean(result, curve, methods))
                    .ifPresent(curves::add);
        }
        return curves;
    }

    private static Optional<double[]> mean(
            TimeSeriesResult result, Curve curve, List<String> methods) {
        List<double[]> each =
                methods.stream()
                        .map(result.methods()::get)
                        .filter(Objects::nonNull)
                        .map(curve.values())
                        .filter(values -> values != null && values.size() == MASS.length)
                        .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
                        .toList();
        return each.size() < methods.size()
                ? Optional.empty()
                : Optional.of(
                        Arrays.stream(MeanLine.means(each))
                                .mapToDouble(MeanInterval::mean)
                                .toArray());
    }
}
