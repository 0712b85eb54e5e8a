package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RandomBaselineTest {
    private final AttributionMetric aup = new AreaUnderPrecision();

    static List<AttributionMetric> metrics() {
        return AttributionMetric.registry().members();
    }

    /** One sample with the middle box, one with the rare one: 36 % and 9.6 % true. */
    private static MetricContext twoSizes() {
        boolean[][] truth = {Maps.middle(1)[0], Maps.rareTime(1)[0]};
        return MetricContext.of(Maps.perfect(truth), truth);
    }

    @Test
    void should_take_each_samples_own_share_of_true_cells() {
        Scores scores = new AnalyticBaseline().scores(aup, twoSizes(), new SplittableRandom(1));
        assertThat(scores.perSample())
                .containsExactly(new double[] {.8 * .36, .8 * .096}, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_agree_whether_computed_or_drawn(AttributionMetric metric) {
        MetricContext context = twoSizes();
        Scores computed = new AnalyticBaseline().scores(metric, context, null);
        Scores drawn = new UniformBaseline(400).scores(metric, context, new SplittableRandom(2));
        // One draw of the pointing game is 0 or 1: 400 draws know it to 0.024.
        double tolerance = metric instanceof PointingGame ? 0.1 : 0.006;
        assertThat(drawn.perSample()).containsExactly(computed.perSample(), within(tolerance));
    }

    @Test
    void should_repeat_with_the_same_seed_only() {
        RandomBaseline baseline = new UniformBaseline(2);
        Scores first = baseline.scores(aup, twoSizes(), new SplittableRandom(3));
        assertThat(baseline.scores(aup, twoSizes(), new SplittableRandom(3))).isEqualTo(first);
        assertThat(baseline.scores(aup, twoSizes(), new SplittableRandom(4))).isNotEqualTo(first);
    }

    @Test
    void should_permute_features_and_leave_the_profile_over_time() {
        INDArray attributions = Nd4j.zeros(DataType.DOUBLE, 1, 4, 30);
        INDArray truth = Nd4j.zeros(DataType.BOOL, 1, 4, 30);
        for (int f = 0; f < 30; f++) {
            attributions.putScalar(0, 1, f, 1 + f);
            truth.putScalar(new int[] {0, 1, f}, 1);
        }
        MetricContext context = MetricContext.of(attributions, truth);
        // All mass is on the true time step, so this baseline finds the truth: it is not random.
        Scores scores =
                new FeaturePermutationBaseline()
                        .scores(new MassInTruth(), context, new SplittableRandom(5));
        assertThat(scores.mean()).isEqualTo(1);
        truth.assign(0);
        truth.putScalar(new int[] {0, 1, 29}, 1);
        MetricContext oneFeature = MetricContext.of(attributions, truth);
        double[] hits =
                new FeaturePermutationBaseline(3000)
                        .scores(new PointingGame(), oneFeature, new SplittableRandom(6))
                        .perSample();
        assertThat(hits[0]).isCloseTo(1 / 30d, within(0.02));
    }

    @Test
    void should_refuse_a_metric_without_a_closed_form() {
        AttributionMetric unknown =
                new AttributionMetric() {
                    @Override
                    public String name() {
                        return "unknown";
                    }

                    @Override
                    public MetricDescriptor descriptor() {
                        return aup.descriptor();
                    }

                    @Override
                    public Scores evaluate(MetricContext context) {
                        return aup.evaluate(context);
                    }
                };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnalyticBaseline().scores(unknown, twoSizes(), null))
                .withMessage("metric 'unknown' has no analytic random value; use UniformBaseline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniformBaseline(0))
                .withMessage("repeats must be at least 1, was 0");
    }

    @Test
    void should_subtract_random_saliency_on_the_same_truth() {
        Diff diff = Diff.of(aup, twoSizes(), new AnalyticBaseline(), new SplittableRandom(1));
        assertThat(diff.value()).isCloseTo(.8 - .8 * (.36 + .096) / 2, within(1e-12));
        assertThat(diff.beatsRandom()).isTrue();
        Diff aur =
                Diff.of(
                        new AreaUnderRecall(),
                        twoSizes(),
                        new AnalyticBaseline(),
                        new SplittableRandom(1));
        assertThat(aur.value()).isCloseTo(0, within(0.002));
        Diff euclid =
                Diff.of(
                        new EuclideanDistance(),
                        twoSizes(),
                        new AnalyticBaseline(),
                        new SplittableRandom(1));
        assertThat(euclid.value()).isNegative();
        assertThat(euclid.beatsRandom()).isTrue();
    }

    @Test
    void should_compare_only_samples_valid_on_both_sides() {
        boolean[][] truth = {Maps.middle(1)[0], Maps.rareTime(1)[0]};
        double[][] maps = Maps.perfect(truth);
        Arrays.fill(maps[1], 0);
        Diff diff =
                Diff.of(
                        aup,
                        MetricContext.of(maps, truth),
                        new AnalyticBaseline(),
                        new SplittableRandom(1));
        assertThat(diff.perSample()[1]).isNaN();
        assertThat(diff.value()).isCloseTo(.8 * (1 - .36), within(1e-12));
    }
}
