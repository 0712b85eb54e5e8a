package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.zoo.CnnClassifier;

class AugmentationsTest {
    private static final ImageShape SHAPE = new ImageShape(2, 2, 3);
    private static final float[] IMAGE = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};
    private static final int DRAWS = 9000;

    @Test
    void should_mirror_half_of_the_images_left_to_right() {
        Map<List<Float>, Integer> seen = counts(new RandomFlip(), SHAPE, IMAGE);
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        list(IMAGE), list(3, 2, 1, 6, 5, 4, 13, 12, 11, 16, 15, 14));
        seen.values().forEach(n -> assertThat((double) n / DRAWS).isCloseTo(0.5, within(0.02)));
    }

    @Test
    void should_show_every_crop_of_the_padded_image_equally_often() {
        Augmentation crop = new RandomCrop(1, List.of(0.0, -1.0));
        Map<List<Float>, Integer> seen = counts(crop, SHAPE, IMAGE);
        assertThat(seen).hasSize(9);
        assertThat(seen.keySet())
                .contains(
                        list(IMAGE),
                        list(0, 0, 0, 0, 1, 2, -1, -1, -1, -1, 11, 12), // down and right
                        list(5, 6, 0, 0, 0, 0, 15, 16, -1, -1, -1, -1), // up and left
                        list(2, 3, 0, 5, 6, 0, 12, 13, -1, 15, 16, -1)); // left
        seen.values().forEach(n -> assertThat((double) n / DRAWS).isCloseTo(1.0 / 9, within(0.02)));
    }

    @Test
    void should_pad_normalised_images_with_what_black_became() {
        Normalization usual = Normalization.IMAGENET;
        RandomCrop crop = RandomCrop.black(4, usual);
        float[] black = new float[3];
        ImageData one =
                usual.apply(
                        new FloatImages(
                                new ImageShape(3, 1, 1),
                                List.of("a"),
                                new float[] {0, 0, 0},
                                new int[] {0}));
        one.read(0, black);
        for (int c = 0; c < 3; c++) {
            assertThat(crop.margin().get(c).floatValue()).isCloseTo(black[c], within(1e-6f));
        }
    }

    @Test
    void should_draw_each_step_on_its_own() {
        Augmentation both =
                new Augmentations(List.of(new RandomFlip(), new RandomCrop(1, List.of(0.0))));
        ImageShape shape = new ImageShape(1, 1, 3);
        Map<List<Float>, Integer> seen = counts(both, shape, new float[] {1, 2, 3});
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        list(1, 2, 3),
                        list(3, 2, 1),
                        list(0, 1, 2),
                        list(0, 3, 2),
                        list(2, 3, 0),
                        list(2, 1, 0),
                        list(0, 0, 0)); // moved up or down
    }

    @Test
    void should_augment_what_training_reads_and_differ_from_epoch_to_epoch() {
        float[] values = new float[20 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        ImageData images =
                new FloatImages(new ImageShape(1, 8, 8), List.of("a", "b"), values, new int[20]);
        Network network =
                Network.initialise(
                        new CnnClassifier(1, 8, 8, 3, 2, 2, 4, 2, 0, 0),
                        DataType.FLOAT,
                        Seed.of(1));
        ImageTrainingData data =
                new ImageTrainingData(
                        images, new Augmentations(List.of(new RandomCrop(2, List.of(-1.0)))));
        INDArray first = epoch(data, network, 0);
        assertThat(epoch(data, network, 0)).isEqualTo(first);
        assertThat(epoch(data, network, 1)).isNotEqualTo(first);
        assertThat(first.minNumber().doubleValue()).isEqualTo(-1);
        assertThat(data.digest()).contains("RandomCrop[padding=2, margin=[-1.0]]");
    }

    private static INDArray epoch(ImageTrainingData data, Network network, int epoch) {
        return data.batches(network, 20, Seed.of(5)).get(epoch, 0).getFeatures(0).dup();
    }

    @Test
    void should_refuse_what_makes_no_sense() {
        assertThatThrownBy(() -> new RandomCrop(0, List.of(0.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("padding must be at least 1, was 0");
        assertThatThrownBy(() -> new RandomCrop(1, List.of(Double.NaN)))
                .hasMessage("margin must be a finite number for each channel, was [NaN]");
        assertThatThrownBy(
                        () ->
                                new RandomCrop(1, List.of(0.0))
                                        .apply(IMAGE.clone(), SHAPE, Seed.of(1)))
                .hasMessage("images have 2 channels, the margin of a crop 1");
    }

    /** How often each result was seen. */
    private static Map<List<Float>, Integer> counts(
            Augmentation augmentation, ImageShape shape, float[] image) {
        Map<List<Float>, Integer> seen = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            float[] changed = image.clone();
            augmentation.apply(changed, shape, Seed.of(3).child(i));
            seen.merge(list(changed), 1, Integer::sum);
        }
        return seen;
    }

    private static List<Float> list(float... values) {
        Float[] boxed = new Float[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return List.of(boxed);
    }
}
