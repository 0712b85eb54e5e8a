package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered metric must keep. */
class AttributionMetricContractTest {
    private static final int SAMPLES = 40;

    /**
     * By hand, for the map {{-6, 3, 1}, {0, 4, 2}} and the truth {{1, 1, 0}, {0, 0, 1}}.
     *
     * <p>Descending: 6 (true), 4 (false), 3 (true), 2 (true), 1, 0 (false); the mass is 16, 11 of
     * it true, and the masses on top are 6, 10, 13, 15, 16. The shares 1.6, 3.2, 4.8 select 1 cell,
     * 6.4, 8, 9.6 two, 11.2, 12.8 three, 14.4 four. So TP is 6 six times, 9 twice and 11 once, and
     * TP + FP is 6 three times, 10 three times, 13 twice and 15 once.
     */
    private static final Map<String, Double> BY_HAND =
            Map.ofEntries(
                    Map.entry("aup", .1 * (2.5 + 1.8 + 2 * 9 / 13d + 11 / 30d)),
                    Map.entry("aur", .1 * (5.5 * 6 / 11 + 2 * 9 / 11d + .5)),
                    Map.entry(
                            "aupr",
                            3 / 11d * (.6 + 9 / 13d) / 2 + 2 / 11d * (9 / 13d + 11 / 15d) / 2),
                    Map.entry("auprc", (1 + 2 / 3d + 3 / 4d) / 3),
                    Map.entry("roc-auc", 7 / 9d),
                    Map.entry("precision-at-truth", 2 / 3d),
                    // cells 1, 2, 2, 3, 3, 4, 5, 5, 5 of which 1, 1, 1, 2, 2, 3, 3, 3, 3 are true
                    Map.entry("count-precision", .1 * (.5 + 1 + 4 / 3d + .75 + 1.2 + .3)),
                    Map.entry("count-recall", .1 * (.5 + 1 + 1 + 2 + 2 + 3 + 3 + 3 + 1.5) / 3),
                    Map.entry("mass-in-truth", 11 / 16d),
                    Map.entry("pointing-game", 1d),
                    // S = 1, 1/2, 1/6, 0, 2/3, 1/3
                    Map.entry("weighted-jaccard", (11 / 6d) / (3 + 5 / 6d)),
                    Map.entry("euclid", Math.sqrt((1 / 4d + 1 / 36d + 4 / 9d + 4 / 9d) / 3)));

    static List<AttributionMetric> metrics() {
        return AttributionMetric.registry().members();
    }

