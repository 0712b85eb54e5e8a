package org.salient4j.framework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;

class SeriesDirectoryTest {

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void writeData() {
        data = folder.resolve("middle");
        SeriesDirectory.write(data, dataset());
    }

    @Test
    void should_read_back_what_it_wrote() {
        SeriesDataset read = SeriesDirectory.read(data);
        SeriesDataset written = dataset();
        assertThat(read.card()).isEqualTo(written.card());
        assertThat(read.splits().keySet()).isEqualTo(written.splits().keySet());
        for (Split split : written.splits().keySet()) {
            assertThat(read.get(split).x()).isEqualTo(written.get(split).x());
            assertThat(read.get(split).labels()).isEqualTo(written.get(split).labels());
            assertThat(read.get(split).truth()).isEqualTo(written.get(split).truth());
        }
        assertThat(folder.toFile().list()).containsExactly("middle");
    }

    @Test
    void should_need_no_card_and_no_truth() throws IOException {
        Files.delete(data.resolve("dataset.json"));
        Files.delete(data.resolve("train/truth.npy"));
        SeriesDataset read = SeriesDirectory.read(data);
        assertThat(read.card()).isEqualTo(new DatasetCard("middle", 2, 5, 3, null));
        assertThat(read.train().truth()).isNull();
        assertThat(read.test().truth()).isNotNull();
    }

    @Test
    void should_refuse_labels_with_a_gap_unless_the_card_states_the_classes() throws IOException {
        for (Split split : Split.values()) {
            int n = dataset().get(split).samples();
            int[] labels = new int[n];
            labels[n - 1] = 3;
            NpyFile.write(
                    data.resolve(split.folder()).resolve("y.npy"), Nd4j.createFromArray(labels));
        }
        Path card = data.resolve("dataset.json");
        Files.writeString(card, "{\"name\":\"x\",\"classes\":4,\"steps\":5,\"features\":3}");
        assertThat(SeriesDirectory.read(data).card().classes()).isEqualTo(4);
        assertThat(SeriesDirectory.hasCard(data)).isTrue();
        Files.delete(card);
        assertThat(SeriesDirectory.hasCard(data)).isFalse();
        refused(
                () -> SeriesDirectory.read(data),
                data
                        + ": labels go up to 3 but none is 1: number the classes from 0 without"
                        + " gaps, or state \"classes\": 4 in dataset.json");
    }

    @Test
    void should_read_labels_of_either_integer_type() {
        NpyFile.write(data.resolve("train/y.npy"), Nd4j.createFromArray(1L, 0L, 1L, 0L));
        assertThat(SeriesDirectory.read(data).train().labels()).containsExactly(1, 0, 1, 0);
    }

    @Test
    void should_refuse_a_folder_that_is_not_there_or_is_a_file_or_empty() throws IOException {
        Path missing = folder.resolve("no");
        refused(
                () -> SeriesDirectory.read(missing),
                "cannot read data from " + missing + ": no such folder");
        Path file = Files.writeString(folder.resolve("file"), "x");
        refused(
                () -> SeriesDirectory.read(file),
                "cannot read data from " + file + ": it is a file");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        refused(
                () -> SeriesDirectory.read(empty),
                empty + " holds no data: expected the folders train and test");
    }

    @Test
    void should_name_a_missing_file() throws IOException {
        Path labels = data.resolve("test/y.npy");
        Files.delete(labels);
        refused(() -> SeriesDirectory.read(data), "cannot read " + labels + ": no such file");
    }

    @Test
    void should_refuse_a_wrong_rank() {
        train("x", Nd4j.create(DataType.FLOAT, 4, 15));
        refusedTrain("x must be [samples, steps, features], found 2 axes: [4, 15]");
    }

    @Test
    void should_refuse_a_wrong_type() {
        train("x", Nd4j.create(DataType.INT32, 4, 5, 3));
        refusedTrain(
                "x must be float32 or float64, found INT: convert it, in NumPy with"
                        + " .astype('float32')");
    }

    @Test
    void should_refuse_data_without_samples() {
        train("x", Nd4j.create(DataType.FLOAT, 0, 5, 3));
        refusedTrain("x must hold at least one sample, step and feature, found [0, 5, 3]");
    }

    @Test
    void should_say_where_a_value_is_not_finite() {
        INDArray x = dataset().train().x();
        x.putScalar(new long[] {2, 4, 1}, Double.NaN);
        train("x", x);
        refusedTrain("x must be finite, found NaN at [2, 4, 1] (sample, step, feature)");
        x.putScalar(new long[] {0, 1, 2}, Double.NEGATIVE_INFINITY);
        train("x", x);
        refusedTrain("x must be finite, found -Infinity at [0, 1, 2] (sample, step, feature)");
    }

    @Test
    void should_take_finite_values_of_which_the_sum_is_not() {
        INDArray x = Nd4j.create(DataType.FLOAT, 4, 5, 3).assign(Float.MAX_VALUE);
        assertThat(SeriesData.of(x, new int[4]).samples()).isEqualTo(4);
    }

