package org.salient4j.synthetic.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered generator keeps. */
class LatentGeneratorContractTest {

    private static final int SAMPLES = 300;

    static List<LatentGenerator> generators() {
        return LatentGenerator.registered();
    }

    @Test
    void should_register_the_generators_by_name() {
        assertThat(generators().stream().map(LatentGenerator::name))
                .containsExactly("latent-dynamics", "spatial-cells");
        assertThat(generators())
                .allSatisfy(generator -> assertThat(generator.description()).isNotBlank())
                .allSatisfy(generator -> assertThat(generator.usualSamples()).isGreaterThan(1))
                .allSatisfy(
                        generator ->
                                assertThat(LatentGenerator.named(generator.name()))
                                        .isEqualTo(generator));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatentGenerator.named("spatial-cell"))
                .withMessageStartingWith(
                        "unknown latent generator 'spatial-cell', did you mean 'spatial-cells'?");
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_give_the_sizes_that_the_response_has(LatentGenerator generator) {
        LatentRecording recording = generator.generate(SAMPLES, new SplittableRandom(1));
        NeuralResponse response = recording.response();
        assertThat(recording.samples()).isEqualTo(SAMPLES);
        assertThat(recording.latents().shape()).containsExactly(SAMPLES, response.latents());
        assertThat(recording.neurons().shape()).containsExactly(SAMPLES, response.neurons());
        assertThat(recording.truth()).hasDimensions(response.latents(), response.neurons());
        assertThat(recording.jacobian(0)).hasDimensions(response.neurons(), response.latents());
        for (double value : recording.neurons().data().asDouble()) {
            assertThat(value).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_repeat_by_the_seed(LatentGenerator generator) {
        LatentRecording one = generator.generate(SAMPLES, new SplittableRandom(5));
        LatentRecording same = generator.generate(SAMPLES, new SplittableRandom(5));
        LatentRecording other = generator.generate(SAMPLES, new SplittableRandom(6));
        assertThat(same.latents()).isEqualTo(one.latents());
        assertThat(same.neurons()).isEqualTo(one.neurons());
        assertThat(same.jacobian(7)).isDeepEqualTo(one.jacobian(7));
        assertThat(other.latents()).isNotEqualTo(one.latents());
        assertThat(other.neurons()).isNotEqualTo(one.neurons());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_derive_exactly(LatentGenerator generator) {
        LatentRecording recording = generator.generate(SAMPLES, new SplittableRandom(2));
        for (int t = 0; t < SAMPLES; t += 20) {
            double[] z = recording.latentsAt(t);
            double[][] exact = recording.jacobian(t);
            for (int j = 0; j < z.length; j++) {
                double[] slope = centralDifference(recording.response(), z, j);
                for (int i = 0; i < exact.length; i++) {
                    double scale = Math.max(1, Math.abs(exact[i][j]));
                    assertThat(exact[i][j])
                            .as("sample %d, neuron %d, latent %d", t, i, j)
                            .isCloseTo(slope[i], within(2e-7 * scale));
                }
            }
        }
    }

    private static double[] centralDifference(NeuralResponse response, double[] z, int j) {
        double step = 1e-5;
        double[] ahead = z.clone();
        double[] behind = z.clone();
        ahead[j] += step;
        behind[j] -= step;
        double[] slope = response.expected(ahead);
        double[] before = response.expected(behind);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (slope[i] - before[i]) / (2 * step);
        }
        return slope;
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_have_a_derivative_where_the_truth_is_and_nowhere_else(LatentGenerator generator) {
        LatentRecording recording = generator.generate(SAMPLES, new SplittableRandom(3));
        boolean[][] truth = recording.truth();
        boolean[][] found = new boolean[truth.length][truth[0].length];
        for (int t = 0; t < SAMPLES; t++) {
            double[][] jacobian = recording.jacobian(t);
            for (int j = 0; j < truth.length; j++) {
                for (int i = 0; i < truth[j].length; i++) {
                    found[j][i] |= jacobian[i][j] != 0;
                }
            }
        }
        assertThat(found).isDeepEqualTo(truth);
        int connected = 0;
        for (boolean[] row : truth) {
            for (boolean value : row) {
                connected += value ? 1 : 0;
            }
        }
        // Otherwise no score could be made of it.
        assertThat(connected).isPositive().isLessThan(truth.length * truth[0].length);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_scatter_about_the_response(LatentGenerator generator) {
        LatentRecording recording = generator.generate(4000, new SplittableRandom(4));
        int neurons = recording.response().neurons();
        double[] sum = new double[neurons];
        double[] squares = new double[neurons];
        for (int t = 0; t < recording.samples(); t++) {
            double[] expected = recording.response().expected(recording.latentsAt(t));
            for (int i = 0; i < neurons; i++) {
                double noise = recording.neurons().getDouble(t, i) - expected[i];
                sum[i] += noise;
                squares[i] += noise * noise;
            }
        }
        for (int i = 0; i < neurons; i++) {
            assertThat(Math.abs(sum[i])).isLessThanOrEqualTo(4.5 * Math.sqrt(squares[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_refuse_what_it_cannot_draw(LatentGenerator generator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.generate(1, new SplittableRandom(1)))
                .withMessage("samples must be at least 2, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.generate(Integer.MAX_VALUE, new SplittableRandom(1)))
                .withMessageMatching("samples must be at most \\d+ for \\d+ neurons, was \\d+");
        NeuralResponse response = generator.generate(10, new SplittableRandom(1)).response();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> response.expected(new double[3]))
                .withMessageMatching("z must hold \\d latents, held 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> response.jacobian(new double[9]))
                .withMessageMatching("z must hold \\d latents, held 9");
    }
}
