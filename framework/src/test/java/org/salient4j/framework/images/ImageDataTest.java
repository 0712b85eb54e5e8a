package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

class ImageDataTest {
    private static final ImageShape SHAPE = new ImageShape(3, 1, 2);
    private static final List<String> CLASSES = List.of("a", "b");

    private final ImageData images =
            new PixelImages(
                    SHAPE,
                    CLASSES,
                    new byte[] {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, (byte) 255, 7, 7, 7, 7, 7, 7},
                    new int[] {0, 1, 1});

    @Test
    void should_give_examples_in_the_order_asked_for() {
        Examples examples = images.examples(1, 0, 1);
        assertThat(examples.x().shape()).containsExactly(3, 3, 1, 2);
        assertThat(examples.x().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(examples.x().getFloat(0, 0, 0, 1)).isEqualTo(11 / 255f);
        assertThat(examples.x().getFloat(0, 2, 0, 1)).isEqualTo(1f);
        assertThat(examples.x().getFloat(1, 1, 0, 0)).isEqualTo(2 / 255f);
        assertThat(examples.labels()).containsExactly(1, 0, 1);
        assertThat(images.examples().size()).isEqualTo(3);
    }

    @Test
    void should_select() {
        ImageData selected = images.select(2, 0);
        assertThat(selected.labels()).containsExactly(1, 0);
        assertThat(selected.classes()).isEqualTo(CLASSES);
        assertThat(selected.examples().x()).isEqualTo(images.examples(2, 0).x());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> images.select(3))
                .withMessage("image numbers must be in [0, 3), was 3");
    }

    @Test
    void should_refuse_an_array_that_does_not_fit_in_memory() {
        ImageData large =
                new FloatImages(
                        new ImageShape(3, 224, 224), CLASSES, new float[150528], new int[] {0});
        int[] many = new int[38518];
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> large.examples(many))
                .withMessage(
                        "38518 images of 3 x 224 x 224 need 23.2 GB as one array, more than 2: read"
                                + " them batch by batch, or select fewer");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> large.examples(new int[0]))
                .withMessageContaining("at least one image is needed");
    }

    @Test
    void should_normalize_as_torchvision_does() {
        ImageShape shape = new ImageShape(3, 30, 40);
        ImageData picture =
                new PixelImages(
                        shape, CLASSES, ImageFiles.golden("colour-png-as-rgb"), new int[] {0});
        float[] found = new float[shape.values()];
        Normalization.IMAGENET.apply(picture).read(0, found);
        assertThat(found)
                .isEqualTo(
                        HostArray.floats(NpyFile.read(ImageFiles.path("/images/normalized.npy"))));
    }

    @Test
    void should_fit_mean_and_deviation_of_each_channel() {
        Normalization fitted = Normalization.of(images);
        // Channel 0 holds 0, 1, 10, 11, 7, 7: mean 6, variance 320/6 - 36.
        assertThat(fitted.mean().get(0)).isCloseTo(6 / 255.0, within(1e-8));
        assertThat(fitted.deviation().get(0))
                .isCloseTo(Math.sqrt(320 / 6.0 - 36) / 255, within(1e-8));
        double mean = fitted.apply(images).examples().x().meanNumber().doubleValue();
        assertThat(mean).isCloseTo(0, within(1e-6));
    }

    @Test
    void should_refuse_a_normalization_that_divides_by_nothing() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Normalization.of(images.select(2)))
                .withMessageStartingWith("deviation must be greater than 0, was ");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Normalization.MNIST.apply(images))
                .withMessage("images have 3 channels, the normalization 1");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Normalization(List.of(0.5), List.of(1.0, 1.0)))
                .withMessage("mean and deviation need one value a channel, had 1 and 2");
    }

    @Test
    void should_refuse_parts_that_differ() {
        ImageData other =
                new PixelImages(new ImageShape(3, 2, 1), CLASSES, new byte[6], new int[] {0});
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new ImageDataset(
                                        "data", Map.of(Split.TRAIN, images, Split.TEST, other)))
                .withMessage(
                        "data: the images of test are 3 x 2 x 1, others are 3 x 1 x 2: give a size"
                                + " to resize to");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageDataset("data", Map.of()))
                .withMessage("data needs at least one of train, validation and test");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageDataset("data", Map.of(Split.TEST, images)).train())
                .withMessage("data has no train part");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new PixelImages(SHAPE, CLASSES, new byte[6], new int[] {2}))
                .withMessage("label 2 of image 0 has no class: there are 2");
    }

    @Test
    void should_refuse_options_that_cannot_be() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageOptions(4, null, false, 1))
                .withMessage("channels must be 1 (grey) or 3 (red, green, blue), was 4");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImageOptions.rgb().withMemory(-1))
                .withMessage("memory must not be negative, was -1");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImageOptions.rgb().resizedTo(0, 7))
                .withMessage("height and width must be at least 1, were 0 and 7");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageShape(1, 0, 7))
                .withMessage("height must be at least 1, was 0");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImageShape(3, 40_000, 40_000))
                .withMessageContaining("is too large");
    }
}
