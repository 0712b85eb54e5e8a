package org.salient4j.benchmarks.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.MetricContext;
import org.salient4j.benchmarks.metrics.Scores;
import org.salient4j.synthetic.Box;
import org.salient4j.synthetic.LabelledSeries;

/** Scores and pictures of a set of saliency maps of series whose truth is known. */
public final class MapMeasurement {

    private final LabelledSeries series;
    private final MetricContext context;

    /**
     * @param attributions one map a sample, [N, T, F]
     * @param series the samples with their truth
     */
    public MapMeasurement(INDArray attributions, LabelledSeries series) {
        this.series = series;
        this.context = MetricContext.of(attributions, series.truth());
    }

    /** What the metrics see. */
    public MetricContext context() {
        return context;
    }

    /** The scores of every registered metric, by name. */
    public Map<String, MetricScore> scores() {
        Map<String, MetricScore> scores = new LinkedHashMap<>();
        for (AttributionMetric metric : AttributionMetric.registry().members()) {
            Scores score = metric.evaluate(context);
            scores.put(
                    metric.name(),
                    new MetricScore(
                            present(score.mean()),
                            random(metric),
                            Arrays.stream(score.perSample())
                                    .mapToObj(MapMeasurement::present)
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

    /** The mean of the maps, each scaled to mass 1, with the boxes of the first sample. */
    public SaliencyPicture meanMap() {
        double[] mean = mean(IntStream.range(0, context.samples()).toArray());
        return picture("mean of %d maps".formatted(context.samples()), mean, boxes(0));
    }

    /**
     * The mean of the maps of each class, each scaled to mass 1, with boxes where those of all
     * samples of the class are the same.
     */
    public List<SaliencyPicture> meanMapOfEachClass() {
        List<SaliencyPicture> pictures = new ArrayList<>();
        for (int label : Arrays.stream(series.labels()).distinct().sorted().toArray()) {
            int[] samples =
                    IntStream.range(0, context.samples())
                            .filter(sample -> series.labels()[sample] == label)
                            .toArray();
            boolean still =
                    Arrays.stream(samples).mapToObj(series.boxes()::get).distinct().count() == 1;
            String title = "class %d, mean of %d maps".formatted(label, samples.length);
            pictures.add(picture(title, mean(samples), still ? boxes(samples[0]) : List.of()));
        }
        return pictures;
    }

    private double[] mean(int[] samples) {
        double[] mean = new double[context.cells()];
        for (int sample : samples) {
            double mass = 0;
            for (int i = 0; i < mean.length; i++) {
                mass += context.magnitude(sample, i);
            }
            for (int i = 0; mass > 0 && i < mean.length; i++) {
                mean[i] += context.magnitude(sample, i) / mass;
            }
        }
        return mean;
    }

    /**
     * The maps of some samples.
     *
     * @param samples their indices
     */
    public List<SaliencyPicture> pictures(int... samples) {
        List<SaliencyPicture> pictures = new ArrayList<>();
        for (int sample : samples) {
            double[] map = new double[context.cells()];
            for (int i = 0; i < map.length; i++) {
                map[i] = context.magnitude(sample, i);
            }
            String title = "test sample %d, class %d".formatted(sample, series.labels()[sample]);
            pictures.add(picture(title, map, boxes(sample)));
        }
        return pictures;
    }

    private List<int[]> boxes(int sample) {
        return series.boxes().get(sample).stream()
                .map(
                        box ->
                                new int[] {
                                    box.timeStart(),
                                    box.timeEnd(),
                                    box.featureStart(),
                                    box.featureEnd()
                                })
                .toList();
    }

    private SaliencyPicture picture(String title, double[] map, List<int[]> boxes) {
        double highest = Arrays.stream(map).max().orElse(0);
        byte[] pixels = new byte[map.length];
        for (int i = 0; i < map.length; i++) {
            pixels[i] = (byte) (highest > 0 ? Math.round(255 * map[i] / highest) : 0);
        }
        return new SaliencyPicture(
                title,
                series.size().timeSteps(),
                series.size().features(),
                Base64.getEncoder().encodeToString(pixels),
                boxes);
    }
}
