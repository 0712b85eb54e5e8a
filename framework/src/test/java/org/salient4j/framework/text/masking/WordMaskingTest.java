package org.salient4j.framework.text.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.TextBatch;
import org.salient4j.framework.text.Vocabulary;

class WordMaskingTest {
    private static final Vocabulary WORDS =
            new Vocabulary(IntStream.range(0, 50).mapToObj(i -> "w" + i).toList(), true);
    private static final Seed SEED = Seed.of(9);

    /** Words 10 to 15; at k = .5 the three lowest are 10, 12 and 13. */
    private static final int[] IDS = {10, 11, 12, 13, 14, 15};

    private static final double[] SCORES = {-5, 2, -1, 0, 4, 3, -99, -99};

    @ParameterizedTest
    @CsvSource({
        "PREVIOUS_SALIENT, 11 11 11 11 14 15",
        "REMOVE, 11 14 15",
        "UNKNOWN, 1 11 1 1 14 15",
        "SEPARATOR, 2 11 2 2 14 15"
    })
    void should_replace_by_hand(WordReplacement replacement, String expected) {
        assertThat(masked(replacement, 0.5, IDS, SCORES)).isEqualTo(ids(expected));
    }

    @Test
    void should_take_the_next_kept_word_where_none_is_before_and_else_the_last() {
        double[] scores = {0, 1, 9, 2, 3, 8};
        assertThat(masked(WordReplacement.PREVIOUS_SALIENT, 0.7, IDS, scores))
                .containsExactly(12, 12, 12, 12, 12, 15);
    }

    @Test
    void should_draw_words_that_the_seed_fixes() {
        int[] first = masked(WordReplacement.RANDOM_WORD, 0.5, IDS, SCORES);
        assertThat(first[1]).isEqualTo(11);
        assertThat(first[4]).isEqualTo(14);
        for (int i : new int[] {0, 2, 3}) {
            assertThat(first[i]).isBetween(Vocabulary.FIRST_WORD, WORDS.size() - 1);
        }
        assertThat(masked(WordReplacement.RANDOM_WORD, 0.5, IDS, SCORES)).isEqualTo(first);
        TextBatch long1 = batch(IntStream.range(3, 53).toArray());
        double[][] scores = {new double[50]};
        WordMasking masking = new WordMasking(0.9, WordReplacement.RANDOM_WORD);
        assertThat(masking.apply(long1, scores, WORDS, Seed.of(1)).ids()[0])
                .isNotEqualTo(masking.apply(long1, scores, WORDS, Seed.of(2)).ids()[0]);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 774, 464", "0.29, 100, 29", "0.7, 16, 11", "0.8, 1, 0", "0, 5, 0"})
    void should_mask_exactly_the_floor_of_the_decimal_share(double k, int words, int count) {
        int[] ids = IntStream.range(0, words).map(i -> 3 + i % 50).toArray();
        double[] scores = new double[words];
        boolean[] masked = new WordMasking(k).lowest(ids, scores);
        assertThat(IntStream.range(0, words).filter(i -> masked[i]).count()).isEqualTo(count);
        // Of equal scores the earlier are masked.
        assertThat(IntStream.range(0, count).allMatch(i -> masked[i])).isTrue();
    }

    @Test
    void should_neither_rank_nor_count_padding_and_separators() {
        int[] pair = {10, 11, Vocabulary.SEPARATOR, 12, 13};
        double[] scores = {1, 2, -100, 3, 0, -100, -100, -100};
        assertThat(new WordMasking(0.5).lowest(pair, scores))
                .containsExactly(true, false, false, false, true);
        assertThat(masked(WordReplacement.PREVIOUS_SALIENT, 0.5, pair, scores))
                .containsExactly(11, 11, Vocabulary.SEPARATOR, 12, 12);
        assertThat(masked(WordReplacement.REMOVE, 0.5, pair, scores))
                .containsExactly(11, Vocabulary.SEPARATOR, 12);
    }

    @Test
    void should_not_take_a_separator_for_a_word() {
        int[] pair = {10, Vocabulary.SEPARATOR, 12, 13};
        assertThat(masked(WordReplacement.PREVIOUS_SALIENT, 0.4, pair, new double[] {5, 0, 1, 3}))
                .containsExactly(10, Vocabulary.SEPARATOR, 10, 13);
    }

    @ParameterizedTest
    @EnumSource
    void should_keep_batch_and_width_and_leave_the_clean_batch_alone(WordReplacement replacement) {
        int[] other = {20, 21};
        TextBatch clean = new TextBatch(new int[][] {IDS, other, {30}}, 8, new int[] {1, 0, 1});
        TextBatch masked =
                new WordMasking(0.5, replacement)
                        .apply(clean, new double[][] {SCORES, {1, 0}, {0}}, WORDS, SEED);
        assertThat(masked.width()).isEqualTo(8);
        assertThat(masked.labels()).containsExactly(1, 0, 1);
        assertThat(clean.ids()[0]).containsExactly(10, 11, 12, 13, 14, 15);
        assertThat(masked.ids()[2]).containsExactly(30);
        int kept = replacement == WordReplacement.REMOVE ? 1 : 2;
        assertThat(masked.ids()[1]).hasSize(kept).startsWith(20);
        assertThat(masked.idArray().shape()).containsExactly(3, 8);
    }

    @Test
    void should_refuse_what_cannot_be_ranked() {
        assertThatThrownBy(() -> new WordMasking(1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("maskedFraction must be in [0, 1), was 1.0");
        assertThatThrownBy(() -> new WordMasking(Double.NaN)).hasMessageContaining("[0, 1)");
        assertThatThrownBy(
                        () ->
                                new WordMasking(0.5)
                                        .lowest(IDS, new double[] {0, Double.NaN, 0, 0, 0, 0}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the score of word 1 must be finite, was NaN");
        Vocabulary none = new Vocabulary(List.of(), true);
        assertThatThrownBy(
                        () ->
                                new WordMasking(0.5, WordReplacement.RANDOM_WORD)
                                        .apply(batch(IDS), new double[][] {SCORES}, none, SEED))
                .hasMessage("a vocabulary without words has no random word");
    }

    private static int[] masked(WordReplacement replacement, double k, int[] ids, double[] scores) {
        return new WordMasking(k, replacement)
                .apply(batch(ids), new double[][] {scores}, WORDS, SEED)
                .ids()[0];
    }

    private static TextBatch batch(int[] ids) {
        return new TextBatch(new int[][] {ids}, Math.max(8, ids.length), new int[] {0});
    }

    private static int[] ids(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