    @Test
    void should_refuse_a_label_too_many() {
        train("y", Nd4j.createFromArray(0, 1, 0, 1, 0));
        refusedTrain("x has 4 samples but y has 5 labels");
    }

    @Test
    void should_refuse_labels_out_of_range() {
        train("y", Nd4j.createFromArray(0, -1, 0, 1));
        refusedTrain("y[1] must be a class from 0, was -1");
        train("y", Nd4j.createFromArray(0, 1, 2, 1));
        refused(
                () -> SeriesDirectory.read(data),
                data + ": train/y[2] must be in [0, 2) for 2 classes, was 2");
    }

    @Test
    void should_refuse_labels_that_are_no_classes() {
        train("y", Nd4j.create(DataType.FLOAT, 4));
        refused(
                () -> SeriesDirectory.read(data),
                data.resolve("train/y.npy")
                        + " must be [samples] of integers, the class of each from 0, found FLOAT"
                        + " [4]: in NumPy, .astype('int64').ravel() makes class indices of whole"
                        + " numbers");
        train("y", Nd4j.create(DataType.INT32, 4, 2));
        refused(
                () -> SeriesDirectory.read(data),
                data.resolve("train/y.npy")
                        + " must be [samples] of integers, the class of each from 0, found INT [4,"
                        + " 2]: in NumPy, .argmax(1) makes class indices of one-hot rows or"
                        + " scores");
        train("y", Nd4j.createFromArray(0L, 1L << 40, 0L, 1L));
        refused(
                () -> SeriesDirectory.read(data),
                data.resolve("train/y.npy") + ": y[1] is no class number: 1099511627776");
    }

    @Test
    void should_refuse_truth_of_another_type_or_shape() {
        train("truth", Nd4j.create(DataType.FLOAT, 4, 5, 3));
        refusedTrain("truth must be bool, found FLOAT: convert it, in NumPy with .astype('bool')");
        train("truth", Nd4j.create(DataType.BOOL, 4, 3, 5));
        refusedTrain("truth must be shaped as x [4, 5, 3], found [4, 3, 5]");
    }

    @Test
    void should_refuse_parts_of_other_sizes() {
        NpyFile.write(data.resolve("test/x.npy"), Nd4j.create(DataType.DOUBLE, 3, 5, 7));
        NpyFile.write(data.resolve("test/truth.npy"), Nd4j.create(DataType.BOOL, 3, 5, 7));
        refused(
                () -> SeriesDirectory.read(data),
                data + ": test/x has 5 steps and 7 features, expected 5 and 3");
    }

    @Test
    void should_refuse_a_damaged_card() throws IOException {
        Path card = data.resolve("dataset.json");
        Files.writeString(card, "{\"name\":\"x\",\"classes\":0,\"steps\":5,\"features\":3}");
        refused(() -> SeriesDirectory.read(data), card + ": classes must be at least 1, was 0");
        Files.writeString(card, "{\"name\":\"x\",\"clases\":2,\"steps\":5,\"features\":3}");
        refused(
                () -> SeriesDirectory.read(data),
                card + ": classes must be a whole number, is missing (is 'clases' a slip for it?)");
    }

    @Test
    void should_not_write_into_a_folder_that_holds_something() {
        refused(
                () -> SeriesDirectory.write(data, dataset()),
                data + " is not empty: choose another folder or delete it first");
    }

    @Test
    void should_write_into_an_empty_folder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        SeriesDirectory.write(empty, dataset());
        assertThat(SeriesDirectory.read(empty).train().samples()).isEqualTo(4);
    }

    @Test
    void should_leave_nothing_when_it_cannot_write() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path below = file.resolve("data");
        assertThatExceptionOfType(FileWriteException.class)
                .isThrownBy(() -> SeriesDirectory.write(below, dataset()));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("middle", "file");
    }

    private void train(String name, INDArray array) {
        NpyFile.write(data.resolve("train").resolve(name + ".npy"), array);
    }

    private void refusedTrain(String message) {
        refused(() -> SeriesDirectory.read(data), data.resolve("train") + ": " + message);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .withMessage(message);
    }

    private static SeriesDataset dataset() {
        DatasetCard card =
                new DatasetCard("middle", 2, 5, 3, Json.tree(Map.of("process", "gaussian")));
        return new SeriesDataset(
                card,
                Map.of(
                        Split.TRAIN, part(4, "train"),
                        Split.VALIDATION, part(2, "validation"),
                        Split.TEST, part(3, "test")));
    }

    private static SeriesData part(int samples, String name) {
        double[] values = Seed.of(7).child(name).random().doubles(samples * 15L, -1, 1).toArray();
        INDArray x = Nd4j.createFromArray(values).reshape(samples, 5, 3);
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = i % 2;
        }
        return new SeriesData(x, labels, x.gt(0.5));
    }
}
