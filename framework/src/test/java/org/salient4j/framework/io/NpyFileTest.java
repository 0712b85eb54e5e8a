package org.salient4j.framework.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

class NpyFileTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "little_f4, FLOAT", "big_f4, FLOAT", "little_f8, DOUBLE", "big_f8, DOUBLE",
        "little_i4, INT", "big_i4, INT", "little_i8, LONG", "big_i8, LONG",
        "little_i2, INT", "big_i2, INT", "byte_i1, INT"
    })
    void should_read_what_numpy_wrote(String name, DataType type) {
        for (String order : new String[] {"_c", "_fortran"}) {
            INDArray read = NpyFile.read(fixture(name + order + ".npy"));
            assertThat(read.dataType()).isEqualTo(type);
            assertThat(read.shape()).containsExactly(2, 3, 4);
            assertThat(read.ordering()).isEqualTo('c');
            for (int i = 0; i < 24; i++) {
                assertThat(read.getDouble(i / 12, i / 4 % 3, i % 4)).isEqualTo((i - 5) * 3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"byte_u1", "little_u2"})
    void should_read_unsigned_integers(String name) {
        for (String order : new String[] {"_c", "_fortran"}) {
            INDArray read = NpyFile.read(fixture(name + order + ".npy"));
            assertThat(read.dataType()).isEqualTo(DataType.INT32);
            assertThat(read.getInt(1, 2, 3)).isEqualTo(161);
            assertThat(read.getInt(0, 1, 2)).isEqualTo(42);
        }
    }

    @Test
    void should_read_booleans() {
        for (String order : new String[] {"_c", "_fortran"}) {
            INDArray read = NpyFile.read(fixture("byte_b1" + order + ".npy"));
            assertThat(read.dataType()).isEqualTo(DataType.BOOL);
            for (int i = 0; i < 24; i++) {
                assertThat(read.getInt(i / 12, i / 4 % 3, i % 4)).isEqualTo(i % 3 == 0 ? 1 : 0);
            }
        }
    }

    @Test
    void should_read_scalars_and_empty_arrays() {
        INDArray scalar = NpyFile.read(fixture("scalar.npy"));
        assertThat(scalar.rank()).isZero();
        assertThat(scalar.getDouble()).isEqualTo(2.5);
        assertThat(NpyFile.read(fixture("empty.npy")).shape()).containsExactly(0, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void should_read_every_header_version(int version) {
        INDArray read = NpyFile.read(fixture("version" + version + ".npy"));
        assertThat(read.getDouble(1, 2, 3)).isEqualTo(54);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE", "INT", "LONG", "BOOL"})
    void should_read_back_what_it_wrote_whatever_shape_and_order(DataType type) {
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 40; round++) {
            long[] shape = random.longs(random.nextInt(5), 1, 6).toArray();
            char order = random.nextBoolean() ? 'c' : 'f';
            INDArray array = random(shape, random).castTo(type).dup(order);
            Path file = folder.resolve(round + ".npy");
            NpyFile.write(file, array);
            INDArray back = NpyFile.read(file);
            assertThat(back.dataType()).isEqualTo(type);
            assertThat(back.shape()).isEqualTo(array.shape());
            assertThat(back.ordering()).isEqualTo('c');
            assertThat(back).isEqualTo(array);
        }
    }

    @Test
    void should_write_the_elements_of_a_view_and_not_its_parent() {
        INDArray parent = Nd4j.arange(60).castTo(DataType.FLOAT).reshape(3, 4, 5);
        INDArray view = parent.permute(2, 0, 1).slice(3);
        Path file = folder.resolve("view.npy");
        NpyFile.write(file, view);
        assertThat(NpyFile.read(file)).isEqualTo(view.dup('c'));
    }

    @Test
    void should_keep_every_bit_of_extreme_values() {
        INDArray doubles =
                Nd4j.createFromArray(Double.MIN_VALUE, -0.0, Double.MAX_VALUE, Double.NaN, 1 / 3.0);
        INDArray longs = Nd4j.createFromArray(Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1);
        Path file = folder.resolve("extreme.npy");
        NpyFile.write(file, doubles);
        INDArray back = NpyFile.read(file);
        for (int i = 0; i < 5; i++) {
            assertThat(Double.doubleToRawLongBits(back.getDouble(i)))
                    .isEqualTo(Double.doubleToRawLongBits(doubles.getDouble(i)));
        }
        NpyFile.write(file, longs);
        assertThat(NpyFile.read(file).data().getLong(2)).isEqualTo((1L << 53) + 1);
        assertThat(NpyFile.read(file).data().getLong(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void should_write_the_bytes_numpy_writes() throws IOException {
        for (String name :
                new String[] {"little_f4_c", "little_f8_c", "little_i4_c", "byte_b1_c"}) {
            Path numpy = fixture(name + ".npy");
            Path ours = folder.resolve(name + ".npy");
            NpyFile.write(ours, NpyFile.read(numpy));
            byte[] expected = Files.readAllBytes(numpy);
            byte[] found = Files.readAllBytes(ours);
            assertThat(tail(found, 24)).isEqualTo(tail(expected, 24));
            assertThat(found).as(name).hasSameSizeAs(expected).isEqualTo(expected);
        }
    }

    @Test
    void should_refuse_every_truncation_of_a_file() throws IOException {
        byte[] whole = Files.readAllBytes(fixture("little_f4_c.npy"));
        Path cut = folder.resolve("cut.npy");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            String expected = length < 6 ? "is not a NumPy .npy file" : "is truncated";
            refused(cut, expected);
        }
    }

    @Test
    void should_survive_any_damaged_header_byte() throws IOException {
        byte[] whole = Files.readAllBytes(fixture("little_f4_c.npy"));
        SplittableRandom random = new SplittableRandom(29);
        Path file = folder.resolve("damaged.npy");
        for (int round = 0; round < 600; round++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(128);
            damaged[at] = (byte) random.nextInt(256);
            Files.write(file, damaged);
            try {
                assertThat(NpyFile.read(file).length()).isEqualTo(24);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining("damaged.npy");
            }
        }
    }

    @Test
    void should_refuse_bytes_after_the_array() throws IOException {
        byte[] whole = Files.readAllBytes(fixture("little_f4_c.npy"));
        Path longer = folder.resolve("longer.npy");
        Files.write(longer, Arrays.copyOf(whole, whole.length + 3));
        refused(longer, "has 3 bytes after its array: expected 224 bytes, found 227");
    }

    @ParameterizedTest
    @CsvSource({"text, <U1", "complex, <c8", "half, <f2"})
    void should_refuse_types_it_cannot_hold(String name, String code) {
        refused(
                fixture(name + ".npy"),
                "element type '" + code + "' is not supported, expected float32, float64,");
    }

    @Test
    void should_refuse_structured_arrays() {
        refused(fixture("structured.npy"), "expected one plain element type");
    }

    @Test
    void should_refuse_what_is_not_there_or_not_an_array() throws IOException {
        refused(folder.resolve("no.npy"), "no such file");
        refused(folder, "is a folder, expected a .npy file");
        Path text = folder.resolve("x.npy");
        Files.writeString(text, "1.0,2.0,3.0");
        refused(text, "is not a NumPy .npy file");
    }

    @Test
    void should_refuse_an_impossible_shape_before_taking_memory() throws IOException {
        refused(handmade("(4000000000, 4000000000)"), "more than 2147483639 elements");
        refused(handmade("(2000000000,)"), "is truncated: expected 8000000128 bytes");
        refused(handmade("(99999999999999999999,)"), "bad axis length");
        refused(handmade("(-3,)"), "no readable 'shape'");
    }

    @Test
    void should_refuse_a_byte_that_is_no_bool() throws IOException {
        byte[] bytes = Files.readAllBytes(fixture("byte_b1_c.npy"));
        bytes[bytes.length - 1] = 7;
        Path file = folder.resolve("bool.npy");
        Files.write(file, bytes);
        refused(file, "element 23 is not a bool: its byte is 7");
    }

    @Test
    void should_refuse_to_write_a_type_numpy_readers_do_not_expect() {
        Path file = folder.resolve("half.npy");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NpyFile.write(file, Nd4j.create(DataType.FLOAT16, 2)))
                .withMessageContaining("arrays of HALF cannot be written as .npy");
        assertThat(file).doesNotExist();
    }

    private Path handmade(String shape) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
        byte[] bytes = new byte[128 + 16];
        Arrays.fill(bytes, 0, 128, (byte) ' ');
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0};
        System.arraycopy(magic, 0, bytes, 0, 10);
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, bytes, 10, text.length);
        Path file = folder.resolve("handmade.npy");
        Files.write(file, bytes);
        return file;
    }

    private static INDArray random(long[] shape, SplittableRandom random) {
        int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values = random.doubles(length, -3, 3).toArray();
        INDArray flat = Nd4j.createFromArray(values);
        return flat.reshape('c', shape);
    }

    private static void refused(Path file, String part) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NpyFile.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(part)
                .withMessageNotContaining("\n");
    }

    private static byte[] tail(byte[] bytes, int count) {
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }

    private static Path fixture(String name) {
        try {
            return Path.of(NpyFileTest.class.getResource("/numpy/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
