package org.salient4j.framework.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.Seed;

class LengthBucketsTest {
    private static final List<EncodedText> TEXTS =
            IntStream.range(0, 103).mapToObj(i -> text(1 + (i * 37) % 60)).toList();

    @Test
    void should_hold_about_as_many_texts_in_each_bucket() {
        List<EncodedText> texts = IntStream.rangeClosed(1, 8).mapToObj(i -> text(i * 10)).toList();
        assertThat(LengthBuckets.of(texts, 4).widths()).containsExactly(20, 40, 60, 80);
        assertThat(LengthBuckets.of(texts, 1).widths()).containsExactly(80);
        assertThat(LengthBuckets.of(List.of(text(7), text(7)), 5).widths()).containsExactly(7);
    }

    @Test
    void should_batch_every_text_once_and_wide_enough() {
        LengthBuckets buckets = LengthBuckets.of(TEXTS, 5);
        for (List<BatchRows> batches :
                List.of(buckets.inOrder(TEXTS, 8), buckets.shuffled(TEXTS, 8, Seed.of(2)))) {
            List<Integer> rows = new ArrayList<>();
            for (BatchRows batch : batches) {
                assertThat(batch.rows().length).isBetween(1, 8);
                for (int row : batch.rows()) {
                    rows.add(row);
                    int length = TEXTS.get(row).length();
                    assertThat(buckets.width(length)).isEqualTo(batch.width());
                    assertThat(length).isLessThanOrEqualTo(batch.width());
                }
            }
            assertThat(rows)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 103).boxed().toList());
        }
    }

    @Test
    void should_waste_less_on_padding_than_one_width_for_all() {
        LengthBuckets buckets = LengthBuckets.of(TEXTS, 6);
        int cells =
                buckets.inOrder(TEXTS, 8).stream()
                        .mapToInt(batch -> batch.rows().length * batch.width())
                        .sum();
        assertThat(cells).isLessThan(103 * 60 * 2 / 3);
    }

    @Test
    void should_shuffle_by_the_seed() {
        LengthBuckets buckets = LengthBuckets.of(TEXTS, 5);
        assertThat(order(buckets, 2)).isEqualTo(order(buckets, 2)).isNotEqualTo(order(buckets, 3));
    }

    @Test
    void should_refuse_a_text_that_is_too_long_and_widths_that_do_not_increase() {
        LengthBuckets buckets = new LengthBuckets(new int[] {5, 9});
        assertThat(buckets.width(5)).isEqualTo(5);
        assertThat(buckets.width(6)).isEqualTo(9);
        assertThatThrownBy(() -> buckets.width(10))
                .hasMessage(
                        "a text of 10 numbers is longer than the widest bucket, 9: truncate it");
        assertThatThrownBy(() -> new LengthBuckets(new int[] {5, 5}))
                .hasMessage("widths must increase, were [5, 5]");
        assertThatThrownBy(() -> buckets.inOrder(TEXTS, 0))
                .hasMessage("batchSize must be at least 1, was 0");
    }

    private static List<Integer> order(LengthBuckets buckets, long seed) {
        return buckets.shuffled(TEXTS, 8, Seed.of(seed)).stream()
                .flatMapToInt(batch -> IntStream.of(batch.rows()))
                .boxed()
                .toList();
    }

    private static EncodedText text(int length) {
        return new EncodedText(new int[length], new int[length], 0);
    }
}
