package org.salient4j.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.images.ImageOptions;
import org.salient4j.framework.images.ImageShape;
import org.salient4j.framework.io.Json;

/** Small networks on drawn images, trained and measured for real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesTest {
    private static final Map<String, String> SMALL =
            Map.of(
                    "trainImages", "120",
                    "testImages", "40",
                    "options.epochs", "2",
                    "fineTuning.epochs", "1",
                    "explained", "30",
                    "explainedByAll", "20",
                    "shown", "2");

    private final Map<ImageTraining, ImagesResult> results = new EnumMap<>(ImageTraining.class);

    @BeforeAll
    void train() throws Exception {
        for (ImageTraining training : ImageTraining.values()) {
            ImagesCell cell = SmallCells.cell(training, SMALL);
            results.put(training, SmallCells.images(SMALL).run(cell, SmallCells.context()));
        }
    }

    @Test
    void should_train_as_it_says() {
        ImagesResult standard = results.get(ImageTraining.STANDARD);
        assertThat(standard.trainImages()).isEqualTo(120);
        assertThat(standard.testImages()).isEqualTo(40);
        assertThat(standard.updates()).isEqualTo(2 * 4);
        assertThat(standard.history().get(0).losses()).containsOnlyKeys("ce", "total");
        ImagesResult guided = results.get(ImageTraining.SALIENCY_GUIDED);
        assertThat(guided.history().get(0).losses()).containsOnlyKeys("ce", "kl", "total");
        assertThat(guided.standardEpochs()).isZero();
        ImagesResult tuned = results.get(ImageTraining.FINE_TUNED);
        assertThat(tuned.epochs()).isEqualTo(3);
        assertThat(tuned.standardEpochs()).isEqualTo(2);
        assertThat(tuned.updates()).isEqualTo(3 * 4);
        // It starts where the standard network ended.
        assertThat(tuned.history().subList(0, 2)).hasToString(standard.history().toString());
        assertThat(tuned.history().get(2).losses()).containsKey("kl");
    }

    @Test
    void should_measure_curves_of_every_method_and_of_random_rankings() {
        for (ImagesResult result : results.values()) {
            assertThat(result.drops()).containsOnlyKeys("gradient", "smooth-grad", "random");
            result.drops()
                    .forEach(
                            (method, curves) -> {
                                assertThat(curves).containsOnlyKeys("corner", "mean");
                                int images = method.equals("smooth-grad") ? 20 : 30;
                                assertThat(curves.get("mean").images()).isEqualTo(images);
                            });
            double whole = result.drops().get("gradient").get("mean").accuracy().get(0);
            assertThat(result.drops().get("random").get("corner").accuracy().get(0))
                    .isEqualTo(whole);
            assertThat(result.gradients().images()).isEqualTo(20);
            assertThat(result.gradients().sparsity().gini()).isBetween(0.2, 1.0);
            assertThat(result.images()).hasSize(2);
            assertThat(result.maps().get("smooth-grad")).hasSize(2);
            assertThat(result.truth().get("gradient").get("roc-auc")).isBetween(0.0, 1.0);
            assertThat(result.refused()).isEmpty();
        }
    }

    @Test
    void should_come_out_the_same_again_and_from_its_file() throws Exception {
        ImagesCell cell = SmallCells.cell(ImageTraining.FINE_TUNED, SMALL);
        ImagesResult again = SmallCells.images(SMALL).run(cell, SmallCells.context());
        ImagesResult first = results.get(ImageTraining.FINE_TUNED);
        assertThat(again.drops()).isEqualTo(first.drops());
        assertThat(again.gradients()).isEqualTo(first.gradients());
        assertThat(again.testLoss()).isEqualTo(first.testLoss());
        ImagesResult read = Json.convert(Json.tree(first), ImagesResult.class, "it");
        assertThat(Json.canonical(read)).isEqualTo(Json.canonical(first));
        assertThat(Json.convert(Json.tree(cell), ImagesCell.class, "it")).isEqualTo(cell);
    }

    @Test
    void should_fit_networks_to_images() {
        assertThat(
                        ImageNetworkTraining.fitted("mnist-cnn", new ImageShape(3, 32, 32), 7)
                                .inputShape())
                .containsExactly(3, 32, 32);
        assertThat(
                        ImageNetworkTraining.fitted(
                                        "tcn/mnist-series", new ImageShape(1, 28, 20), 10)
                                .inputShape())
                .containsExactly(20, 28);
        for (String network : Images.SERIES) {
            assertThat(
                            ImageNetworkTraining.fitted(network, new ImageShape(1, 28, 28), 10)
                                    .outputs())
                    .isEqualTo(10);
        }
    }

    @Test
    void should_refuse_what_cannot_be(@TempDir Path folder) {
        assertRefused(Map.of("options.patience", "5"), "test images choose nothing");
        assertRefused(Map.of("explainedByAll", "300"), "explainedByAll must be in [1, explained]");
        assertRefused(Map.of("replacements", "black"), "a replacement must be corner");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> ImageSource.of(folder.resolve("none").toString(), ImageOptions.rgb()))
                .withMessage(
                        folder.resolve("none")
                                + " is no folder or file, nor one of mnist, fashion-mnist,"
                                + " generated-shapes");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new Images(
                                        "usual",
                                        List.of(ImageSource.mnist()),
                                        List.of("mnist-cnn"),
                                        List.of(ImageTraining.STANDARD),
                                        1,
                                        List.of("gradiant"),
                                        Map.of()))
                .withMessageContaining("gradient");
    }

    private static void assertRefused(Map<String, String> changes, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SmallCells.images(changes))
                .withMessageContaining(message);
    }

    @Test
    void should_train_on_augmented_images_and_measure_on_images_as_they_are() throws Exception {
        Map<String, String> augmented = new HashMap<>(SMALL);
        augmented.put("augmentation", "flips-and-crops");
        augmented.put("explained", "5");
        augmented.put("explainedByAll", "5");
        ImagesResult result =
                SmallCells.images(augmented)
                        .run(
                                SmallCells.cell(ImageTraining.STANDARD, augmented),
                                SmallCells.context());
        ImagesResult plain = results.get(ImageTraining.STANDARD);
        assertThat(result.history()).isNotEqualTo(plain.history());
        assertThat(result.images()).hasToString(plain.images().toString());
    }

    @Test
    void should_refuse_to_augment_series() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new Images(
                                        "usual",
                                        List.of(ImageSource.drawn()),
                                        List.of(Images.MNIST_CNN, "tcn/mnist-series"),
                                        List.of(ImageTraining.STANDARD),
                                        1,
                                        List.of(),
                                        Map.of("augmentation", "FLIPS_AND_CROPS")))
                .withMessage(
                        "tcn/mnist-series reads images as series, which are not augmented: leave out"
                                + " this network or set augmentation=none");
    }
}
