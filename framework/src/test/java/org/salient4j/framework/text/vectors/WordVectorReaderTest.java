package org.salient4j.framework.text.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.text.Vocabulary;

class WordVectorReaderTest {
    private static final Vocabulary WORDS =
            new Vocabulary(List.of("of", "film", "history", "nosuchword", "the"), true);

    @TempDir private Path folder;

    @Test
    void should_read_real_vectors_for_the_words_asked_for() throws Exception {
        EmbeddingTable table = WordVectorReader.read(real(), WORDS, 50);
        assertThat(table.vocabulary().words()).containsExactly("of", "history", "the");
        assertThat(table.missing()).containsExactly("film", "nosuchword");
        assertThat(table.coverage()).isEqualTo(0.6);
        assertThat(table.fileWords()).isEqualTo(300);
        assertThat(table.dimension()).isEqualTo(50);
        assertThat(table.source()).isEqualTo("glove.6B.50d.top300.txt");
        assertThat(table.findings().count()).isZero();
        assertThat(table.vectors().shape()).containsExactly(6, 50);
        assertThat(row(table, "of")).startsWith(0.70853f, 0.57088f, -0.4716f);
        assertThat(row(table, "the")).startsWith(0.418f, 0.24968f, -0.41242f);
    }

    @Test
    void should_give_padding_zero_unknown_words_the_mean_and_the_separator_a_place_of_its_own()
            throws Exception {
        // Means and standard deviations over the 300 words computed by NumPy.
        double[][] rows = rows(WordVectorReader.read(real(), WORDS));
        assertThat(rows[Vocabulary.PADDING]).containsOnly(0);
        assertThat(rows[Vocabulary.UNKNOWN][0]).isCloseTo(0.20154641235562545, within(1e-7));
        assertThat(rows[Vocabulary.UNKNOWN][49]).isCloseTo(-0.023688435489311814, within(1e-8));
        assertThat(Arrays.stream(rows[Vocabulary.UNKNOWN]).sum())
                .isCloseTo(0.20583528281252547, within(1e-6));
        assertThat(rows[Vocabulary.SEPARATOR][0])
                .isCloseTo(0.20154641235562545 + 0.48892483567904077, within(1e-6));
    }

    @Test
    void should_read_packed_files() throws Exception {
        Path file = Files.write(folder.resolve("glove"), packed(Files.readAllBytes(real())));
        assertThat(WordVectorReader.read(file, WORDS).vectors())
                .isEqualTo(WordVectorReader.read(real(), WORDS).vectors());
    }

