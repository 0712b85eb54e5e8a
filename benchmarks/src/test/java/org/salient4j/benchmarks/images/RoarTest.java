package org.salient4j.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.images.ImageData;
import org.salient4j.framework.io.Json;

class RoarTest {
    private static final Map<String, String> SMALL =
            Map.of("trainImages", "100", "testImages", "40", "options.epochs", "2");

    private static Roar roar(List<String> methods, List<Integer> levels) {
        return new Roar(
                "quick",
                ImageSource.drawn(),
                Images.MNIST_CNN,
                methods,
                List.of(ImageTraining.STANDARD),
                levels,
                PixelReplacement.mean(),
                1,
                SMALL);
    }

    private static RoarResult run(Roar roar, RoarCell cell) throws Exception {
        RoarCell small =
                new RoarCell(
                        cell.data(),
                        cell.network(),
                        Json.tree(SmallCells.NETWORK),
                        cell.method(),
                        cell.training(),
                        cell.tenths(),
                        cell.replacement(),
                        cell.seed(),
                        cell.setup());
        return roar.run(small, SmallCells.context());
    }

    @Test
    void should_retrain_on_what_is_left() throws Exception {
        Roar roar = roar(List.of("gradient", "random"), List.of(0, 8));
        assertThat(roar.cells()).hasSize(4);
        RoarResult nothing = run(roar, roar.cells().get(0));
        assertThat(nothing.epochs()).isZero();
        // Nothing is removed, so nothing is replaced and the network is the one that was explained.
        assertThat(nothing.kept().values()).containsOnly(nothing.retrained());
        RoarResult removed = run(roar, roar.cells().get(1));
        assertThat(removed.epochs()).isEqualTo(2);
        assertThat(removed.trainImages()).isEqualTo(100);
        assertThat(removed.kept()).containsOnlyKeys("corner", "mean");
        assertThat(Json.canonical(run(roar, roar.cells().get(1)).kept()))
                .isEqualTo(Json.canonical(removed.kept()));
        assertThat(run(roar, roar.cells().get(2)).retrained()).isEqualTo(nothing.retrained());
    }

    @Test
    void should_replace_as_images_are_read() {
        Examples two =
                new Examples(
                        HostArray.of(
                                new double[] {1, 2, 3, 6, 10, 20, 30, 40},
                                DataType.FLOAT,
                                2,
                                1,
                                2,
                                2),
                        new int[] {0, 1});
        ImageData images = ImageData.of(two, List.of("a", "b"));
        List<BitSet> removed =
                List.of(
                        RemovedPixels.top(new int[] {3, 1, 0, 2}, 2),
                        RemovedPixels.top(new int[] {0, 1, 2, 3}, 0));
        ImageData left = RemovedPixels.from(images, removed, PixelReplacement.mean(), Seed.of(1));
        float[] image = new float[4];
        left.read(0, image);
        assertThat(image).containsExactly(1, 3, 3, 3);
        left.read(1, image);
        assertThat(image).containsExactly(10, 20, 30, 40);
        assertThat(left.labels()).containsExactly(0, 1);
    }

    @Test
    void should_refuse_what_cannot_be() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> roar(List.of("gradient"), List.of(3, 1)))
                .withMessage("levels must rise, were [3, 1]");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> roar(List.of("gradient"), List.of(0, 10)))
                .withMessage("levels must be in [0, 9], were [0, 10]");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new Roar(
                                        "quick",
                                        ImageSource.mnist(),
                                        "tcn/mnist-series",
                                        List.of("gradient"),
                                        List.of(ImageTraining.STANDARD),
                                        List.of(0),
                                        PixelReplacement.mean(),
                                        1,
                                        Map.of()))
                .withMessageContaining("reads images as series");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new Roar(
                                        "quick",
                                        ImageSource.mnist(),
                                        "mnist-cnn",
                                        List.of("gradient"),
                                        List.of(ImageTraining.FINE_TUNED),
                                        List.of(0),
                                        PixelReplacement.mean(),
                                        1,
                                        Map.of()))
                .withMessageContaining("retraining begins at the start");
    }
}
