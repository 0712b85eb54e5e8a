package org.salient4j.framework.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.NpzArchive.Compression;

class NpzArchiveTest {

    record Spec(String name, int hidden) {}

    private static final INDArray WEIGHT =
            Nd4j.arange(600).castTo(DataType.DOUBLE).reshape(20, 30).div(7);
    private static final INDArray STEP = Nd4j.scalar(12L);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void should_read_back_what_it_wrote(Compression compression) throws IOException {
        Path file = write("a.npz", compression);
        try (NpzArchive archive = NpzArchive.open(file)) {
            assertThat(archive.arrays()).containsExactly("step", "weights/lstm");
            assertThat(archive.documents()).containsExactly("spec");
            assertThat(archive.array("weights/lstm")).isEqualTo(WEIGHT);
            assertThat(archive.array("step").getLong()).isEqualTo(12);
            assertThat(archive.document("spec", Spec.class)).isEqualTo(new Spec("lstm", 5));
            assertThat(archive.document("spec").get("hidden").asInt()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_give_equal_bytes_for_equal_content(Compression compression) throws IOException {
        byte[] one = Files.readAllBytes(write("a.npz", compression));
        assertThat(Files.readAllBytes(write("b.npz", compression))).isEqualTo(one);
    }

    @Test
    void should_read_archives_of_numpy() throws Exception {
        try (NpzArchive archive = NpzArchive.open(fixture("archive.npz"))) {
            assertThat(archive.arrays()).containsExactly("bias", "weight");
            assertThat(archive.array("weight").getDouble(1, 2, 3)).isEqualTo(54);
            assertThat(archive.array("bias").getInt(1, 2, 3)).isEqualTo(161);
        }
        try (NpzArchive archive = NpzArchive.open(fixture("compressed.npz"))) {
            assertThat(archive.array("weight").getDouble(1, 2, 3)).isEqualTo(54);
        }
    }

    @Test
    void should_suggest_the_nearest_entry() throws IOException {
        Path file = write("a.npz", Compression.STORED);
        try (NpzArchive archive = NpzArchive.open(file)) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> archive.array("weights/lsmt"))
                    .withMessage(
                            "unknown entry of "
                                    + file
                                    + " 'weights/lsmt': did you mean 'weights/lstm'? known: step,"
                                    + " weights/lstm");
        }
    }

    @Test
    void should_refuse_a_truncated_archive() throws IOException {
        byte[] whole = Files.readAllBytes(write("a.npz", Compression.STORED));
        Path cut = folder.resolve("cut.npz");
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("cut to %d", length)
                    .isThrownBy(() -> NpzArchive.open(cut).close())
                    .withMessageStartingWith(cut + " is truncated or not an archive: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_find_any_damaged_byte_of_an_array(Compression compression) throws IOException {
        byte[] whole = Files.readAllBytes(write("a.npz", compression));
        SplittableRandom random = new SplittableRandom(41);
        Path damaged = folder.resolve("damaged.npz");
        int found = 0;
        for (int round = 0; round < 100; round++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);
            try (NpzArchive archive = NpzArchive.open(damaged)) {
                assertThat(archive.array("weights/lstm")).isEqualTo(WEIGHT);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining("damaged.npz");
                found++;
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void should_name_a_missing_archive() {
        Path missing = folder.resolve("no.npz");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NpzArchive.open(missing))
                .withMessage("cannot read " + missing + ": no such file");
    }

    private Path write(String name, Compression compression) {
        Path file = folder.resolve(name);
        NpzArchive.write(
                file,
                Map.of("weights/lstm", WEIGHT, "step", STEP),
                Map.of("spec", new Spec("lstm", 5)),
                compression);
        return file;
    }

    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(NpzArchiveTest.class.getResource("/numpy/" + name).toURI());
    }
}
