package org.salient4j.synthetic.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class SpatialCellsTest {

    private static double[] at(double x, double y) {
        return new double[] {x, y, 1, 0, .1};
    }

    @Test
    void should_connect_every_kind_to_its_latents() {
        LatentRecording recording =
                new SpatialCells(
                                new CellPopulation(2, 1, 1, 2),
                                new ArenaWalk(),
                                20,
                                CellNoise.POISSON,
                                0)
                        .generate(10, new SplittableRandom(1));
        boolean[] position = {true, true, true, false, false, false};
        boolean[] heading = {false, false, false, true, false, false};
        boolean[] speed = {false, false, false, false, true, true};
        assertThat(recording.truth())
                .isDeepEqualTo(new boolean[][] {position, position, heading, heading, speed});
        assertThat(recording.latentBlocks())
                .containsExactly(
                        new NamedRange("position", 0, 2),
                        new NamedRange("heading", 2, 4),
                        new NamedRange("speed", 4, 5));
        assertThat(recording.neuronBlocks())
                .containsExactly(
                        new NamedRange("place", 0, 2),
                        new NamedRange("grid", 2, 3),
                        new NamedRange("head-direction", 3, 4),
                        new NamedRange("speed", 4, 6));
        assertThat(new CellPopulation(0, 3, 0, 0).blocks())
                .containsExactly(new NamedRange("grid", 0, 3));
    }

    @Test
    void should_fire_most_at_the_centre_of_a_place() {
        PlaceTuning place = new PlaceTuning(.3, .6, .2);
        assertThat(place.share(at(.3, .6))).isEqualTo(1);
        assertThat(place.share(at(.5, .6))).isCloseTo(Math.exp(-.5), within(1e-12));
        assertThat(place.share(at(.3, .2))).isCloseTo(Math.exp(-2), within(1e-12));
    }

    @Test
    void should_fire_at_the_corners_of_a_triangular_grid() {
        GridTuning grid = new GridTuning(.1, .2, .4, 0);
        // Corners lie a scale away, at right angles to a wave and every 60 degrees from there.
        for (int k = 0; k < 6; k++) {
            double angle = Math.PI / 2 + k * Math.PI / 3;
            double[] corner = at(.1 + .4 * Math.cos(angle), .2 + .4 * Math.sin(angle));
            assertThat(grid.share(corner)).isCloseTo(1, within(1e-12));
        }
        // The middle of a triangle is where the rate is 0: |middle - corner| = scale / √3.
        assertThat(grid.share(at(.1 + .4 / Math.sqrt(3), .2))).isCloseTo(0, within(1e-12));
        GridTuning turned = new GridTuning(.1, .2, .4, Math.PI / 2);
        assertThat(turned.share(at(.5, .2))).isCloseTo(1, within(1e-12));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double share = grid.share(at(random.nextDouble(), random.nextDouble()));
            assertThat(share).isBetween(0.0, 1.0);
        }
    }

    @Test
    void should_fire_around_a_heading_and_above_a_speed() {
        HeadDirectionTuning heading = new HeadDirectionTuning(Math.PI / 2, 2);
        assertThat(heading.share(new double[] {0, 0, 0, 1, .1})).isCloseTo(1, within(1e-12));
        assertThat(heading.share(new double[] {0, 0, 1, 0, .1}))
                .isCloseTo(Math.exp(-2), within(1e-12));
        assertThat(heading.share(new double[] {0, 0, 0, -1, .1}))
                .isCloseTo(Math.exp(-4), within(1e-12));
        SpeedTuning speed = new SpeedTuning(.2, .1);
        assertThat(speed.share(new double[] {0, 0, 1, 0, .2})).isEqualTo(.5);
        assertThat(speed.share(new double[] {0, 0, 1, 0, .3}))
                .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    }

    @Test
    void should_walk_smoothly_all_over_the_box() {
        ArenaWalk walk = new ArenaWalk(2, .1, .3, 2);
        double[][] z = walk.draw(20_000, new SplittableRandom(3));
        int[][] visits = new int[4][4];
        double meanSpeed = 0;
        int jumps = 0;
        for (int t = 0; t < z.length; t++) {
            assertThat(z[t][0]).isBetween(0.0, 2.0);
            assertThat(z[t][1]).isBetween(0.0, 2.0);
            assertThat(Math.hypot(z[t][2], z[t][3])).isCloseTo(1, within(1e-12));
            visits[(int) Math.min(3, 2 * z[t][0])][(int) Math.min(3, 2 * z[t][1])]++;
            meanSpeed += z[t][4] / z.length;
            if (t > 0) {
                double[] last = z[t - 1];
                double moved = Math.hypot(z[t][0] - last[0], z[t][1] - last[1]);
                double step = last[4] * walk.timeStep();
                double cosine = z[t][2] * last[2] + z[t][3] * last[3];
                // Away from the walls it goes where it was heading, as far as its speed says.
                boolean reflected = Math.abs(moved - step) > 1e-9 * step;
                assertThat(moved).isLessThanOrEqualTo(step * (1 + 1e-9));
                jumps += cosine < .5 ? 1 : 0;
                if (!reflected && isInside(last, 2, step)) {
                    assertThat(z[t][0] - last[0]).isCloseTo(step * last[2], within(1e-12));
                }
            }
        }
        for (int[] row : visits) {
            for (int count : row) {
                assertThat(count).isBetween(z.length / 32, z.length / 8);
            }
        }
        assertThat(meanSpeed).isCloseTo(.3, within(.02));
        assertThat(jumps).isPositive().isLessThan(z.length / 20);
    }

    private static boolean isInside(double[] z, double side, double step) {
        return Math.min(z[0], z[1]) > step && Math.max(z[0], z[1]) < side - step;
    }

    @Test
    void should_reflect_at_the_walls_as_light_does() {
        // No turning: the heading only changes by reflection, to one of four mirror images.
        double[][] z = new ArenaWalk(1, .1, .3, 0).draw(3000, new SplittableRandom(4));
        double cosine = Math.abs(z[0][2]);
        double sine = Math.abs(z[0][3]);
        int reflections = 0;
        for (int t = 0; t < z.length; t++) {
            assertThat(Math.abs(z[t][2])).isCloseTo(cosine, within(1e-9));
            assertThat(Math.abs(z[t][3])).isCloseTo(sine, within(1e-9));
            if (t > 0 && z[t][2] * z[t - 1][2] < 0) {
                reflections++;
                // It ran to the wall and back: the two ways add up to the step.
                double wall = z[t - 1][2] > 0 ? 1 : 0;
                double way = Math.abs(wall - z[t - 1][0]) + Math.abs(wall - z[t][0]);
                assertThat(way).isCloseTo(z[t - 1][4] * .1 * Math.abs(z[t - 1][2]), within(1e-9));
            }
        }
        assertThat(reflections).isGreaterThan(10);
    }

    @Test
    void should_count_spikes_of_the_expected_mean_and_variance() {
        SplittableRandom random = new SplittableRandom(5);
        for (double mean : new double[] {0, .02, 1.5, 16, 16.5, 60}) {
            int draws = 40_000;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < draws; i++) {
                double count = CellNoise.POISSON.observe(mean, 0, random);
                assertThat(count).isEqualTo(Math.rint(count)).isNotNegative();
                sum += count;
                squares += count * count;
            }
            double variance = squares / draws - sum / draws * (sum / draws);
            double error = 5 * Math.sqrt(mean / draws);
            assertThat(sum / draws).isCloseTo(mean, within(error));
            // Var(s²) of a Poisson number is about (mean + 2 mean²) / draws.
            assertThat(variance)
                    .isCloseTo(mean, within(5 * Math.sqrt((mean + 2 * mean * mean) / draws)));
        }
    }

    @Test
    void should_count_whole_spikes_or_add_normal_noise() {
        LatentRecording counted = new SpatialCells().generate(2000, new SplittableRandom(6));
        for (double count : counted.neurons().data().asDouble()) {
            assertThat(count).isEqualTo(Math.rint(count)).isNotNegative();
        }
        LatentRecording exact = gaussian(0).generate(2000, new SplittableRandom(6));
        assertThat(exact.latents()).isEqualTo(counted.latents());
        assertThat(exact.neurons().maxNumber().doubleValue()).isBetween(1.9, 2.0);
        assertThat(exact.neurons().minNumber().doubleValue()).isBetween(0.0, .01);
        INDArray noise =
                gaussian(.3).generate(2000, new SplittableRandom(6)).neurons().sub(exact.neurons());
        assertThat(noise.stdNumber().doubleValue()).isCloseTo(.3, within(.005));
    }

    private static SpatialCells gaussian(double deviation) {
        return new SpatialCells(
                new CellPopulation(), new ArenaWalk(), 20, CellNoise.GAUSSIAN, deviation);
    }

    @Test
    void should_reject_parameters_outside_their_range() {
        rejects(
                () -> new ArenaWalk(0, .1, .15, 2),
                "boxSize must be finite and greater than 0, was 0.0");
        rejects(
                () -> new ArenaWalk(1, .1, .15, -1),
                "turningRate must be finite and at least 0, was -1.0");
        rejects(
                () -> new CellPopulation(0, 0, 0, 0),
                "place + grid + headDirection + speed must be at least 1, was 0");
        rejects(() -> new CellPopulation(1, -1, 0, 0), "grid must be at least 0, was -1");
        rejects(
                () -> new CellPopulation(1, 1, 1, 1, .2, .3, 0, 2),
                "gridModules must be at least 1, was 0");
        rejects(
                () ->
                        new SpatialCells(
                                new CellPopulation(), new ArenaWalk(), 20, CellNoise.POISSON, .1),
                "deviation must be 0 with POISSON noise, which has its own, was 0.1");
        rejects(
                () ->
                        new SpatialCells(
                                new CellPopulation(), new ArenaWalk(), 1e6, CellNoise.POISSON, 0),
                "peakRate * timeStep must be at most 10000, was 100000.0");
        rejects(
                () -> new SpatialCells(null, new ArenaWalk(), 20, CellNoise.POISSON, 0),
                "population must be given, was null");
    }

    private static void rejects(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
