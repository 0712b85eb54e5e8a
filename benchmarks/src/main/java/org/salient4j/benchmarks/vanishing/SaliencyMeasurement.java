package org.salient4j.benchmarks.vanishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.MassPerStep;
import org.salient4j.benchmarks.metrics.MetricContext;
import org.salient4j.benchmarks.metrics.Scores;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.synthetic.Box;
import org.salient4j.synthetic.LabelledSeries;

/** Scores and pictures of the saliency maps of one trained network. */
final class SaliencyMeasurement {
    private static final int EXAMPLES = 2;
    private static final String MASS_IN_TRUTH = "mass-in-truth";

    private final INDArray attributions;
    private final LabelledSeries series;
    private final MetricContext context;

    SaliencyMeasurement(INDArray attributions, LabelledSeries series) {
        this.attributions = attributions;
        this.series = series;
        this.context = MetricContext.of(attributions, series.truth());
    }

    VanishingResult result(
            double trainAccuracy,
            double validationAccuracy,
            double testAccuracy,
            TrainingResult trained) {
        Map<String, MetricScore> scores = scores();
        return new VanishingResult(
                trainAccuracy,
                validationAccuracy,
                testAccuracy,
                scores,
                MassPerStep.of(attributions).share(),
                scores.get(MASS_IN_TRUTH).mean(),
                meanMap(),
                examples(),
                trained.history(),
                trained.updates(),
                trained.stopped(),
                trained.seconds());
    }

    private Map<String, MetricScore> scores() {
        Map<String, MetricScore> scores = new LinkedHashMap<>();
        for (AttributionMetric metric : AttributionMetric.registry().members()) {
            Scores score = metric.evaluate(context);
            scores.put(
                    metric.name(),
                    new MetricScore(
                            present(score.mean()),
                            random(metric),
                            Arrays.stream(score.perSample())
                                    .mapToObj(SaliencyMeasurement::present)
                                    .toList(),
                            score.skipped()));
        }
        return scores;
    }

    /** Expected score of uniform random maps; every sample has the same number of true cells. */
    private Double random(AttributionMetric metric) {
        int trueCells = series.boxes().get(0).stream().mapToInt(Box::cells).sum();
        OptionalDouble expected = metric.expectedUnderRandom(context.cells(), trueCells);
        return expected.isPresent() ? (Double) expected.getAsDouble() : null;
    }

    private static Double present(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private SaliencyPicture meanMap() {
        double[] mean = new double[context.cells()];
        for (int sample = 0; sample < context.samples(); sample++) {
            double mass = 0;
            for (int i = 0; i < mean.length; i++) {
                mass += context.magnitude(sample, i);
            }
            for (int i = 0; mass > 0 && i < mean.length; i++) {
                mean[i] += context.magnitude(sample, i) / mass;
            }
        }
        return picture("mean of %d maps".formatted(context.samples()), mean, 0);
    }

    private List<SaliencyPicture> examples() {
        List<SaliencyPicture> pictures = new ArrayList<>();
        for (int sample = 0; sample < Math.min(EXAMPLES, context.samples()); sample++) {
            double[] map = new double[context.cells()];
            for (int i = 0; i < map.length; i++) {
                map[i] = context.magnitude(sample, i);
            }
            String title = "test sample %d, class %d".formatted(sample, series.labels()[sample]);
            pictures.add(picture(title, map, sample));
        }
        return pictures;
    }

    private SaliencyPicture picture(String title, double[] map, int sample) {
        double highest = Arrays.stream(map).max().orElse(0);
        byte[] pixels = new byte[map.length];
        for (int i = 0; i < map.length; i++) {
            pixels[i] = (byte) (highest > 0 ? Math.round(255 * map[i] / highest) : 0);
        }
        List<int[]> boxes =
                series.boxes().get(sample).stream()
                        .map(
                                box ->
                                        new int[] {
                                            box.timeStart(),
                                            box.timeEnd(),
                                            box.featureStart(),
                                            box.featureEnd()
                                        })
                        .toList();
        return new SaliencyPicture(
                title,
                series.size().timeSteps(),
                series.size().features(),
                Base64.getEncoder().encodeToString(pixels),
                boxes);
    }
}
