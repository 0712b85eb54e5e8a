package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.NpyFile;

class NpyFormatTest {
    @TempDir private Path folder;

    private ImageDataset open(INDArray x, int... labels) {
        NpyFile.write(folder.resolve("train/x.npy"), x);
        NpyFile.write(folder.resolve("train/y.npy"), Nd4j.createFromArray(labels));
        return ImageDataset.open(folder, ImageOptions.rgb());
    }

    private void assertRefused(INDArray x, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> open(x, 0, 1))
                .withMessageContaining(message);
    }

    @Test
    void should_read_integers_as_bytes() {
        INDArray x = Nd4j.arange(2 * 3 * 4 * 5).reshape(2, 3, 4, 5).castTo(DataType.INT32);
        ImageDataset data = open(x, 1, 0);
        assertThat(data.shape()).isEqualTo(new ImageShape(3, 4, 5));
        assertThat(data.train().labels()).containsExactly(1, 0);
        float[] image = new float[60];
        data.train().read(1, image);
        assertThat(image[7]).isEqualTo(67 / 255f);
    }

    @Test
    void should_read_floats_as_they_are() throws Exception {
        INDArray x = Nd4j.linspace(-1, 1, 24, DataType.FLOAT).reshape(2, 3, 4);
        ImageDataset data = open(x, 0, 1);
        Files.write(folder.resolve("classes.txt"), List.of("left", "right"));
        assertThat(data.shape()).isEqualTo(new ImageShape(1, 3, 4));
        assertThat(data.train().examples().x()).isEqualTo(x.reshape(2, 1, 3, 4));
        assertThat(open(x, 0, 1).classes()).containsExactly("left", "right");
    }

    @Test
    void should_refuse_what_are_no_images() {
        assertRefused(
                Nd4j.zeros(DataType.FLOAT, 2, 4, 4, 3),
                "must be [N, C, H, W] with 1 or 3 channels, or [N, H, W], found [2, 4, 4, 3]: in"
                        + " NumPy, .transpose(0, 3, 1, 2) puts the channels first");
        assertRefused(Nd4j.zeros(DataType.FLOAT, 2, 4), "found [2, 4]");
        assertRefused(Nd4j.zeros(DataType.FLOAT, 3, 4, 4), "has 3 images but y.npy has 2 labels");
        assertRefused(
                Nd4j.zeros(DataType.INT32, 2, 4, 4).addi(256), "must be in [0, 255], found 256");
        assertRefused(
                Nd4j.createFromArray(1f, Float.NaN).reshape(2, 1, 1), "must be finite, found NaN");
    }
}
