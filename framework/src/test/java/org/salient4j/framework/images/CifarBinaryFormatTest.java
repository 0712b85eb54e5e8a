package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.Split;

class CifarBinaryFormatTest {
    private static final int RECORD = 3073;

    @TempDir private Path folder;

    /** Records whose pixel (c, y, x) of image n is n + 3 * (c * 1024 + y * 32 + x), as a byte. */
    private static byte[] batch(int... labels) {
        byte[] content = new byte[labels.length * RECORD];
        for (int n = 0; n < labels.length; n++) {
            content[n * RECORD] = (byte) labels[n];
            for (int i = 1; i < RECORD; i++) {
                content[n * RECORD + i] = (byte) (n + 3 * (i - 1));
            }
        }
        return content;
    }

    private ImageDataset open() {
        return ImageDataset.open(folder, ImageOptions.rgb());
    }

    @Test
    void should_read_batches_in_the_order_of_their_numbers() throws IOException {
        Files.write(folder.resolve("data_batch_2.bin"), batch(7));
        Files.write(folder.resolve("data_batch_1.bin"), batch(3, 9));
        Files.write(folder.resolve("test_batch.bin"), batch(0, 1, 2, 3));
        ImageDataset data = open();
        assertThat(data.shape()).isEqualTo(new ImageShape(3, 32, 32));
        assertThat(data.train().labels()).containsExactly(3, 9, 7);
        assertThat(data.test().labels()).containsExactly(0, 1, 2, 3);
        assertThat(data.classes()).hasSize(10).startsWith("0", "1");
        float[] image = new float[3072];
        data.test().read(2, image);
        assertThat(image[0]).isEqualTo(2 / 255f);
        assertThat(image[1024 + 32 + 5]).isEqualTo(((2 + 3 * (1024 + 32 + 5)) % 256) / 255f);
        assertThat(data.name()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void should_take_the_names_of_the_classes_and_the_folder_of_the_archive() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
        Files.write(inner.resolve("test_batch.bin"), batch(1));
        Files.write(
                inner.resolve("batches.meta.txt"),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", ""));
        assertThat(open().classes()).hasSize(10).endsWith("j");
        assertThat(open().find(Split.TRAIN)).isEmpty();
    }

    @Test
    void should_refuse_a_length_that_is_no_multiple_of_a_record() throws IOException {
        Path file = folder.resolve("test_batch.bin");
        Files.write(file, Arrays.copyOf(batch(1, 2), 2 * RECORD - 1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(this::open)
                .withMessage(
                        file
                                + " has 6145 bytes, no multiple of 3073 (a label and 3 x 32 x 32"
                                + " values): it is truncated or of another format");
        Files.write(file, new byte[0]);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(this::open)
                .withMessageContaining("has 0 bytes");
    }

    @Test
    void should_refuse_a_label_without_a_class() throws IOException {
        Path file = folder.resolve("test_batch.bin");
        Files.write(file, batch(1, 200));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(this::open)
                .withMessage(file + ": record 1 has the label 200, expected 0 to 9");
    }
}
