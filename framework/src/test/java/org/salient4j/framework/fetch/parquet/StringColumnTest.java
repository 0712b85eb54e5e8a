package org.salient4j.framework.fetch.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;

class StringColumnTest {

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = StringColumnTest.class.getResourceAsStream("/parquet/" + name)) {
            return in.readAllBytes();
        }
    }

    private static List<String> read(String name) throws IOException {
        return StringColumn.read(bytes(name), "index", name);
    }

    private static List<String> words() throws IOException {
        return List.of(new String(bytes("words.txt"), StandardCharsets.UTF_8).split("\n", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dictionary_snappy.parquet",
                "plain_none.parquet",
                "fallback_snappy.parquet",
                "required_beside_numbers.parquet"
            })
    void should_read_what_pyarrow_wrote(String name) throws IOException {
        assertThat(read(name)).isEqualTo(words()).hasSize(505);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip.parquet | compressed with codec 2: only none (0) and Snappy (1) are read",
                "pages_version_2.parquet | pages of type 3: only version 1 is read",
                "null.parquet | a value is missing: only whole columns are read",
                "delta.parquet | values in encoding 7: only plain and dictionaries are read"
            })
    void should_name_the_form_it_does_not_read(String name, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(name))
                .withMessage(name + ": " + message);
    }

    @Test
    void should_name_the_columns_there_are() throws IOException {
        byte[] file = bytes("required_beside_numbers.parquet");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StringColumn.read(file, "word", "f"))
                .withMessage("f: no column 'word', there are: n, index");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StringColumn.read(file, "n", "f"))
                .withMessage("f: column 'n' holds no strings");
    }

    @Test
    void should_refuse_every_shorter_file() throws IOException {
        byte[] whole = bytes("dictionary_snappy.parquet");
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> StringColumn.read(cut, "index", "cut"))
                    .withMessageStartingWith("cut");
        }
    }

    /** No damaged byte may end in anything but a refusal or, where it is a letter, another word. */
    @Test
    void should_survive_every_damaged_byte() throws IOException {
        byte[] whole = bytes("dictionary_snappy.parquet");
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            try {
                assertThat(StringColumn.read(damaged, "index", "damaged")).hasSize(505);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageStartingWith("damaged");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void should_unpack_bits_lowest_first() {
        // The example of the format's own page: 0 to 7 in three bits each.
        byte[] packed = {3, (byte) 0b10001000, (byte) 0b11000110, (byte) 0b11111010};
        assertThat(HybridRuns.read(ByteBuffer.wrap(packed), 3, 8))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        byte[] repeated = {8, 1, 2};
        assertThat(HybridRuns.read(ByteBuffer.wrap(repeated), 9, 4))
                .containsExactly(513, 513, 513, 513);
        assertThat(HybridRuns.read(ByteBuffer.wrap(new byte[] {6}), 0, 3)).containsExactly(0, 0, 0);
    }
}
