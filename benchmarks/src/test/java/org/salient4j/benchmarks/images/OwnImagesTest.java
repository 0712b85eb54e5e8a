package org.salient4j.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.images.ImageShape;
import org.salient4j.framework.io.NpyFile;

/** Grey images of a user's folder, read as images and as series. */
class OwnImagesTest {
    private static final int SIDE = 8;

    @TempDir private Path folder;

    @BeforeEach
    void write() {
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
                folder.resolve(part).resolve("x.npy"),
                HostArray.of(values, DataType.FLOAT, count, SIDE, SIDE));
        NpyFile.write(folder.resolve(part).resolve("y.npy"), Nd4j.createFromArray(labels));
    }

    private Images experiment(String network) {
        return new Images(
                "quick",
                List.of(ImageSource.of(folder.toString(), null)),
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
        assertThat(cell.data().name()).isEqualTo(folder.getFileName().toString());
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
                        folder.toAbsolutePath().normalize()
                                + " is no longer what it was when the run began: begin a new"
                                + " folder");
    }
}
