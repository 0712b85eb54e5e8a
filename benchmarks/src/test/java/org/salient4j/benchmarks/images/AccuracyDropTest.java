package org.salient4j.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

class AccuracyDropTest {
    private static final Seed SEED = Seed.of(7);
    private static final PixelLayout GREY = new PixelLayout(1, 64);

    private static INDArray golden(String name) {
        try {
            return NpyFile.read(
                    Path.of(
                            AccuracyDropTest.class
                                    .getResource("/golden/accuracy_drop/" + name + ".npy")
                                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void should_remove_the_pixels_that_numpy_removes() {
        double[] image = HostArray.doubles(golden("image"));
        double[] saliency = HostArray.doubles(golden("saliency"));
        double[] black = HostArray.doubles(golden("true_mask"));
        double[] mean = HostArray.doubles(golden("mean_mask"));
        double[] counts = HostArray.doubles(golden("count"));
        for (int level = 1; level < DropCurve.LEVELS; level++) {
            int count = DropCurve.removed(level, 64);
            assertThat(count).isEqualTo((int) counts[level]);
            for (int i = 0; i < 2; i++) {
                int[] ranking = PixelRanking.of(saliency, 64 * i, GREY);
                assertThat(removed(image, i, ranking, count, PixelReplacement.corner()))
                        .containsExactly(of(black, level, i));
                assertThat(removed(image, i, ranking, count, PixelReplacement.mean()))
                        .usingComparatorWithPrecision(1e-12)
                        .containsExactly(of(mean, level, i));
            }
        }
        assertThat(DropCurve.removed(0, 64)).isZero();
    }

    private static double[] removed(
            double[] images, int image, int[] ranking, int count, PixelReplacement replacement) {
        double[] values = images.clone();
        double[] replacing = replacement.values(images, 64 * image, GREY, SEED);
        PixelReplacement.put(values, 64 * image, ranking, 0, count, replacing, GREY);
        return Arrays.copyOfRange(values, 64 * image, 64 * (image + 1));
    }

    private static double[] of(double[] levels, int level, int image) {
        int from = (2 * level + image) * 64;
        return Arrays.copyOfRange(levels, from, from + 64);
    }

    @Test
    void should_have_numpys_area() {
        double[] percent = HostArray.doubles(golden("accuracy"));
        List<Double> accuracy = Arrays.stream(percent).mapToObj(value -> value / 100).toList();
        assertThat(new DropCurve(accuracy, 5).area())
                .isCloseTo(golden("auc").getDouble(0), within(1e-9));
        assertThat(new DropCurve(Collections.nCopies(10, 1.0), 5).area())
                .isCloseTo(DropCurve.LARGEST_AREA, within(1e-9));
    }

    /** Says class 1 where the pixel at 13 of 20 is above 0. */
    private static final class OnePixel implements DifferentiableModel {
        private static final int SEEN = 13;

        @Override
        public long[] inputShape() {
            return new long[] {1, 4, 5};
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public DataType dataType() {
            return DataType.DOUBLE;
        }

        @Override
        public INDArray output(INDArray x) {
            double[] values = HostArray.doubles(x);
            double[] logits = new double[2 * (int) x.size(0)];
            for (int i = 0; i < x.size(0); i++) {
                logits[2 * i + 1] = values[20 * i + SEEN];
            }
            return HostArray.of(logits, DataType.DOUBLE, x.size(0), 2);
        }

        @Override
        public INDArray gradient(INDArray x, int[] targets, Output output) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SDVariable output(SameDiff graph, SDVariable x) {
            throw new UnsupportedOperationException();
        }
    }

    private static Examples images(int count) {
        double[] values = new double[20 * count];
        Arrays.fill(values, 1);
        for (int i = 0; i < count; i++) {
            values[20 * i] = -2; // the corner
        }
        int[] labels = new int[count];
        Arrays.fill(labels, 1);
        return new Examples(HostArray.of(values, DataType.DOUBLE, count, 1, 4, 5), labels);
    }

    /** Rankings in which the pixel that is seen has a rank. */
    private static int[] ranking(int rank) {
        List<Integer> pixels = new java.util.ArrayList<>(IntStream.range(0, 20).boxed().toList());
        pixels.remove(Integer.valueOf(OnePixel.SEEN));
        pixels.add(rank, OnePixel.SEEN);
        return pixels.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void should_drop_where_the_pixel_that_matters_is_removed() {
        // 2 pixels a level: rank 0 goes at 10 %, rank 5 at 30 %, rank 19 never.
        AccuracyDrop drop = new AccuracyDrop(new OnePixel(), PixelReplacement.corner(), SEED);
        drop.add(images(2), new int[][] {ranking(0), ranking(5)});
        drop.add(images(2), new int[][] {ranking(19), ranking(6)});
        assertThat(drop.curve().images()).isEqualTo(4);
        assertThat(drop.curve().accuracy())
                .containsExactly(1.0, 0.75, 0.75, 0.5, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25);
        // In % over %: (100 + 75) / 2 * 10 + 750 + ... by hand.
        assertThat(drop.curve().area()).isCloseTo(875 + 750 + 625 + 375 + 5 * 250, within(1e-9));
    }

    @Test
    void should_keep_what_is_replaced_by_what_looks_the_same() {
        AccuracyDrop constant =
                new AccuracyDrop(new OnePixel(), PixelReplacement.constant(3), SEED);
        constant.add(images(1), new int[][] {ranking(0)});
        assertThat(constant.curve().accuracy()).containsOnly(1.0);
        // The mean of nineteen 1 and one -2 is above 0.
        AccuracyDrop mean = new AccuracyDrop(new OnePixel(), PixelReplacement.mean(), SEED);
        mean.add(images(1), new int[][] {ranking(0)});
        assertThat(mean.curve().accuracy()).containsOnly(1.0);
        AccuracyDrop far = new AccuracyDrop(new OnePixel(), PixelReplacement.noise(-10), SEED);
        far.add(images(1), new int[][] {ranking(0)});
        assertThat(far.curve().accuracy()).containsSequence(1.0, 0.0);
    }

    @Test
    void should_not_depend_on_the_parts() {
        Examples four = images(4);
        int[][] rankings = {ranking(3), ranking(7), ranking(11), ranking(15)};
        AccuracyDrop whole = new AccuracyDrop(new OnePixel(), PixelReplacement.noise(0), SEED);
        whole.add(four, rankings);
        AccuracyDrop parts = new AccuracyDrop(new OnePixel(), PixelReplacement.noise(0), SEED);
        parts.add(four.range(0, 1), Arrays.copyOfRange(rankings, 0, 1));
        parts.add(four.range(1, 4), Arrays.copyOfRange(rankings, 1, 4));
        assertThat(parts.curve()).isEqualTo(whole.curve());
    }

    @Test
    void should_rank_pixels_by_the_magnitude_of_the_mean_over_channels() {
        // Two channels of three pixels: means 0, -3, 2.
        double[] map = {5, -1, 2, -5, -5, 2};
        assertThat(PixelRanking.of(map, 0, new PixelLayout(2, 3))).containsExactly(1, 2, 0);
        assertThat(PixelRanking.of(new double[4], 0, new PixelLayout(1, 4)))
                .containsExactly(0, 1, 2, 3);
        int[] random = PixelRanking.random(GREY, SEED);
        assertThat(random).containsExactlyInAnyOrder(IntStream.range(0, 64).toArray());
        assertThat(random).isNotEqualTo(PixelRanking.random(GREY, SEED.child(1)));
    }

    @Test
    void should_replace_all_channels_each_by_its_own() {
        PixelLayout layout = new PixelLayout(2, 2);
        double[] image = {1, 3, 10, 30};
        assertThat(PixelReplacement.corner().values(image, 0, layout, SEED))
                .containsExactly(1, 1, 10, 10);
        assertThat(PixelReplacement.mean().values(image, 0, layout, SEED))
                .containsExactly(2, 2, 20, 20);
    }

    @Test
    void should_read_what_it_writes_and_nothing_else() {
        for (String text : List.of("corner", "mean", "constant:-0.5", "noise:10.0")) {
            assertThat(PixelReplacement.parse(text)).hasToString(text);
        }
        for (String text : List.of("black", "mean:1", "constant", "constant:x", "noise:Infinity")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> PixelReplacement.parse(text));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PixelReplacement.parse("black"))
                .withMessage(
                        "a replacement must be corner, mean, constant:X or noise:X, was 'black'");
    }
}
