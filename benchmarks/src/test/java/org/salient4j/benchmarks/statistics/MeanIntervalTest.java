package org.salient4j.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    @Test
    void should_give_students_interval() {
        // mean 3, sd sqrt(2.5), standard error sqrt(.5); t(.975, 4) = 2.776445 (printed tables)
        MeanInterval interval = MeanInterval.of(1, 2, 3, 4, 5);
        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.lower()).isCloseTo(3 - 2.776445105 * Math.sqrt(.5), within(1e-8));
        assertThat(interval.upper()).isCloseTo(3 + 2.776445105 * Math.sqrt(.5), within(1e-8));
        assertThat(interval).hasToString("3.000 [1.037, 4.963] (95 % CI, n = 5)");
    }

    @Test
    void should_widen_with_the_confidence() {
        double[] values = {1, 2, 3, 4, 5};
        // t(.95, 4) = 2.131847
        assertThat(MeanInterval.of(.9, values).upper())
                .isCloseTo(3 + 2.131846786 * Math.sqrt(.5), within(1e-8));
    }

    @Test
    void should_have_no_interval_for_one_value() {
        MeanInterval interval = MeanInterval.of(.25);
        assertThat(interval.isDefined()).isFalse();
        assertThat(interval.lower()).isNaN();
        assertThat(interval.upper()).isNaN();
        assertThat(interval).hasToString("0.250 (interval undefined, n = 1)");
    }

    @Test
    void should_leave_missing_values_out_and_count_them() {
        MeanInterval interval = MeanInterval.of(1, Double.NaN, 3);
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.count()).isEqualTo(2);
        assertThat(interval.missing()).isOne();
        assertThat(interval.toString()).endsWith("n = 2, 1 missing)");
        MeanInterval none = MeanInterval.of(Double.NaN);
        assertThat(none.mean()).isNaN();
        assertThat(none).hasToString("no values (1 missing)");
        assertThat(MeanInterval.of()).hasToString("no values");
    }

    @Test
    void should_refuse_infinite_values_and_levels_that_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.of(1, Double.POSITIVE_INFINITY))
                .withMessage("values must be finite or NaN, found Infinity at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.of(95, new double[] {1, 2}))
                .withMessage("confidence must be in (0, 1), was 95.0");
    }

    @Test
    void should_summarise_location_and_spread() {
        Summary summary = Summary.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(32 / 7d), within(1e-12));
        assertThat(summary.standardError()).isCloseTo(Math.sqrt(32 / 56d), within(1e-12));
        assertThat(Summary.of(1).standardDeviation()).isNaN();
        assertThat(Summary.of(1).standardError()).isNaN();
        assertThat(Summary.of().mean()).isNaN();
    }

    @Test
    void should_cover_the_mean_as_often_as_promised() {
        SplittableRandom random = new SplittableRandom(1);
        int covered = 0;
        for (int run = 0; run < 4000; run++) {
            double[] seeds = new double[5];
            for (int i = 0; i < 5; i++) {
                seeds[i] = random.nextGaussian();
            }
            MeanInterval interval = MeanInterval.of(seeds);
            if (interval.lower() <= 0 && 0 <= interval.upper()) {
                covered++;
            }
        }
        assertThat(covered / 4000d).isCloseTo(.95, within(.015));
    }

    @Test
    void should_bootstrap_close_to_student_for_many_normal_values() {
        SplittableRandom random = new SplittableRandom(2);
        double[] values = IntStream.range(0, 300).mapToDouble(i -> random.nextGaussian()).toArray();
        MeanInterval student = MeanInterval.of(values);
        MeanInterval bootstrap = new Bootstrap().mean(values, new SplittableRandom(3));
        assertThat(bootstrap.mean()).isEqualTo(student.mean());
        assertThat(bootstrap.lower()).isCloseTo(student.lower(), within(.01));
        assertThat(bootstrap.upper()).isCloseTo(student.upper(), within(.01));
        assertThat(new Bootstrap().mean(values, new SplittableRandom(3))).isEqualTo(bootstrap);
    }

    @Test
    void should_not_bootstrap_one_value() {
        double[] one = {Double.NaN, 4};
        MeanInterval interval = new Bootstrap().mean(one, new SplittableRandom(1));
        assertThat(interval.isDefined()).isFalse();
        assertThat(interval.missing()).isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(10, .95))
                .withMessage("resamples must be at least 100, was 10");
    }
}
