package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

class BaselineTest {
    private static final INDArray X = Models.uniform(51, 3, Models.T, Models.F);
    private static final Samples SAMPLES =
            Samples.of(Models.lstm(DataType.DOUBLE), X, new int[] {0, 1, 2});

    @TempDir Path folder;

    @Test
    void should_be_constant_where_it_says_so() {
        assertThat(values(Baseline.zeros())).hasSize(72).containsOnly(0);
        assertThat(values(Baseline.parse("-0.25"))).hasSize(72).containsOnly(-0.25);
    }

    @Test
    void should_draw_each_sample_its_own_uniform_noise() {
        double[] drawn = values(Baseline.uniform());

        assertThat(Arrays.stream(drawn)).allMatch(v -> v >= 0 && v < 1).doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.5, within(0.12));
        assertThat(Baseline.uniform().values(SAMPLES, Seed.of(2))).isNotEqualTo(drawn);
    }

    @Test
    void should_take_one_array_for_all_or_one_a_sample() {
        INDArray one = Models.uniform(52, Models.T, Models.F);
        INDArray each = Models.uniform(53, 3, Models.T, Models.F);
        double[] first = HostArray.doubles(one);

        double[] repeated = values(Baseline.of(one));

        assertThat(Arrays.copyOfRange(repeated, 0, 24)).isEqualTo(first);
        assertThat(Arrays.copyOfRange(repeated, 48, 72)).isEqualTo(first);
        assertThat(values(Baseline.of(one.reshape(1, Models.T, Models.F)))).isEqualTo(repeated);
        assertThat(values(Baseline.of(each))).isEqualTo(HostArray.doubles(each));
    }

    @Test
    void should_read_a_file_of_any_number_type() {
        Path file = folder.resolve("b.npy");
        NpyFile.write(file, X.slice(0).mul(10).castTo(DataType.INT));

        assertThat(values(Baseline.parse("@" + file)))
                .startsWith(HostArray.doubles(X.slice(0).mul(10).castTo(DataType.INT)));
    }

    @Test
    void should_average_over_examples_and_not_over_cells() {
        INDArray data = Models.uniform(54, 7, Models.T, Models.F);
        Path file = folder.resolve("train.npy");
        NpyFile.write(file, data);
        double[] mean = HostArray.doubles(data.mean(0));

        double[] values = values(Baseline.mean(data));

        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isCloseTo(mean[i % 24], within(1e-15));
        }
        assertThat(values(Baseline.parse("mean@" + file))).isEqualTo(values);
    }

    @Test
    void should_keep_the_array_it_was_given() {
        INDArray array = X.dup();
        Baseline baseline = Baseline.of(array);
        array.assign(7);

        assertThat(values(baseline)).isEqualTo(HostArray.doubles(X));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "uniform", "0.5", "-3.0", "@a/b.npy", "mean@train/x.npy"})
    void should_have_a_text_that_reads_back(String text) {
        assertThat(Baseline.parse(text)).hasToString(text).isEqualTo(Baseline.parse(text));
    }

    @Test
    void should_tell_arrays_in_memory_apart_by_their_text() {
        assertThat(Baseline.of(X)).isEqualTo(Baseline.of(X.dup('f')));
        assertThat(Baseline.of(X)).isNotEqualTo(Baseline.of(X.add(1e-9)));
        assertThat(Baseline.of(X).toString()).matches("array\\[3,6,4]#[0-9a-f]{12}");
    }

    @Test
    void should_refuse_what_does_not_fit() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.npy"), "not an array");
        INDArray holed = X.dup();
        holed.putScalar(new long[] {1, 0, 3}, Double.POSITIVE_INFINITY);

        refused(() -> Baseline.parse("zero"))
                .hasMessage(
                        "baseline must be zeros, uniform, a number, @file.npy or mean@data.npy,"
                                + " was 'zero'");
        refused(() -> Baseline.parse("@")).hasMessageContaining("names no file");
        refused(() -> Baseline.parse("NaN")).hasMessage("baseline must be finite, was NaN");
        refused(() -> Baseline.parse(Baseline.of(X).toString()))
                .hasMessageContaining("was given in memory");
        refused(() -> Baseline.parse(Baseline.mean(X).toString()))
                .hasMessageContaining("was given in memory");
        refused(() -> values(Baseline.file(folder.resolve("none.npy"))))
                .hasMessageStartingWith("cannot read ")
                .hasMessageContaining("none.npy");
        refused(() -> values(Baseline.file(garbage))).hasMessageContaining("garbage.npy");
        refused(() -> values(Baseline.file(folder))).hasMessageContaining("is a folder");
        refused(() -> values(Baseline.of(Models.uniform(1, 2, Models.T, Models.F))))
                .hasMessageContaining(
                        "must have shape [6, 4] (for all) or [3, 6, 4] (one a sample), has [2, 6,"
                                + " 4]");
        refused(() -> values(Baseline.of(holed)))
                .hasMessageContaining("must be finite, was Infinity at [1, 0, 3]");
        refused(() -> values(Baseline.mean(Models.uniform(1, 5, Models.F, Models.T))))
                .hasMessageContaining("examples of [6, 4], has [5, 4, 6]");
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("\n");
    }

    private static double[] values(Baseline baseline) {
        return baseline.values(SAMPLES, Seed.of(1));
    }
}
