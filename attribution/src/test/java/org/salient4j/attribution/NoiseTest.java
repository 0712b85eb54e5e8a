package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

class NoiseTest {
    private static final INDArray X = Models.uniform(61, 2, Models.T, Models.F);
    private static final Samples SAMPLES =
            Samples.of(Models.lstm(DataType.DOUBLE), X, new int[] {0, 1});
    private static final double[] SIGMA = {2, 0.5};

    @Test
    void should_have_the_mean_and_deviation_asked_for() {
        Noise.Draws draws = Noise.gaussian().draws(SAMPLES, 2000, SIGMA, Seed.of(1));

        for (int b = 0; b < 2; b++) {
            double sum = 0;
            double square = 0;
            for (int i = 0; i < 2000; i++) {
                for (double v : draw(draws, b, i)) {
                    sum += v;
                    square += v * v;
                }
            }
            // 48,000 draws: standard errors are 0.5 % and 0.3 % of sigma.
            assertThat(sum / 48_000 / SIGMA[b]).isCloseTo(0, within(0.02));
            assertThat(Math.sqrt(square / 48_000) / SIGMA[b]).isCloseTo(1, within(0.02));
        }
    }

    @Test
    void should_draw_the_first_ones_alike_however_many_follow() {
        Noise.Draws few = Noise.gaussian().draws(SAMPLES, 2, SIGMA, Seed.of(1));
        Noise.Draws many = Noise.gaussian().draws(SAMPLES, 50, SIGMA, Seed.of(1));

        assertThat(draw(few, 1, 1)).isEqualTo(draw(many, 1, 1));
        assertThat(draw(few, 1, 0)).isNotEqualTo(draw(few, 1, 1));
        assertThat(draw(few, 0, 0)).isNotEqualTo(draw(few, 1, 0));
    }

    @Test
    void should_add_given_noise_as_it_is() {
        INDArray given = Models.uniform(62, 3, 2, Models.T, Models.F);

        Noise.Draws draws = Noise.of(given).draws(SAMPLES, 3, SIGMA, Seed.of(1));

        assertThat(draw(draws, 1, 2)).isEqualTo(HostArray.doubles(given.slice(2).slice(1).dup()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "@noise.npy"})
    void should_have_a_text_that_reads_back(String text) {
        assertThat(Noise.parse(text)).hasToString(text).isEqualTo(Noise.parse(text));
    }

    @Test
    void should_refuse_what_does_not_fit() {
        INDArray given = Models.uniform(62, 3, 2, Models.T, Models.F);

        assertThatThrownBy(() -> Noise.parse("laplace"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("noise must be gaussian or @file.npy, was 'laplace'");
        assertThatThrownBy(() -> Noise.parse(Noise.of(given).toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("was given in memory");
        assertThatThrownBy(() -> Noise.of(given).draws(SAMPLES, 5, SIGMA, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "must have shape [5, 2, 6, 4] (draws, samples, ..), has [3, 2, 6, 4]");
        Noise missing = Noise.file(Path.of("no-such.npy"));
        assertThatThrownBy(() -> missing.draws(SAMPLES, 5, SIGMA, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no-such.npy");
    }

    private static double[] draw(Noise.Draws draws, int sample, int i) {
        double[] row = new double[Models.CELLS];
        draws.addTo(sample, i, row);
        return row;
    }
}
