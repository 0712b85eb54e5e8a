package org.salient4j.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.images.ImageOptions;
import org.salient4j.framework.images.ImageShape;
import org.salient4j.framework.io.NpyFile;

/** Grey images of a user's folder, read as images and as series. */
class OwnImagesTest {
    private static final int SIDE = 8;

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void write() {
        data = folder.resolve("sides");
        write("train", 40, 1);
        write("test", 20, 2);
    }

    /** Bright on the left in class 0, on the right in class 1. */
    private void write(String part, int count, long seed) {
        var random = Seed.of(seed).random();
        double[] values = new double[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int i = 0; i < values.length; i++) {
            int image = i / (SIDE * SIDE);
            labels[image] = image % 2;
            boolean left = i % SIDE < SIDE / 2;
            values[i] = random.nextDouble() + (left == (labels[image] == 0) ? 2 : 0);
        }
        NpyFile.write(
                data.resolve(part).resolve("x.npy"),
                HostArray.of(values, DataType.FLOAT, count, SIDE, SIDE));
        NpyFile.write(data.resolve(part).resolve("y.npy"), Nd4j.createFromArray(labels));
    }

    private Images experiment(String network) {
        return new Images(
                "quick",
                List.of(ImageSource.of(data.toString(), ImageOptions.rgb())),
                List.of(network),
                List.of(ImageTraining.SALIENCY_GUIDED),
                1,
                List.of("gradient"),
                Map.of(
                        "options.batchSize", "8",
                        "options.epochs", "20",
                        "explained", "20",
                        "explainedByAll", "20",
                        "shown", "1"));
    }

    @Test
    void should_name_data_after_its_folder_and_read_it_as_series() throws Exception {
        Images experiment = experiment("lstm");
        ImagesCell cell = experiment.cells().get(0);
        assertThat(cell.data().name()).isEqualTo("sides");
        assertThat(cell.data().shape()).isEqualTo(new ImageShape(1, SIDE, SIDE));
        assertThat(cell.architecture().get("timeSteps").asInt()).isEqualTo(SIDE);
        assertThat(cell.architecture().get("classes").asInt()).isEqualTo(2);
        ImagesResult result = experiment.run(cell, SmallCells.context());
        assertThat(result.testAccuracy()).isGreaterThan(0.8);
        assertThat(result.truth()).isNull();
        // Whole images, then nine tenths of them gone.
        List<Double> accuracy = result.drops().get("gradient").get("mean").accuracy();
        assertThat(accuracy.get(9)).isLessThanOrEqualTo(accuracy.get(0));
        assertThat(result.maps().get("gradient").get(0).steps()).isEqualTo(SIDE);
    }

    @Test
    void should_refuse_images_that_changed_since() {
        Images experiment = experiment("lstm");
        write("test", 20, 3);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> experiment.run(experiment.cells().get(0), SmallCells.context()))
                .withMessage(
                        data.toAbsolutePath().normalize()
                                + " is no longer what it was when the run began: begin a new"
                                + " folder");
    }

    @Test
    void should_refuse_the_name_of_data_from_elsewhere_and_one_name_for_two() throws IOException {
        for (String name : List.of("mnist", "fashion-mnist", "generated-shapes")) {
            Path other = Files.move(data, folder.resolve(name));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> ImageSource.of(other.toString(), ImageOptions.rgb()))
                    .withMessage(
                            other.toAbsolutePath().normalize()
                                    + " would be called "
                                    + name
                                    + ", as data that comes from elsewhere is: rename it");
            Files.move(other, data);
        }
        ImageSource own = ImageSource.of(data.toString(), ImageOptions.rgb());
        ImageSource alike =
                new ImageSource(own.name(), "/elsewhere", "1", own.shape(), own.classes());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new Images(
                                        "quick",
                                        List.of(own, alike),
                                        List.of("lstm"),
                                        List.of(ImageTraining.STANDARD),
                                        1,
                                        List.of("gradient"),
                                        Map.of()))
                .withMessage("two data sets are called sides: rename the folder of one");
    }

    @Test
    void should_not_measure_on_one_class_where_files_stand_class_by_class() {
        NpyFile.write(
                data.resolve("test").resolve("y.npy"),
                Nd4j.createFromArray(IntStream.range(0, 20).map(i -> i / 10).toArray()));
        ImageSource source = ImageSource.of(data.toString(), ImageOptions.rgb());
        ImageSetup setup = Images.setup("quick", List.of(), Map.of("testImages", "10"));
        try (ImageTask task = ImageTask.open(source, setup, Seed.of(1));
                ImageTask other = ImageTask.open(source, setup, Seed.of(2))) {
            assertThat(task.test().size()).isEqualTo(10);
            assertThat(task.test().labels()).contains(0, 1);
            assertThat(other.test().labels()).isEqualTo(task.test().labels());
        }
    }

    @Test
    void should_convert_image_files_only_where_that_is_asked_for() throws IOException {
        Path files = folder.resolve("files");
        for (String image : List.of("train/a/0", "train/b/0", "test/a/0", "test/b/0")) {
            Path file = files.resolve(image + ".png");
            Files.createDirectories(file.getParent());
            boolean grey = image.equals("test/b/0");
            ImageIO.write(
                    new BufferedImage(
                            SIDE,
                            SIDE,
                            grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB),
                    "png",
                    file.toFile());
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImageSource.of(files.toString(), ImageOptions.rgb()))
                .withMessage(
                        "test/b/0.png is grey-scale, expected RGB: convert it, or read with"
                                + " conversion");
        ImageSource converted = ImageSource.of(files.toString(), ImageOptions.rgb().converting());
        assertThat(converted.shape()).isEqualTo(new ImageShape(3, SIDE, SIDE));
        try (ImageDataset opened = converted.open()) {
            assertThat(opened.test().size()).isEqualTo(2);
        }
    }
}
