package org.salient4j.benchmarks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.benchmarks.statistics.Bootstrap;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.framework.InvalidInputException;

class SampleMapsTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 0.95);

    @Test
    void should_average_magnitudes() {
        INDArray attributions =
                Nd4j.createFromArray(
                        new double[][][] {{{1, -2, 3}, {4, 5, -6}}, {{-3, 2, 0}, {0, 1, 2}}});
        SampleMaps maps = SampleMaps.of(attributions);
        assertThat(maps.samples()).isEqualTo(2);
        assertThat(maps.mean()).isDeepEqualTo(new double[][] {{2, 2, 1.5}, {2, 3, 4}});
        assertThat(maps.mean(new int[] {1, 1}))
                .isDeepEqualTo(new double[][] {{3, 2, 0}, {0, 1, 2}});
        // A view in another order holds the same numbers.
        INDArray turned = attributions.permute(2, 1, 0).dup('f').permute(2, 1, 0);
        assertThat(SampleMaps.of(turned.castTo(DataType.FLOAT)).mean()).isDeepEqualTo(maps.mean());
    }

    @Test
    void should_have_no_width_when_all_samples_agree() {
        double[][][] same = new double[20][][];
        Arrays.fill(same, Golden.map("0", "neuron_gradient"));
        MeanInterval interval = interval(same, MapAuRoc.POOLED);
        assertThat(interval.lower()).isEqualTo(interval.upper()).isEqualTo(interval.mean());
        assertThat(interval.mean())
                .isEqualTo(MapAuRoc.POOLED.of(new MapWithTruth(same[0], Golden.truth())));
        assertThat(interval.count()).isEqualTo(20);
    }

    @Test
    void should_narrow_with_more_samples_and_repeat_by_the_seed() {
        MeanInterval few = interval(noisy(20, 1), MapAuRoc.WITHIN_ROWS);
        MeanInterval many = interval(noisy(320, 1), MapAuRoc.WITHIN_ROWS);
        assertThat(few.mean()).isBetween(few.lower(), few.upper());
        double ratio = (few.upper() - few.lower()) / (many.upper() - many.lower());
        assertThat(ratio).isBetween(2.0, 8.0);
        assertThat(interval(noisy(20, 1), MapAuRoc.WITHIN_ROWS)).isEqualTo(few);
    }

    @Test
    void should_be_undefined_for_one_sample_or_a_score_that_does_not_exist() {
        assertThat(interval(noisy(1, 1), MapAuRoc.POOLED).isDefined()).isFalse();
        INDArray maps = Nd4j.createFromArray(new double[][][] {{{1, 2}, {1, 2}}, {{2, 1}, {3, 4}}});
        MeanInterval interval =
                MapAuRoc.WITHIN_ROWS.interval(
                        SampleMaps.of(maps),
                        new boolean[][] {{true, true}, {false, false}},
                        BOOTSTRAP,
                        new SplittableRandom(1));
        assertThat(interval.isDefined()).isFalse();
        assertThat(interval.mean()).isNaN();
    }

    @Test
    void should_refuse_what_is_not_a_set_of_maps() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SampleMaps.of(Nd4j.zeros(DataType.FLOAT, 3, 4)))
                .withMessage(
                        "attributions must be numbers [samples, outputs, neurons], was FLOAT"
                                + " [3, 4]");
        INDArray broken = Nd4j.zeros(DataType.DOUBLE, 2, 2, 2);
        broken.putScalar(1, 0, 1, Double.POSITIVE_INFINITY);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SampleMaps.of(broken))
                .withMessage("attributions must be finite, found Infinity in row 1, column 1");
    }

    @Test
    void should_resample_a_mean_as_the_mean_is_resampled() {
        double[] values = {1, 4, 2, 8};
        MeanInterval mean = BOOTSTRAP.mean(values, new SplittableRandom(7));
        MeanInterval statistic =
                BOOTSTRAP.statistic(
                        4,
                        draws -> {
                            double sum = 0;
                            for (int draw : draws) {
                                sum += values[draw];
                            }
                            return sum / draws.length;
                        },
                        new SplittableRandom(7));
        assertThat(statistic).isEqualTo(mean);
        // The least of four draws is 1 with probability 1 - (3/4)^4.
        MeanInterval least =
                BOOTSTRAP.statistic(
                        4,
                        draws -> {
                            double smallest = 8;
                            for (int draw : draws) {
                                smallest = Math.min(smallest, values[draw]);
                            }
                            return smallest;
                        },
                        new SplittableRandom(8));
        assertThat(least.mean()).isEqualTo(1);
        assertThat(least.lower()).isEqualTo(1);
        assertThat(least.upper()).isCloseTo(4, within(2.0));
    }

    private static MeanInterval interval(double[][][] maps, MapAuRoc score) {
        return score.interval(
                SampleMaps.of(Nd4j.createFromArray(maps)),
                Golden.truth(),
                BOOTSTRAP,
                new SplittableRandom(5));
    }

    /** Signed samples about entries that differ, the connected ones a little larger. */
    private static double[][][] noisy(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[][] truth = Golden.truth();
        double[][] scale = MapAuRocTest.randomMap(Golden.LATENTS, Golden.NEURONS, random);
        double[][][] maps = new double[samples][Golden.LATENTS][Golden.NEURONS];
        for (double[][] map : maps) {
            for (int c = 0; c < map.length; c++) {
                for (int i = 0; i < map[c].length; i++) {
                    double size = 1 + scale[c][i] + (truth[c][i] ? .4 : 0);
                    map[c][i] = random.nextGaussian() * size;
                }
            }
        }
        return maps;
    }

    @Test
    void should_pull_the_interval_of_a_noisy_map_towards_chance() {
        // Drawn from six samples, the resampled maps are noisier than the map they stand for.
        MeanInterval few = interval(noisy(6, 2), MapAuRoc.WITHIN_ROWS);
        MeanInterval many = interval(noisy(1000, 2), MapAuRoc.WITHIN_ROWS);
        assertThat(few.mean() - (few.lower() + few.upper()) / 2).isPositive();
        assertThat(Math.abs(many.mean() - (many.lower() + many.upper()) / 2)).isLessThan(.01);
    }
}
