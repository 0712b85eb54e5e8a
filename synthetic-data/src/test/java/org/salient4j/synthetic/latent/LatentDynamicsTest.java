package org.salient4j.synthetic.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class LatentDynamicsTest {

    @Test
    void should_connect_the_second_latents_to_the_second_neurons_alone() {
        LatentRecording recording =
                new LatentDynamics(1, 2, 2, 3, .3, 3, 1.5, 0).generate(10, new SplittableRandom(1));
        assertThat(recording.truth())
                .isDeepEqualTo(
                        new boolean[][] {
                            {true, true, true, true, true},
                            {false, false, true, true, true},
                            {false, false, true, true, true}
                        });
        assertThat(recording.latentBlocks())
                .containsExactly(new NamedRange("z1", 0, 1), new NamedRange("z2", 1, 3));
        assertThat(recording.neuronBlocks())
                .containsExactly(new NamedRange("x1", 0, 2), new NamedRange("x2", 2, 5));
        int connected = 0;
        for (boolean[] row : new LatentDynamics().generate(2, new SplittableRandom(1)).truth()) {
            for (boolean value : row) {
                connected += value ? 1 : 0;
            }
        }
        assertThat(connected).isEqualTo(225);
    }

    @Test
    void should_wander_in_the_box_without_sticking_to_its_faces() {
        // A single step of 1 leaves the box so often that clipping would show.
        LatentRecording recording =
                new LatentDynamics(3, 3, 25, 25, 1, 3, 1.5, 0)
                        .generate(4000, new SplittableRandom(2));
        double[] z = recording.latents().data().asDouble();
        int near = 0;
        for (double value : z) {
            assertThat(value).isBetween(-1.0, 1.0);
            near += Math.abs(value) > .99 ? 1 : 0;
        }
        assertThat(near / (double) z.length).isLessThan(.01);
    }

    @Test
    void should_start_anywhere_in_the_box() {
        double sum = 0;
        double squares = 0;
        int starts = 4000;
        SplittableRandom random = new SplittableRandom(3);
        LatentDynamics small = new LatentDynamics(1, 1, 1, 2, .3, 3, 1.5, 0);
        for (int i = 0; i < starts; i++) {
            double start = small.generate(2, random).latents().getDouble(0, 1);
            sum += start;
            squares += start * start;
        }
        assertThat(sum / starts).isCloseTo(0, within(.04));
        assertThat(squares / starts).isCloseTo(1 / 3d, within(.02));
    }

    @Test
    void should_bring_every_neuron_to_one_scale() {
        INDArray x = new LatentDynamics().generate(1000, new SplittableRandom(4)).neurons();
        for (double mean : x.mean(0).data().asDouble()) {
            assertThat(mean).isCloseTo(0, within(1e-12));
        }
        for (double deviation : x.std(false, 0).data().asDouble()) {
            assertThat(deviation).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void should_add_noise_without_moving_anything_else() {
        LatentRecording clean = new LatentDynamics().generate(2000, new SplittableRandom(5));
        LatentRecording noisy =
                new LatentDynamics(3, 3, 25, 25, .3, 3, 1.5, .1)
                        .generate(2000, new SplittableRandom(5));
        assertThat(noisy.latents()).isEqualTo(clean.latents());
        assertThat(noisy.jacobian(9)).isDeepEqualTo(clean.jacobian(9));
        INDArray noise = noisy.neurons().sub(clean.neurons());
        assertThat(noise.stdNumber().doubleValue()).isCloseTo(.1, within(.002));
        assertThat(noise.meanNumber().doubleValue()).isCloseTo(0, within(.002));
    }

    @Test
    void should_keep_the_maps_when_the_walk_is_longer() {
        LatentDynamics dynamics = new LatentDynamics();
        LatentRecording shorter = dynamics.generate(500, new SplittableRandom(6));
        LatentRecording longer = dynamics.generate(600, new SplittableRandom(6));
        assertThat(longer.latentsAt(499)).containsExactly(shorter.latentsAt(499));
        double[][] a = shorter.jacobian(20);
        double[][] b = longer.jacobian(20);
        // The same map but for each neuron's scale, which is that of the whole walk.
        for (int i = 0; i < a.length; i++) {
            double ratio = b[i][0] / a[i][0];
            assertThat(ratio).isBetween(.8, 1.25);
            assertThat(b[i][2]).isCloseTo(ratio * a[i][2], within(1e-9));
        }
    }

    @Test
    void should_reject_parameters_outside_their_range() {
        rejects(() -> dynamics(0, 3, 25, 25, .3, 3, 1.5, 0), "d1 must be at least 1, was 0");
        rejects(() -> dynamics(3, 0, 25, 25, .3, 3, 1.5, 0), "d2 must be at least 1, was 0");
        rejects(() -> dynamics(3, 3, 2, 25, .3, 3, 1.5, 0), "n1 must be at least 3, was 2");
        rejects(() -> dynamics(3, 3, 25, 5, .3, 3, 1.5, 0), "n2 must be at least 6, was 5");
        rejects(() -> dynamics(3, 3, 25, 25, 0, 3, 1.5, 0), "sigma must be in (0, 10], was 0.0");
        rejects(
                () -> dynamics(3, 3, 25, 25, Double.NaN, 3, 1.5, 0),
                "sigma must be in (0, 10], was NaN");
        rejects(() -> dynamics(3, 3, 25, 25, .3, 4, 1.5, 0), "layers must be 2 or 3, was 4");
        rejects(
                () -> dynamics(3, 3, 25, 25, .3, 3, 0, 0),
                "gain must be finite and greater than 0, was 0.0");
        rejects(
                () -> dynamics(3, 3, 25, 25, .3, 3, 1.5, -1),
                "noise must be finite and at least 0, was -1.0");
    }

    private static LatentDynamics dynamics(
            int d1, int d2, int n1, int n2, double sigma, int layers, double gain, double noise) {
        return new LatentDynamics(d1, d2, n1, n2, sigma, layers, gain, noise);
    }

    private static void rejects(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