    @Test
    void should_say_where_a_packed_file_breaks_off() throws Exception {
        StringBuilder lines = new StringBuilder("the 1 2\n");
        for (int i = 0; i < 20_000; i++) {
            lines.append("word").append(i * 7919 % 20_011).append(" 1.5 2.5\n");
        }
        byte[] packed = packed(lines.toString().getBytes(StandardCharsets.UTF_8));
        Path half = Files.write(folder.resolve("v"), Arrays.copyOf(packed, packed.length / 2));
        assertThatThrownBy(() -> WordVectorReader.read(half, WORDS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageMatching(
                        "cannot read .*: Unexpected end of ZLIB input stream after line \\d{4,5}");
    }

    @Test
    void should_read_words_with_blanks_and_any_letters() throws IOException {
        Path file = write("a 1 2", ". . . 3 4", "at name@home 5 6", "ÄÖ€ 7 8", "東京 9 10");
        EmbeddingTable table =
                WordVectorReader.read(
                        file, new Vocabulary(List.of(". . .", "at name@home", "ÄÖ€", "東京"), false));
        assertThat(row(table, ". . .")).containsExactly(3, 4);
        assertThat(row(table, "at name@home")).containsExactly(5, 6);
        assertThat(row(table, "ÄÖ€")).containsExactly(7, 8);
        assertThat(row(table, "東京")).containsExactly(9, 10);
    }

    @Test
    void should_keep_the_rest_of_a_file_with_bad_lines_and_name_them() throws IOException {
        Path file =
                write(
                        "the 1 2 3",
                        "short 1 2",
                        "long 1 2 3 4",
                        "word 1 x 3",
                        "nan 1 2 NaN",
                        "",
                        "of 4 5 6",
                        "the 7 8 9",
                        "film -1e-3 0.5 .25");
        EmbeddingTable table = WordVectorReader.read(file, WORDS);
        assertThat(table.vocabulary().words()).containsExactly("of", "film", "the");
        assertThat(row(table, "the")).containsExactly(1, 2, 3);
        assertThat(row(table, "of")).containsExactly(4, 5, 6);
        assertThat(row(table, "film")).containsExactly(-0.001f, 0.5f, 0.25f);
        String expected =
                ": expected a word and 3 finite numbers, found %d numbers at the line's"
                        + " end; the line is not used";
        assertThat(table.findings().lines())
                .containsExactly(
                        "v.txt:2" + expected.formatted(2),
                        "v.txt:3" + expected.formatted(4),
                        "v.txt:4" + expected.formatted(1),
                        "v.txt:5" + expected.formatted(0),
                        "v.txt:8: the word 'the' was there before; its first line counts");
    }

    @Test
    void should_pass_the_counts_at_the_top_of_a_word2vec_file() throws IOException {
        EmbeddingTable table = WordVectorReader.read(write("2 3", "the 1 2 3 ", "of 4 5 6"), WORDS);
        assertThat(table.fileWords()).isEqualTo(2);
        assertThat(row(table, "the")).containsExactly(1, 2, 3);
    }

    @Test
    void should_refuse_another_dimension_than_asked_for() throws IOException {
        Path file = write("the 1 2 3");
        assertThatThrownBy(() -> WordVectorReader.read(file, WORDS, 200))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + " has vectors of 3 numbers, expected 200");
    }

    /** Else one broken line at the top would cost all vectors, and a network be trained on none. */
    @Test
    void should_refuse_a_file_whose_first_line_is_unlike_the_others() throws IOException {
        Path file = write("the 1 2 3", "of 1 2", "film 3 4");
        assertThatThrownBy(() -> WordVectorReader.read(file, WORDS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        file
                                + ": only 1 of 3 lines are vectors of 3 numbers, as the first line"
                                + " is; the first other: v.txt:2: expected a word and 3 finite"
                                + " numbers, found 2 numbers at the line's end; the line is not"
                                + " used");
    }

    @Test
    void should_look_no_further_than_to_the_first_word_asked_for() throws IOException {
        WordVectorReader.requireAny(write("das 1 2", "the 1 2", "of 1", "film 1"), WORDS);
        Path none = write("das 1 2", "der 3 4");
        assertThatThrownBy(() -> WordVectorReader.requireAny(none, WORDS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none of its 2 words is among the 5 of the texts");
        assertThatThrownBy(() -> WordVectorReader.requireAny(Path.of("gone.txt"), WORDS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("gone.txt");
    }

    @Test
    void should_refuse_a_file_that_has_none_of_the_words() throws IOException {
        Path file = write("das 1 2", "der 3 4");
        assertThatThrownBy(() -> WordVectorReader.read(file, WORDS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        file
                                + ": none of its 2 words is among the 5 of the texts: is it the"
                                + " language of the texts, and in lower case?");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty: expected lines 'word v1 … vD'",
        "'just some words', ':1: expected lines ''word v1 … vD'' with blanks between, found no"
                + " number at the line''s end'",
        "'the\t1\t2', found no number at the line's end"
    })
    void should_refuse_what_is_no_file_of_vectors(String content, String message)
            throws IOException {
        Path file = Files.writeString(folder.resolve("v.txt"), content == null ? "" : content);
        assertThatThrownBy(() -> WordVectorReader.read(file, WORDS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void should_name_a_file_that_is_not_there() {
        Path file = folder.resolve("none.txt");
        assertThatThrownBy(() -> WordVectorReader.read(file, WORDS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("cannot read " + file + ": no such file");
    }

    private Path write(String... lines) throws IOException {
        return Files.write(
                folder.resolve("v.txt"), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static Path real() throws Exception {
        return Path.of(
                WordVectorReaderTest.class.getResource("/text/glove.6B.50d.top300.txt").toURI());
    }

    private static float[] row(EmbeddingTable table, String word) {
        double[] row = rows(table)[table.vocabulary().id(word)];
        float[] floats = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }

    private static double[][] rows(EmbeddingTable table) {
        return table.vectors().castTo(DataType.DOUBLE).toDoubleMatrix();
    }
}
