package org.salient4j.benchmarks.report.xcebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.Line;
import org.salient4j.benchmarks.report.LineChart;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Subheading;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/** How maps and encoders depend on the weight of the penalty, where several were run. */
final class SweepSection {

    private static final LineChart.Reference RANDOM =
            new LineChart.Reference("0.5: a map of random numbers", 0.5);

    private final EncoderGroups groups;
    private final List<EncoderTraining> trainings;
    private final List<Double> lambdas;

    SweepSection(EncoderGroups groups) {
        this.groups = groups;
        this.trainings =
                groups.groups().stream()
                        .map(EncoderGroup::training)
                        .filter(training -> training != EncoderTraining.UNTRAINED)
                        .distinct()
                        .sorted()
                        .toList();
        TreeSet<Double> all = new TreeSet<>();
        trainings.forEach(training -> all.addAll(groups.lambdas(training)));
        this.lambdas = List.copyOf(all);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Means over recordings with their 95 % interval. The weights stand at equal"
                                + " distances, whatever lies between them. A \u03bb that was chosen by"
                                + " looking at these charts was chosen on the truth, which a real"
                                + " recording does not have."));
        blocks.add(scores(MapAuRoc.POOLED));
        for (MapAuRoc score : List.of(MapAuRoc.WITHIN_ROWS, MapAuRoc.ROW_NORMALISED)) {
            String title = "auROC " + Words.of(score);
            blocks.add(new Fold(title, List.of(scores(score))));
        }
        blocks.add(new Subheading("What the penalty does to the encoders"));
        blocks.add(
                new Charts(
                        List.of(
                                chart(
                                        "R\u00b2 of the latents",
                                        "R\u00b2",
                                        group -> group.each(XcebraResult::r2),
                                        1,
                                        null),
                                chart(
                                        "Squared norm of the Jacobian",
                                        "\u2016J\u2016\u00b2",
                                        group -> group.each(XcebraResult::jacobianNorm),
                                        Double.POSITIVE_INFINITY,
                                        null)),
                        false));
        return new Section("Weight of the penalty", blocks);
    }

    private Charts scores(MapAuRoc score) {
        return new Charts(
                groups.methods().stream()
                        .map(
                                method ->
                                        chart(
                                                Words.method(method),
                                                "auROC " + Words.of(score),
                                                group -> group.scores(method, score),
                                                1,
                                                RANDOM))
                        .toList(),
                false);
    }

    /** A chart whose bands end at the largest value that there can be: few recordings reach far. */
    private LineChart chart(
            String title,
            String yLabel,
            Function<EncoderGroup, double[]> values,
            double largest,
            LineChart.Reference reference) {
        List<Line> lines = new ArrayList<>();
        for (EncoderTraining training : trainings) {
            MeanInterval[] means =
                    lambdas.stream()
                            .map(lambda -> mean(groups.group(training, lambda), values))
                            .toArray(MeanInterval[]::new);
            lines.add(
                    new Line(
                            Words.of(training),
                            1 + training.ordinal(),
                            Arrays.stream(means).mapToDouble(MeanInterval::mean).toArray(),
                            Arrays.stream(means).mapToDouble(MeanInterval::lower).toArray(),
                            Arrays.stream(means)
                                    .mapToDouble(mean -> Math.min(largest, mean.upper()))
                                    .toArray()));
        }
        return LineChart.over(
                lambdas.stream().map(Words::lambda).toList(),
                title,
                "\u03bb (not to scale)",
                yLabel,
                lines,
                reference,
                yLabel + " by the weight of the penalty, a line for each training.");
    }

    private static MeanInterval mean(
            Optional<EncoderGroup> group, Function<EncoderGroup, double[]> values) {
        return group.map(present -> MeanInterval.of(values.apply(present)))
                .orElse(MeanInterval.of());
    }
}
