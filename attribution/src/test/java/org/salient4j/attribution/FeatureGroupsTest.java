package org.salient4j.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.ExplainGraphs;
import org.salient4j.framework.network.Output;

class FeatureGroupsTest {
    private static final int[] TARGETS = {2, 0};
    private static final INDArray X = Models.uniform(61, 2, Models.T, Models.F);
    private static final DifferentiableModel MODEL = Models.lstm(DataType.DOUBLE);

    @TempDir Path folder;

    @Test
    void should_group_the_cells_of_series() {
        assertThat(groups(FeatureGroups.cells(), 3, 2))
                .isEqualTo(new int[][] {{0}, {1}, {2}, {3}, {4}, {5}});
        assertThat(groups(FeatureGroups.positions(), 3, 2))
                .isEqualTo(new int[][] {{0, 1}, {2, 3}, {4, 5}});
        assertThat(groups(FeatureGroups.features(), 3, 2))
                .isEqualTo(new int[][] {{0, 2, 4}, {1, 3, 5}});
        assertThat(groups(FeatureGroups.positions(2), 3, 2))
                .isEqualTo(new int[][] {{0, 1}, {2, 3}});
    }

    @Test
    void should_group_the_cells_of_images_and_of_neurons() {
        assertThat(groups(FeatureGroups.positions(), 2, 1, 2))
                .isEqualTo(new int[][] {{0, 2}, {1, 3}});
        assertThat(groups(FeatureGroups.features(), 2, 1, 2))
                .isEqualTo(new int[][] {{0, 1}, {2, 3}});
        assertThat(groups(FeatureGroups.features(), 3)).isEqualTo(new int[][] {{0}, {1}, {2}});
        assertThat(groups(FeatureGroups.positions(), 3)).isEqualTo(new int[][] {{0, 1, 2}});
    }

    /** Words of two and four steps, with padding behind them. */
    @Test
    void should_leave_out_one_word_after_another_and_no_padding() {
        FeatureGroups words = FeatureGroups.positions(2, 4);

        INDArray values =
                new FeatureAblation().of(words).attribute(MODEL, X, TARGETS, Seed.of(1)).values();

        INDArray f = MODEL.output(X);
        for (int t = 0; t < Models.T; t++) {
            INDArray without = X.dup();
            for (int b = 0; b < 2; b++) {
                without.slice(b).putRow(t, Nd4j.zeros(DataType.DOUBLE, Models.F));
            }
            INDArray lost = f.sub(MODEL.output(without));
            for (int b = 0; b < 2; b++) {
                double expected = t < (b == 0 ? 2 : 4) ? lost.getDouble(b, TARGETS[b]) : 0;
                for (int d = 0; d < Models.F; d++) {
                    assertThat(values.getDouble(b, t, d)).isCloseTo(expected, within(1e-13));
                }
            }
        }
    }

    /** The padding keeps its values in the baseline, so words sum to what they alone change. */
    @Test
    void should_share_the_output_between_words_alone() {
        Attribution a =
                new ShapleyValueSampling(
                                7,
                                Output.LOGIT,
                                Baseline.zeros(),
                                FeatureGroups.positions(2, 4),
                                GroupShare.EVEN)
                        .attribute(MODEL, X, TARGETS, Seed.of(1));

        INDArray without = X.dup();
        for (int b = 0; b < 2; b++) {
            for (int t = 0; t < (b == 0 ? 2 : 4); t++) {
                without.slice(b).putRow(t, Nd4j.zeros(DataType.DOUBLE, Models.F));
            }
        }
        INDArray change = MODEL.output(X).sub(MODEL.output(without));
        for (int b = 0; b < 2; b++) {
            INDArray steps = a.values().slice(b).sum(1);
            int words = b == 0 ? 2 : 4;
            double[] sums = HostArray.doubles(steps);
            assertThat(Arrays.stream(sums).sum())
                    .isCloseTo(change.getDouble(b, TARGETS[b]), within(1e-13));
            assertThat(Arrays.copyOfRange(sums, words, Models.T)).containsOnly(0);
            assertThat(Arrays.copyOfRange(sums, 0, words)).doesNotContain(0);
        }
        assertThat(a.convergenceDelta().orElseThrow())
                .containsExactly(new double[2], within(1e-13));
    }

    /** No words at all: nothing is asked, nothing is attributed. */
    @Test
    void should_take_a_sample_without_words() {
        Attribution a =
                new ShapleyValueSampling()
                        .of(FeatureGroups.positions(0, 3))
                        .attribute(MODEL, X, TARGETS, Seed.of(1));

        assertThat(HostArray.doubles(a.values().slice(0))).containsOnly(0);
    }

    @Test
    void should_take_other_groups_for_each_sample_from_a_file() {
        INDArray numbers = Nd4j.zeros(DataType.DOUBLE, 2, Models.T, Models.F).subi(1);
        numbers.putScalar(new int[] {0, 1, 1}, 9);
        numbers.putScalar(new int[] {0, 2, 2}, 9);
        numbers.putScalar(new int[] {1, 5, 3}, 0);
        Path file = folder.resolve("groups.npy");
        NpyFile.write(file, numbers);

        CellGroups groups = FeatureGroups.parse("@" + file).groups(Samples.of(MODEL, X));

        assertThat(groups.of(0)).isEqualTo(new int[][] {{5, 10}});
        assertThat(groups.of(1)).isEqualTo(new int[][] {{23}});
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells", "features", "positions", "positions:5", "positions:5,6,0"})
    void should_be_read_as_it_is_written(String text) {
        assertThat(FeatureGroups.parse(text)).hasToString(text);
        assertThat(FeatureGroups.parse(text)).isEqualTo(FeatureGroups.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "words|groups must be cells, features, positions, positions:12,9 or @groups.npy",
                "positions:|groups must be cells",
                "positions:-1|groups must be cells",
                "positions:99999999999|groups 'positions:99999999999' have a length that is too",
                "@|groups '@' names no file",
                "array[2]#0|groups 'array[2]#0' were given in memory",
            })
    void should_refuse_texts_that_name_no_groups(String text, String message) {
        assertThatThrownBy(() -> FeatureGroups.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void should_refuse_groups_that_do_not_fit_the_samples() {
        refused(FeatureGroups.positions(1, 2, 3), "have lengths for 3 samples, found 2 samples");
        refused(FeatureGroups.positions(2, 7), "have length 7 for sample 1, which has 6 positions");
        refused(FeatureGroups.of(Nd4j.zeros(DataType.DOUBLE, 4, 6)), "must have shape [6, 4]");
        refused(
                FeatureGroups.of(Nd4j.zeros(DataType.DOUBLE, 6, 4).addi(0.5)),
                "must be whole numbers, found 0.5");
        assertThatThrownBy(() -> FeatureGroups.positions(-1))
                .hasMessage("lengths must be at least 0, at least one of them, were [-1]");
    }

    private static void refused(FeatureGroups groups, String message) {
        assertThatThrownBy(
                        () ->
                                new FeatureAblation()
                                        .of(groups)
                                        .attribute(MODEL, X, TARGETS, Seed.of(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private static int[][] groups(FeatureGroups groups, long... example) {
        DifferentiableModel model =
                new ExplainGraphs(example, 1, DataType.DOUBLE, (graph, x) -> x.sum(true, 1));
        long[] batch = new long[example.length + 1];
        batch[0] = 1;
        System.arraycopy(example, 0, batch, 1, example.length);
        return groups.groups(Samples.of(model, Nd4j.zeros(DataType.DOUBLE, batch))).of(0);
    }
}
