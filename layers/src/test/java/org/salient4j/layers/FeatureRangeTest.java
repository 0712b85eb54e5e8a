package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRangeTest {

    @Test
    void should_take_separate_ranges_as_the_blocks() {
        assertThat(blocks(6, 3, 6, 0, 3)).containsExactly(range(0, 3), range(3, 6));
        assertThat(blocks(4, 0, 4)).containsExactly(range(0, 4));
    }

    @Test
    void should_split_the_whole_where_ranges_overlap() {
        assertThat(blocks(14, 0, 14, 0, 4)).containsExactly(range(0, 4), range(4, 14));
        assertThat(blocks(6, 3, 6, 0, 6)).containsExactly(range(0, 3), range(3, 6));
        assertThat(blocks(9, 0, 9, 2, 4, 6, 8))
                .containsExactly(range(0, 2), range(2, 4), range(4, 6), range(6, 8), range(8, 9));
        assertThat(blocks(4, 0, 2, 0, 4, 2, 4)).containsExactly(range(0, 2), range(2, 4));
    }

    @Test
    void should_refuse_overlaps_without_the_whole() {
        assertThatThrownBy(() -> blocks(6, 0, 4, 3, 6))
                .hasMessage(
                        "ranges that overlap must be 0:6 and others without overlap, were"
                                + " [0:4, 3:6]: normalise no blocks, or choose other ranges");
        assertThatThrownBy(() -> blocks(6, 0, 6, 0, 4, 3, 6))
                .hasMessageStartingWith("ranges that overlap must be 0:6 and others");
    }

    @Test
    void should_refuse_what_is_no_cover() {
        assertThatThrownBy(() -> cover(6, 1, 6))
                .hasMessage("ranges must leave no gap, were [1:6]: nothing covers 0:1");
        assertThatThrownBy(() -> cover(6, 4, 6, 0, 3))
                .hasMessage("ranges must leave no gap, were [4:6, 0:3]: nothing covers 3:4");
        assertThatThrownBy(() -> cover(6, 0, 3, 3, 5))
                .hasMessage("ranges must cover 0:6, were [0:3, 3:5]");
        assertThatThrownBy(() -> cover(6, 0, 3, 3, 7))
                .hasMessage("ranges must cover 0:6, were [0:3, 3:7]");
        assertThatThrownBy(() -> cover(6)).hasMessage("ranges must cover 0:6, were []");
        assertThatThrownBy(() -> cover(6, 0, 6, 0, 6))
                .hasMessage("ranges must be different, were [0:6, 0:6]: 0:6 is there twice");
        cover(6, 0, 4, 2, 6);
    }

    @Test
    void should_refuse_ends_that_make_no_sense() {
        assertThatThrownBy(() -> range(-1, 2)).hasMessage("start must be at least 0, was -1");
        assertThatThrownBy(() -> range(2, 2))
                .hasMessage("end must be greater than start (2), was 2");
    }

    private static List<FeatureRange> blocks(int dimension, int... ends) {
        return FeatureRange.blocks(ranges(ends), dimension);
    }

    private static void cover(int dimension, int... ends) {
        FeatureRange.requireCover(ranges(ends), dimension);
    }

    private static List<FeatureRange> ranges(int... ends) {
        return java.util.stream.IntStream.range(0, ends.length / 2)
                .mapToObj(i -> range(ends[2 * i], ends[2 * i + 1]))
                .toList();
    }

    private static FeatureRange range(int start, int end) {
        return new FeatureRange(start, end);
    }
}
