package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BaseProcessTest {

    private final RandomGenerator random = new SplittableRandom(5);
    private final TimeStamps stamps = new TimeStamps();

    @Test
    void should_register_the_processes_by_name() {
        assertThat(BaseProcess.registered().stream().map(BaseProcess::name))
                .containsExactly(
                        "gaussian",
                        "harmonic",
                        "pseudo-periodic",
                        "gaussian-process",
                        "auto-regressive",
                        "continuous-auto-regressive",
                        "narma");
        assertThat(BaseProcess.registered())
                .allSatisfy(process -> assertThat(process.description()).isNotBlank());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseProcess.named("gausian"))
                .withMessageStartingWith("unknown process 'gausian', did you mean 'gaussian'?");
    }

    @Test
    void should_replace_the_box_of_the_gaussian_process_and_keep_the_rest() {
        SeriesSize size = new SeriesSize(200, 200);
        double[] x = new double[size.cells()];
        new Gaussian().fill(x, size, random);
        assertThat(mean(x)).isCloseTo(0, within(.03));
        assertThat(deviation(x)).isCloseTo(1, within(.03));
        double[] before = x.clone();
        Box box = new Box(50, 150, 20, 120);
        new Gaussian().shift(x, size, box, -1, random);
        double[] inside = new double[box.cells()];
        double[] difference = new double[box.cells()];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (box.contains(i / 200, i % 200)) {
                inside[count] = x[i];
                difference[count++] = x[i] - before[i];
            } else {
                assertThat(x[i]).isEqualTo(before[i]);
            }
        }
        assertThat(mean(inside)).isCloseTo(-1, within(.05));
        assertThat(deviation(inside)).isCloseTo(1, within(.05));
        // Drawn anew: a plain shift would differ from the old value by a constant.
        assertThat(deviation(difference)).isCloseTo(Math.sqrt(2), within(.07));
    }

    @Test
    void should_add_the_shift_to_the_box_of_every_other_process() {
        for (BaseProcess process : BaseProcess.registered()) {
            if (process instanceof Gaussian) {
                continue;
            }
            double[] x = {1, 2, 3, 4, 5, 6};
            process.shift(x, new SeriesSize(3, 2), new Box(1, 3, 1, 2), 10, random);
            assertThat(x).containsExactly(1, 2, 3, 14, 5, 16);
        }
    }

    @Test
    void should_draw_sorted_time_stamps_near_grid_points_without_replacement() {
        double[] exact = new TimeStamps(20, 2, 0).draw(50, random);
        assertThat(exact).hasSize(50).isSorted().doesNotHaveDuplicates();
        for (double time : exact) {
            double gridPoint = time / (20.0 / 99);
            assertThat(gridPoint).isCloseTo(Math.rint(gridPoint), within(1e-9));
            assertThat(time).isBetween(0.0, 20.0);
        }
        // With every point kept only the jitter is left, of standard deviation 20 / 2000.
        double[] all = new TimeStamps(20, 1, 1).draw(2000, random);
        assertThat(all).isSorted();
        assertThat(mean(all)).isCloseTo(10, within(.01));
        double[] jitter = new double[100_000];
        TimeStamps one = new TimeStamps(20, 1, 1);
        for (int i = 0; i < jitter.length; i++) {
            jitter[i] = one.draw(1, random)[0];
        }
        assertThat(deviation(jitter)).isCloseTo(20, within(.3));
    }

    @Test
    void should_carry_the_noise_of_the_benchmark_over_the_same_sine_in_each_feature() {
        Harmonic harmonic = new Harmonic();
        double[] times = {0, .125, .25, .375, .5};
        double[] signal = new double[10];
        harmonic.signal(times, signal, 2, random);
        double[] expected = {0, 0, 1, 1, 0, 0, -1, -1, 0, 0};
        assertThat(signal).containsExactly(expected, within(1e-12));

        SeriesSize wide = new SeriesSize(1, 40_000);
        double[] x = new double[wide.cells()];
        harmonic.fill(x, wide, random);
        assertThat(deviation(x)).isCloseTo(.3, within(.01));
    }

    @Test
    void should_draw_amplitude_and_angular_frequency_anew_at_every_cell() {
        int features = 20_000;
        double[] times = {Math.PI / 4, 10};
        double[] x = new double[2 * features];
        new PseudoPeriodic(1, .5, 2, .01, 0, stamps).signal(times, x, features, random);
        double[] first = Arrays.copyOf(x, features);
        double[] second = Arrays.copyOfRange(x, features, 2 * features);
        // At t = π/4 the sine of 2t is 1 and flat, so the amplitude is what is left.
        assertThat(mean(first)).isCloseTo(1, within(.02));
        assertThat(deviation(first)).isCloseTo(.5, within(.02));
        // E[sin(wt)] = sin(μt) exp(-σ²t²/2), and amplitudes of two times are independent.
        assertThat(mean(second))
                .isCloseTo(Math.sin(20) * Math.exp(-.01 * .01 * 100 / 2), within(.02));
        assertThat(covariance(first, second)).isCloseTo(0, within(.02));
    }

    @Test
    void should_have_the_matern_covariance_in_closed_form() {
        GaussianProcess process = new GaussianProcess(2, .5, 1e-12, 0, stamps);
        assertThat(process.covariance(0)).isEqualTo(2);
        // √3 r / l = 2√3 at r = 1, hence 2 (1 + 3.4641016) exp(-3.4641016).
        assertThat(process.covariance(1)).isCloseTo(.2794627, within(1e-6));
        assertThat(process.covariance(-1)).isEqualTo(process.covariance(1));
        double[] times = {0, .2, .9, 3};
        int features = 60_000;
        double[] x = new double[times.length * features];
        process.signal(times, x, features, random);
        for (int i = 0; i < times.length; i++) {
            double[] a = Arrays.copyOfRange(x, i * features, (i + 1) * features);
            assertThat(mean(a)).isCloseTo(0, within(.04));
            for (int j = 0; j <= i; j++) {
                double[] b = Arrays.copyOfRange(x, j * features, (j + 1) * features);
                assertThat(covariance(a, b))
                        .isCloseTo(process.covariance(times[i] - times[j]), within(.05));
            }
        }
    }

    @Test
    void should_solve_time_stamps_that_all_but_coincide() {
        double[] times = {1, 1, 1 + 1e-9, 1 + 1e-7, 1 + 1e-4, 2};
        double[] x = new double[times.length * 3];
        new GaussianProcess().signal(times, x, 3, random);
        for (int f = 0; f < 3; f++) {
            assertThat(x[f]).isFinite().isCloseTo(x[3 + f], within(1e-4));
            assertThat(x[6 + f]).isCloseTo(x[f], within(1e-4));
        }
    }

    @Test
    void should_reach_the_stationary_deviation_of_the_autoregression() {
        int steps = 60;
        int features = 20_000;
        double[] x = new double[steps * features];
        new AutoRegressive(.9, .5, 0).signal(new double[steps], x, features, random);
        double[] first = Arrays.copyOf(x, features);
        double[] last = Arrays.copyOfRange(x, (steps - 1) * features, steps * features);
        double[] before = Arrays.copyOfRange(x, (steps - 2) * features, (steps - 1) * features);
        assertThat(deviation(first)).isCloseTo(.5, within(.02));
        assertThat(deviation(last)).isCloseTo(.5 / Math.sqrt(1 - .81), within(.03));
        assertThat(covariance(last, before) / Math.pow(deviation(before), 2))
                .isCloseTo(.9, within(.02));
    }

    @Test
    void should_start_each_feature_of_the_autoregression_at_zero() {
        double[] x = new double[4 * 3];
        new AutoRegressive(.9, .5, 0).signal(new double[4], x, 3, new SplittableRandom(21));
        RandomGenerator innovations = new SplittableRandom(21);
        for (int i = 0; i < x.length; i++) {
            double previous = i < 3 ? 0 : x[i - 3];
            assertThat(x[i] - .9 * previous)
                    .isCloseTo(.5 * innovations.nextGaussian(), within(1e-12));
        }
    }

    @Test
    void should_decay_by_the_distance_in_continuous_time() {
        double[] times = {0, 2, 2.5};
        int features = 50_000;
        double[] x = new double[times.length * features];
        new ContinuousAutoRegressive(.5, 2, 8, 0, stamps).signal(times, x, features, random);
        double[] second = Arrays.copyOfRange(x, features, 2 * features);
        double[] third = Arrays.copyOfRange(x, 2 * features, 3 * features);
        assertThat(x[0]).isEqualTo(8);
        assertThat(x[features - 1]).isEqualTo(8);
        assertThat(mean(second)).isCloseTo(2, within(.04));
        assertThat(deviation(second)).isCloseTo(2 * Math.sqrt(.75), within(.03));
        assertThat(covariance(second, third) / Math.pow(deviation(second), 2))
                .isCloseTo(Math.sqrt(.5), within(.02));
    }

    @Test
    void should_reject_parameters_outside_their_range() {
        rejects(() -> new TimeStamps(0, 2, 1), "stop must be finite and greater than 0, was 0.0");
        rejects(() -> new TimeStamps(20, 0, 1), "gridPointsPerStep must be at least 1, was 0");
        rejects(
                () -> new TimeStamps(20, 2, Double.NaN),
                "jitter must be finite and at least 0, was NaN");
        rejects(() -> stamps.draw(0, random), "timeSteps must be at least 1, was 0");
        rejects(
                () -> new Harmonic(1, -2, .3, stamps),
                "frequency must be finite and at least 0, was -2.0");
        rejects(
                () -> new Harmonic(1, 2, -.3, stamps),
                "noise must be finite and at least 0, was -0.3");
        rejects(() -> new Harmonic(1, 2, .3, null), "timeStamps must be given, was null");
        rejects(
                () -> new PseudoPeriodic(Double.NaN, 1, 1, 1, 1, stamps),
                "amplitude must be finite, was NaN");
        rejects(
                () -> new PseudoPeriodic(1, -1, 1, 1, 1, stamps),
                "amplitudeDeviation must be finite and at least 0, was -1.0");
        rejects(
                () -> new GaussianProcess(1, 0, 1e-12, .3, stamps),
                "lengthScale must be finite and greater than 0, was 0.0");
        rejects(
                () -> new GaussianProcess(1, 1, 0, .3, stamps),
                "jitter must be finite and greater than 0, was 0.0");
        rejects(() -> new AutoRegressive(1, .5, .3), "coefficient must be in (-1, 1), was 1.0");
        rejects(
                () -> new ContinuousAutoRegressive(0, 1, 0, .3, stamps),
                "coefficient must be in (0, 1), was 0.0");
        rejects(() -> new Narma(true, 0, 1, 1, 1, 1, .3), "order must be at least 1, was 0");
        rejects(
                () -> new Narma(true, 10, 1, 1, Double.POSITIVE_INFINITY, 1, .3),
                "c must be finite, was Infinity");
    }

    private static void rejects(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        return Math.sqrt(covariance(values, values));
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }
}