    @Test
    void should_find_every_member_and_know_its_value_by_hand() {
        assertThat(metrics())
                .extracting(AttributionMetric::name)
                .containsExactlyInAnyOrderElementsOf(BY_HAND.keySet());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_give_the_value_computed_by_hand(AttributionMetric metric) {
        double[][] map = {{-6, 3, 1, 0, 4, 2}};
        boolean[][] truth = {{true, true, false, false, false, true}};
        assertThat(metric.evaluate(MetricContext.of(map, truth)).mean())
                .isCloseTo(BY_HAND.get(metric.name()), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_stay_in_its_range(AttributionMetric metric) {
        MetricDescriptor descriptor = metric.descriptor();
        for (int kind = 0; kind < 4; kind++) {
            double[] values = metric.evaluate(ofKind(kind)).perSample();
            assertThat(Arrays.stream(values).filter(value -> !Double.isNaN(value)))
                    .allSatisfy(
                            value ->
                                    assertThat(value)
                                            .isBetween(
                                                    descriptor.minimum() - 1e-12,
                                                    descriptor.maximum() + 1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_say_truly_whether_a_perfect_map_beats_a_random_one(AttributionMetric metric) {
        double random = metric.evaluate(ofKind(0)).mean();
        double perfect = metric.evaluate(ofKind(1)).mean();
        MetricDescriptor descriptor = metric.descriptor();
        if (descriptor.separatesPerfectFromRandom()) {
            assertThat(descriptor.direction().isBetter(perfect, random)).isTrue();
            assertThat(Math.abs(perfect - random)).isGreaterThan(0.05);
        } else {
            assertThat(perfect).isCloseTo(random, within(0.01));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_score_a_sample_alone_as_in_a_batch_and_in_any_order(AttributionMetric metric) {
        MetricContext batch = ofKind(2);
        Scores scores = metric.evaluate(batch);
        int n = batch.samples();
        double[][] maps = new double[n][];
        boolean[][] truth = new boolean[n][];
        for (int i = 0; i < n; i++) {
            maps[n - 1 - i] = row(batch, i);
            truth[n - 1 - i] = truthRow(batch, i);
            Scores alone =
                    metric.evaluate(
                            MetricContext.of(
                                    new double[][] {row(batch, i)},
                                    new boolean[][] {truthRow(batch, i)}));
            assertThat(alone.perSample()[0]).isEqualTo(scores.perSample()[i]);
        }
        Scores reversed = metric.evaluate(MetricContext.of(maps, truth));
        for (int i = 0; i < n; i++) {
            assertThat(reversed.perSample()[n - 1 - i]).isEqualTo(scores.perSample()[i]);
        }
        assertThat(reversed.mean()).isCloseTo(scores.mean(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_not_depend_on_the_order_of_the_cells_even_with_ties(AttributionMetric metric) {
        double[][] map = {{3, 1, 1, 0, 2, 2, 2, 1, 0, 3}};
        boolean[][] truth = {{true, false, true, false, false, true, false, false, true, false}};
        double[][] reversedMap = new double[1][10];
        boolean[][] reversedTruth = new boolean[1][10];
        for (int i = 0; i < 10; i++) {
            reversedMap[0][i] = map[0][9 - i];
            reversedTruth[0][i] = truth[0][9 - i];
        }
        assertThat(metric.evaluate(MetricContext.of(reversedMap, reversedTruth)).mean())
                .isCloseTo(metric.evaluate(MetricContext.of(map, truth)).mean(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_not_depend_on_the_sign_or_the_unit_of_attributions(AttributionMetric metric) {
        MetricContext context = ofKind(2);
        double[][] other = new double[context.samples()][];
        for (int i = 0; i < other.length; i++) {
            other[i] = Arrays.stream(row(context, i)).map(value -> -4 * value).toArray();
        }
        assertThat(metric.evaluate(context.withAttributions(other)))
                .isEqualTo(metric.evaluate(context));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_skip_constant_maps_and_empty_truths_and_count_them(AttributionMetric metric) {
        double[][] maps = {{1, 2, 3, 4}, {0, 0, 0, 0}, {5, 5, 5, 5}, {4, 3, 2, 1}};
        boolean[] half = {true, true, false, false};
        boolean[][] truth = {new boolean[4], half, half, half};
        Scores scores = metric.evaluate(MetricContext.of(maps, truth));
        assertThat(scores.skipped()).isEqualTo(3);
        assertThat(scores.mean()).isFinite();
        assertThat(scores.mean()).isEqualTo(scores.perSample()[3]);
        Scores none =
                metric.evaluate(
                        MetricContext.of(
                                new double[][] {{1, 2, 3, 4}}, new boolean[][] {new boolean[4]}));
        assertThat(none.mean()).isNaN();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void should_expect_what_random_scores_give(AttributionMetric metric) {
        OptionalDouble expected = metric.expectedUnderRandom(Maps.CELLS, 900);
        assertThat(expected).isPresent();
        MetricContext context =
                MetricContext.of(
                        Maps.uniform(400, Maps.CELLS, new SplittableRandom(5)), Maps.middle(400));
        double[] values = metric.evaluate(context).perSample();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (400 - 1);
        // Five standard errors, and a thousandth for the limits of many cells.
        assertThat(mean)
                .isCloseTo(expected.getAsDouble(), within(5 * Math.sqrt(variance / 400) + 0.001));
    }

    /**
     * 0 uniform random, 1 perfect, 2 right ranking with noise, 3 rounded so that many cells tie.
     */
    private static MetricContext ofKind(int kind) {
        SplittableRandom random = new SplittableRandom(11);
        boolean[][] truth = Maps.rareTime(SAMPLES);
        double[][] maps =
                switch (kind) {
                    case 0 -> Maps.uniform(SAMPLES, Maps.CELLS, random);
                    case 1 -> Maps.perfect(truth);
                    case 2 -> Maps.rightRanking(truth, 1, random);
                    default -> Maps.uniform(SAMPLES, Maps.CELLS, random);
                };
        if (kind == 3) {
            for (double[] map : maps) {
                Arrays.setAll(map, cell -> Math.floor(5 * map[cell]));
            }
        }
        return MetricContext.of(maps, truth);
    }

    private static double[] row(MetricContext context, int sample) {
        double[] row = new double[context.cells()];
        Arrays.setAll(row, cell -> context.magnitude(sample, cell));
        return row;
    }

    private static boolean[] truthRow(MetricContext context, int sample) {
        boolean[] row = new boolean[context.cells()];
        for (int cell = 0; cell < row.length; cell++) {
            row[cell] = context.isTrue(sample, cell);
        }
        return row;
    }
}
