package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;

class IdxFormatTest {
    @TempDir private Path folder;
    private byte[] images;
    private byte[] labels;

    @BeforeEach
    void prepare() throws IOException {
        images = unzipped("train-images-idx3-ubyte.gz");
        labels = unzipped("train-labels-idx1-ubyte.gz");
    }

    private static byte[] unzipped(String name) throws IOException {
        byte[] file = Files.readAllBytes(ImageFiles.path("/fashion-mnist-tiny/" + name));
        return new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
    }

    private ImageDataset open() {
        return ImageDataset.open(folder, ImageOptions.rgb());
    }

    private void write(byte[] pixels, byte[] classes) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), pixels);
        Files.write(folder.resolve("train-labels-idx1-ubyte"), classes);
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(this::open)
                .withMessageStartingWith(folder.toString())
                .withMessageContaining(message);
    }

    @Test
    void should_read_fashion_mnist() {
        ImageDataset data =
                ImageDataset.open(ImageFiles.path("/fashion-mnist-tiny"), ImageOptions.rgb());
        assertThat(data.name()).isEqualTo("fashion-mnist-tiny");
        assertThat(data.shape()).isEqualTo(new ImageShape(1, 28, 28));
        assertThat(data.classes()).hasSize(10);
        assertThat(sum(data.train())).isEqualTo(5810225);
        assertThat(sum(data.test())).isEqualTo(2703595);
        assertThat(Arrays.copyOf(data.train().labels(), 10))
                .containsExactly(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
        float[] image = new float[784];
        data.test().read(3, image);
        assertThat(image[14 * 28 + 10]).isEqualTo(125 / 255f);
        assertThat(image[14 * 28 + 13]).isEqualTo(142 / 255f);
        assertThat(data.find(org.salient4j.framework.data.Split.VALIDATION)).isEmpty();
    }

    private static long sum(ImageData data) {
        float[] image = new float[data.shape().values()];
        long sum = 0;
        for (int i = 0; i < data.size(); i++) {
            data.read(i, image);
            for (float value : image) {
                sum += Math.round(value * 255);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-images-idx3-ubyte", "-images.idx3-ubyte"})
    void should_read_both_spellings_raw_and_gzipped_under_any_name(String spelling)
            throws IOException {
        String labelled = spelling.replace("images", "labels").replace("idx3", "idx1");
        Files.write(folder.resolve("t10k" + spelling), images);
        Files.copy(
                ImageFiles.path("/fashion-mnist-tiny/train-labels-idx1-ubyte.gz"),
                folder.resolve("t10k" + labelled));
        assertThat(open().test().size()).isEqualTo(100);
        assertThat(sum(open().test())).isEqualTo(5810225);
        Files.move(folder.resolve("t10k" + labelled), folder.resolve("t10k" + labelled + ".gz"));
        assertThat(open().test().label(0)).isEqualTo(9);
    }

    @Test
    void should_take_the_names_of_the_classes_from_a_file() throws IOException {
        write(images, labels);
        Files.write(
                folder.resolve("classes.txt"),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
        assertThat(open().classes().get(open().train().label(0))).isEqualTo("j");
        Files.write(folder.resolve("classes.txt"), List.of("a", "b"));
        assertRefused("classes.txt names 2 classes, the labels need 10");
    }

    @Test
    void should_refuse_a_wrong_magic_number() throws IOException {
        byte[] wrong = images.clone();
        wrong[2] = 0x0d;
        write(wrong, labels);
        assertRefused("expected it to start with [0, 0, 8, 3], found [0, 0, 13, 3]");
        write(labels, labels);
        assertRefused("expected it to start with [0, 0, 8, 3], found [0, 0, 8, 1]");
        write(new byte[] {0, 0}, labels);
        assertRefused("found [0, 0]");
    }

    @Test
    void should_refuse_a_truncated_file() throws IOException {
        write(Arrays.copyOf(images, images.length - 1), labels);
        assertRefused("is truncated: its shape [100, 28, 28] needs 78400 bytes, it has 78399");
        write(Arrays.copyOf(images, 10), labels);
        assertRefused("is truncated: it ends inside its header");
    }

    @Test
    void should_refuse_a_truncated_gzip() throws IOException {
        byte[] zipped =
                Files.readAllBytes(
                        ImageFiles.path("/fashion-mnist-tiny/train-images-idx3-ubyte.gz"));
        write(Arrays.copyOf(zipped, zipped.length / 2), labels);
        assertRefused("is truncated or damaged: it cannot be decompressed to its end");
        zipped[zipped.length / 2] ^= 1;
        write(zipped, labels);
        assertRefused("is truncated or damaged");
    }

    @Test
    void should_refuse_a_file_that_goes_on() throws IOException {
        write(Arrays.copyOf(images, images.length + 1), labels);
        assertRefused("goes on after the 78400 bytes of its shape [100, 28, 28]");
    }

    @Test
    void should_refuse_an_impossible_shape_before_it_takes_memory() throws IOException {
        byte[] huge = images.clone();
        Arrays.fill(huge, 4, 12, (byte) 0x7f);
        write(huge, labels);
        assertRefused("that cannot be");
        Arrays.fill(huge, 4, 8, (byte) 0xff);
        write(huge, labels);
        assertRefused("that cannot be");
    }

    @Test
    void should_refuse_labels_of_other_images() throws IOException {
        byte[] fewer = Arrays.copyOf(labels, labels.length - 1);
        fewer[7] = 99;
        write(images, fewer);
        assertRefused("has 100 images but its labels are 99");
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        assertRefused("has the images of train but no train-labels-idx1-ubyte");
    }

    @Test
    void should_not_resize() throws IOException {
        write(images, labels);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImageDataset.open(folder, ImageOptions.rgb().resizedTo(32, 32)))
                .withMessageContaining("is 28 x 28 and only image files are resized");
    }
}
