package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

class BaselinePoolTest {
    private static final INDArray X = Models.uniform(51, 3, Models.T, Models.F);
    private static final Samples SAMPLES =
            Samples.of(Models.lstm(DataType.DOUBLE), X, new int[] {0, 1, 2});

    @TempDir Path folder;

    @Test
    void should_draw_noise_from_the_seed_alone() {
        Samples one =
                Samples.of(
                        Models.lstm(DataType.DOUBLE),
                        X.get(NDArrayIndex.interval(1, 2)),
                        new int[] {0});
        BaselinePool pool = BaselinePool.uniform(40);

        double[] drawn = pool.members(SAMPLES, Seed.of(1)).values();

        assertThat(drawn).hasSize(40 * Models.CELLS).doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn)).allMatch(v -> v >= 0 && v < 1);
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.5, within(0.04));
        assertThat(pool.members(one, Seed.of(1)).values()).isEqualTo(drawn);
        assertThat(pool.members(SAMPLES, Seed.of(2)).values()).isNotEqualTo(drawn);
        assertThat(BaselinePool.uniform(2).members(SAMPLES, Seed.of(1)).values())
                .isEqualTo(Arrays.copyOf(drawn, 2 * Models.CELLS));
    }

    @Test
    void should_share_a_given_array_between_samples() {
        INDArray array = Models.uniform(52, 5, Models.T, Models.F);
        Path file = folder.resolve("pool.npy");
        NpyFile.write(file, array);

        BaselinePool.Members members = members(BaselinePool.parse("@" + file));

        assertThat(members.size()).isEqualTo(5);
        assertThat(cells(members, 2, 3)).isEqualTo(HostArray.doubles(array.slice(3).dup()));
        assertThat(members(BaselinePool.of(array.slice(0).dup())).size()).isEqualTo(1);
        array.assign(0);
        assertThat(cells(members(BaselinePool.file(file)), 0, 3)).isEqualTo(cells(members, 2, 3));
    }

    @Test
    void should_draw_different_rows_of_a_data_set() {
        INDArray data = Models.uniform(53, 7, Models.T, Models.F);
        Set<Double> rows = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            rows.add(data.getDouble(i, 0, 0));
        }

        BaselinePool.Members some = members(BaselinePool.rows(4, data));
        BaselinePool.Members all = members(BaselinePool.rows(20, data));

        Set<Double> drawn = new HashSet<>();
        for (int p = 0; p < 4; p++) {
            drawn.add(cells(some, 0, p)[0]);
        }
        assertThat(some.size()).isEqualTo(4);
        assertThat(drawn).hasSize(4);
        assertThat(rows).containsAll(drawn);
        assertThat(all.size()).isEqualTo(7);
    }

    @Test
    void should_take_the_samples_themselves_or_a_single_baseline() {
        BaselinePool.Members samples = members(BaselinePool.samples());
        BaselinePool.Members uniform = members(BaselinePool.of(Baseline.uniform()));

        assertThat(samples.size()).isEqualTo(3);
        assertThat(cells(samples, 0, 2)).isEqualTo(HostArray.doubles(X.slice(2).dup()));
        assertThat(members(BaselinePool.parse("0.5")).size()).isEqualTo(1);
        assertThat(cells(uniform, 0, 0)).isNotEqualTo(cells(uniform, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uniform:50",
                "samples",
                "zeros",
                "0.5",
                "uniform",
                "@a/b.npy",
                "20@train/x.npy",
                "mean@x.npy"
            })
    void should_have_a_text_that_reads_back(String text) {
        assertThat(BaselinePool.parse(text)).hasToString(text).isEqualTo(BaselinePool.parse(text));
    }

    @Test
    void should_refuse_what_does_not_fit() {
        INDArray holed = X.dup();
        holed.putScalar(new long[] {1, 0, 3}, Double.NaN);

        refused(() -> BaselinePool.parse("uniform:0"))
                .hasMessage("pool 'uniform:0' must hold at least 1 baseline, was 0");
        refused(() -> BaselinePool.parse("uniform:many")).hasMessageContaining("whole number");
        refused(() -> BaselinePool.parse("0@x.npy")).hasMessageContaining("at least 1 baseline");
        refused(() -> BaselinePool.parse("noise"))
                .hasMessage(
                        "pool must be uniform:50, @pool.npy, 20@data.npy, samples or a single"
                                + " baseline (zeros, uniform, a number, mean@data.npy), was"
                                + " 'noise'");
        refused(() -> BaselinePool.parse("@")).hasMessageContaining("names no file");
        refused(() -> BaselinePool.parse(BaselinePool.of(X).toString()))
                .hasMessageContaining("was given in memory");
        refused(() -> BaselinePool.parse(BaselinePool.rows(3, X).toString()))
                .hasMessageContaining("was given in memory");
        refused(() -> members(BaselinePool.file(folder.resolve("none.npy"))))
                .hasMessageContaining("none.npy");
        refused(() -> members(BaselinePool.of(Models.uniform(1, 5, Models.F, Models.T))))
                .hasMessageContaining(
                        "must have shape [P, ..] with baselines of [6, 4], has [5, 4, 6]");
        refused(() -> members(BaselinePool.of(holed)))
                .hasMessageContaining("must be finite, was NaN at [1, 0, 3]");
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("\n");
    }

    private static BaselinePool.Members members(BaselinePool pool) {
        return pool.members(SAMPLES, Seed.of(1));
    }

    private static double[] cells(BaselinePool.Members members, int sample, int member) {
        int from = members.offset(sample, member);
        return Arrays.copyOfRange(members.values(), from, from + Models.CELLS);
    }
}
