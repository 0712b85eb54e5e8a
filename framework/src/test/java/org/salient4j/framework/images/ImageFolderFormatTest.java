package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.progress.Progress;

class ImageFolderFormatTest {
    @TempDir private Path temporary;
    private Path folder;

    @BeforeEach
    void prepare() {
        folder = temporary.resolve("birds");
        ImageFiles.put(folder.resolve("train/WREN"), "colour.png", "colour.jpg");
        ImageFiles.put(folder.resolve("train/EMU"), "colour.bmp");
        ImageFiles.put(folder.resolve("valid/WREN"), "progressive.jpg");
        ImageFiles.put(folder.resolve("test/EMU"), "colour.png");
        ImageFiles.put(folder.resolve("test/AUK"), "colour.jpg");
    }

    private ImageDataset open() {
        return ImageDataset.open(folder, ImageOptions.rgb());
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> {
                            try (ImageDataset data = open()) {
                                data.readAll(Progress.silent());
                            }
                        })
                .withMessageContaining(message);
    }

    @Test
    void should_number_classes_by_name_over_all_parts() {
        ImageDataset data = open();
        assertThat(data.name()).isEqualTo("birds");
        assertThat(data.classes()).containsExactly("AUK", "EMU", "WREN");
        assertThat(data.train().labels()).containsExactly(1, 2, 2);
        assertThat(data.get(Split.VALIDATION).labels()).containsExactly(2);
        assertThat(data.test().labels()).containsExactly(0, 1);
        assertThat(data.shape()).isEqualTo(new ImageShape(3, 30, 40));
    }

    @Test
    void should_read_images_in_the_order_of_their_names() {
        ImageData train = open().train();
        assertPixels(train, 0, "colour-bmp-as-rgb");
        assertPixels(train, 1, "colour-png-as-rgb");
        assertPixels(train, 2, "colour-jpg-as-rgb");
    }

    private static void assertPixels(ImageData data, int index, String golden) {
        float[] image = new float[data.shape().values()];
        data.read(index, image);
        byte[] expected = ImageFiles.golden(golden);
        for (int i = 0; i < image.length; i++) {
            assertThat(image[i]).isEqualTo((expected[i] & 0xff) / 255f);
        }
    }

    @Test
    void should_read_a_zip_with_and_without_a_folder_around_it() throws IOException {
        for (String prefix : new String[] {"", "some/"}) {
            Path zip = zip(prefix);
            try (ImageDataset data = ImageDataset.open(zip, ImageOptions.rgb())) {
                assertThat(data.name()).isEqualTo("packed");
                assertThat(data.classes()).isEqualTo(open().classes());
                assertThat(data.train().examples())
                        .satisfies(
                                examples -> {
                                    assertThat(examples.x())
                                            .isEqualTo(open().train().examples().x());
                                    assertThat(examples.labels()).containsExactly(1, 2, 2);
                                });
            }
        }
    }

    private Path zip(String prefix) throws IOException {
        Path file = temporary.resolve("packed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(prefix + name));
                zip.write(Files.readAllBytes(path));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("README.md"));
            zip.closeEntry();
        }
        return file;
    }

    @Test
    void should_refuse_a_zip_without_images() throws IOException {
        folder = temporary.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder))) {
            zip.putNextEntry(new ZipEntry("text.txt"));
        }
        assertRefused(folder + " holds no images: expected train/CLASS/*.jpg");
        Files.writeString(folder, "no zip");
        assertRefused("cannot read " + folder);
    }

    @Test
    void should_leave_hidden_and_other_files_alone() throws IOException {
        Files.writeString(folder.resolve("train/WREN/.DS_Store"), "x");
        Files.writeString(folder.resolve("train/WREN/notes.txt"), "x");
        Files.writeString(folder.resolve("train/list.csv"), "x");
        Files.createDirectory(folder.resolve("train/.thumbnails"));
        assertThat(open().train().size()).isEqualTo(3);
    }

    @Test
    void should_refuse_an_empty_class_folder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("train/OWL"));
        assertRefused(
                empty
                        + " holds no image (jpg, jpeg, png, bmp): put some there or remove the folder");
    }

    @Test
    void should_refuse_images_of_mixed_sizes_unless_they_are_resized() throws IOException {
        Files.write(folder.resolve("train/WREN/big.png"), resized());
        assertRefused(
                Path.of("train", "WREN", "big.png")
                        + " is 10 x 10, others are 30 x 40: give a size");
        ImageDataset data = ImageDataset.open(folder, ImageOptions.rgb().resizedTo(15, 20));
        data.readAll(Progress.silent());
        assertThat(data.shape()).isEqualTo(new ImageShape(3, 15, 20));
        assertPixels(data.train(), 1, "resized-15-20");
    }

    private static byte[] resized() throws IOException {
        var image =
                new java.awt.image.BufferedImage(10, 10, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void should_name_the_image_that_cannot_be_used() throws IOException {
        Path file = folder.resolve("test/EMU/9.jpg");
        Files.write(file, ImageFiles.bytes("grey.jpg"));
        assertRefused(Path.of("test", "EMU", "9.jpg") + " is grey-scale, expected RGB");
        Files.write(file, ImageFiles.bytes("cmyk.jpg"));
        assertRefused("9.jpg");
        byte[] half = ImageFiles.bytes("colour.jpg");
        Files.write(file, java.util.Arrays.copyOf(half, half.length * 2 / 3));
        assertRefused("9.jpg is damaged: ");
    }

    @Test
    void should_keep_what_it_decoded_only_within_the_bound() throws IOException {
        ImageData kept = open().train();
        long all = 3L * 3 * 30 * 40;
        ImageData bounded =
                ImageDataset.open(folder, ImageOptions.rgb().withMemory(all - 1)).train();
        float[] image = new float[kept.shape().values()];
        kept.read(0, image);
        bounded.read(0, image);
        Files.delete(folder.resolve("train/EMU/0.bmp"));
        kept.read(0, image);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> bounded.read(0, image))
                .withMessage("cannot read " + Path.of("train", "EMU", "0.bmp") + ": no such file");
    }

    @Test
    void should_say_what_it_expects() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("other/train"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImageDataset.open(other.getParent(), ImageOptions.rgb()))
                .withMessageStartingWith(
                        other.getParent() + " holds no images that are recognised: expected ")
                .withMessageContaining("train/CLASS/*.jpg")
                .withMessageContaining("train-images-idx3-ubyte")
                .withMessageContaining("data_batch_1.bin")
                .withMessageContaining("train/x.npy");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImageDataset.open(other.resolve("x"), ImageOptions.rgb()))
                .withMessage(
                        "cannot read images from "
                                + other.resolve("x")
                                + ": no such file or folder; without data of your own, 'salient4j"
                                + " data generate' draws generated-shapes");
        assertThat(List.copyOf(ImageFormat.registry().names()))
                .contains("cifar-10-binary", "idx", "image-folder", "npy");
    }
}
