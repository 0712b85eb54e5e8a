package org.salient4j.framework.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.data.Split;

class EncodingTest {
    private static final Vocabulary WORDS = new Vocabulary(List.of("film", "good", "a"), true);
    private static final TextExample PAIR =
            new TextExample(
                    "p",
                    List.of("Good", "?", "A", "Film"),
                    1,
                    List.of(
                            new TextPart(TextPart.Role.QUERY, "q", 0, 2),
                            new TextPart(TextPart.Role.DOCUMENT, "d", 2, 4)),
                    null);

    @Test
    void should_number_the_frequent_words_first_and_equals_by_alphabet() {
        List<TextExample> texts =
                List.of(
                        TextExample.of("1", List.of("b", "A", "c", "b"), 0),
                        TextExample.of("2", List.of("a", "C", "d"), 1));
        assertThat(Vocabulary.of(texts, 1, true).words()).containsExactly("a", "b", "c", "d");
        assertThat(Vocabulary.of(texts, 2, true).words()).containsExactly("a", "b", "c");
        assertThat(Vocabulary.of(texts, 1, false).words())
                .containsExactly("b", "A", "C", "a", "c", "d");
    }

    @Test
    void should_look_words_up_in_lower_case_if_the_vocabulary_says_so() {
        assertThat(WORDS.id("Film")).isEqualTo(3);
        assertThat(new Vocabulary(WORDS.words(), false).id("Film")).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(WORDS.names()).containsExactly("[PAD]", "[UNK]", "[SEP]", "film", "good", "a");
        assertThat(WORDS.word(4)).isEqualTo("good");
        assertThat(WORDS.size()).isEqualTo(6);
        assertThat(WORDS.restrictedTo(w -> w.length() > 1).id("good")).isEqualTo(4);
    }

    @Test
    void should_refuse_a_word_twice() {
        assertThatThrownBy(() -> new Vocabulary(List.of("a", "a"), true))
                .hasMessage("the word 'a' is there twice");
    }

    @Test
    void should_put_a_separator_between_parts_and_find_the_way_back() {
        EncodedText encoded = new TextEncoder(WORDS).encode(PAIR);
        assertThat(encoded.ids()).containsExactly(4, 1, 2, 5, 3);
        assertThat(encoded.tokens()).containsExactly(0, 1, -1, 2, 3);
        assertThat(encoded.unknown()).isEqualTo(1);
        assertThat(encoded.perToken(new double[] {10, 11, 12, 13, 14, 99, 99}))
                .containsExactly(10, 11, 13, 14);
    }

    @Test
    void should_not_separate_what_is_empty_and_read_nothing_as_one_unknown_word() {
        TextEncoder encoder = new TextEncoder(WORDS);
        assertThat(encoder.encode(PAIR.keeping(2, 3)).ids()).containsExactly(5, 3);
        assertThat(encoder.encode(PAIR.keeping(0)).ids()).containsExactly(4);
        assertThat(encoder.encode(PAIR.keeping()).ids()).containsExactly(Vocabulary.UNKNOWN);
        assertThat(encoder.encode(PAIR.keeping()).perToken(new double[1])).isEmpty();
    }

    @Test
    void should_find_texts_of_which_no_word_is_known() {
        Corpus corpus =
                Corpus.of(
                        "c",
                        List.of("n", "p"),
                        Map.of(
                                Split.TEST,
                                List.of(PAIR, TextExample.of("lost", List.of("xyz", "zyx"), 0))));
        assertThat(new TextEncoder(WORDS).withoutKnownWord(corpus).lines())
                .containsExactly("test: of 1 of 2 texts no word is known, the first is 'lost'");
    }

    @Test
    void should_fill_a_batch_up_and_say_where_the_text_is() {
        List<EncodedText> texts =
                new TextEncoder(WORDS)
                        .encode(List.of(PAIR, TextExample.of("s", List.of("good"), 0)));
        TextBatch batch = TextBatch.of(texts, new int[] {1, 0, 1}, 6);
        assertThat(batch.idArray())
                .isEqualTo(
                        Nd4j.createFromArray(
                                new int[][] {
                                    {4, 0, 0, 0, 0, 0}, {4, 1, 2, 5, 3, 0}, {4, 0, 0, 0, 0, 0}
                                }));
        assertThat(batch.mask(DataType.FLOAT))
                .isEqualTo(
                        Nd4j.createFromArray(
                                new float[][] {
                                    {1, 0, 0, 0, 0, 0}, {1, 1, 1, 1, 1, 0}, {1, 0, 0, 0, 0, 0}
                                }));
        assertThat(batch.labels()).containsExactly(0, 1, 0);
        assertThat(batch.lengths()).containsExactly(1, 5, 1);
        assertThatThrownBy(() -> TextBatch.of(texts, new int[] {0}, 4))
                .hasMessage("a text must have 1 to 4 numbers, had 5");
    }
}
