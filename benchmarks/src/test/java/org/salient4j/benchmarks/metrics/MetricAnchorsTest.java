package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values of the official areas that are known from the definition or from a simulation elsewhere.
 */
class MetricAnchorsTest {
    private static final int SAMPLES = 100;
    private final AttributionMetric aup = new AreaUnderPrecision();
    private final AttributionMetric aur = new AreaUnderRecall();

    @Test
    void should_score_a_random_map_by_the_share_of_true_cells() {
        double[][] maps = Maps.uniform(SAMPLES, Maps.CELLS, new SplittableRandom(1));
        MetricContext middle = MetricContext.of(maps, Maps.middle(SAMPLES));
        MetricContext rare = MetricContext.of(maps, Maps.rareTime(SAMPLES));
        assertThat(aup.evaluate(middle).mean()).isCloseTo(0.8 * 0.36, within(0.003));
        assertThat(aup.evaluate(rare).mean()).isCloseTo(0.8 * 0.096, within(0.003));
        assertThat(aur.evaluate(middle).mean()).isCloseTo(0.4, within(0.005));
        assertThat(aur.evaluate(rare).mean()).isCloseTo(0.4, within(0.005));
    }

    @Test
    void should_give_a_perfect_map_the_full_precision_and_the_recall_of_a_random_one() {
        boolean[][] truth = Maps.middle(1);
        MetricContext context = MetricContext.of(Maps.perfect(truth), truth);
        assertThat(aup.evaluate(context).mean()).isCloseTo(0.8, within(1e-12));
        assertThat(aur.evaluate(context).mean()).isCloseTo(0.4, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1.0, .458, .754", "0.3, .703, .632", "0.1, .787, .513"})
    void should_agree_with_the_simulation_of_right_rankings_with_noise(
            double noise, double expectedAup, double expectedAur) {
        boolean[][] truth = Maps.rareTime(SAMPLES);
        MetricContext context =
                MetricContext.of(Maps.rightRanking(truth, noise, new SplittableRandom(2)), truth);
        assertThat(aup.evaluate(context).mean()).isCloseTo(expectedAup, within(0.003));
        assertThat(aur.evaluate(context).mean()).isCloseTo(expectedAur, within(0.005));
    }

    @Test
    void should_select_one_cell_of_a_one_hot_map_at_every_level() {
        double[][] map = new double[1][Maps.CELLS];
        map[0][20 * Maps.SIDE + 20] = -3;
        MetricContext context = MetricContext.of(map, Maps.middle(1));
        for (int level = 0; level < 9; level++) {
            assertThat(context.massCurves().selected(0, level)).isOne();
        }
        assertThat(aup.evaluate(context).mean()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void should_never_select_all_cells() {
        double[][] map = {{1, 1, 1, 0.5}};
        MetricContext context = MetricContext.of(map, new boolean[][] {{true, true, true, true}});
        assertThat(context.massCurves().selected(0, 8)).isEqualTo(3);
        double[][] two = {{1, 2}};
        MetricContext smallest = MetricContext.of(two, new boolean[][] {{true, false}});
        assertThat(smallest.massCurves().selected(0, 8)).isOne();
    }

    @Test
    void should_skip_zero_maps_and_count_them() {
        double[][] maps = new double[2][Maps.CELLS];
        maps[1][0] = 1;
        Scores scores = aup.evaluate(MetricContext.of(maps, Maps.box(2, 0, 1, 0, 1)));
        assertThat(scores.perSample())
                .containsExactly(new double[] {Double.NaN, 0.8}, within(1e-12));
        assertThat(scores.mean()).isCloseTo(0.8, within(1e-12));
        assertThat(scores.skipped()).isOne();
        assertThat(scores.valid()).isOne();
    }
}
