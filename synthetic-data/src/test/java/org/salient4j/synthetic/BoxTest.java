package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void should_exclude_its_ends() {
        Box box = new Box(2, 4, 5, 8);
        assertThat(box.contains(2, 5)).isTrue();
        assertThat(box.contains(3, 7)).isTrue();
        assertThat(box.contains(4, 7)).isFalse();
        assertThat(box.contains(3, 8)).isFalse();
        assertThat(box.contains(1, 6)).isFalse();
        assertThat(box.contains(2, 4)).isFalse();
        assertThat(box.cells()).isEqualTo(6);
        assertThat(Box.sized(2, 2, 5, 3)).isEqualTo(box);
        assertThat(box.fits(new SeriesSize(4, 8))).isTrue();
        assertThat(box.fits(new SeriesSize(4, 7))).isFalse();
        assertThat(box.fits(new SeriesSize(3, 8))).isFalse();
    }

    @Test
    void should_overlap_only_where_a_cell_is_shared() {
        Box box = new Box(2, 4, 5, 8);
        assertThat(box.overlaps(new Box(3, 9, 7, 9))).isTrue();
        assertThat(box.overlaps(new Box(4, 9, 5, 8))).isFalse();
        assertThat(box.overlaps(new Box(2, 4, 8, 9))).isFalse();
        assertThat(box.overlaps(new Box(0, 9, 0, 9))).isTrue();
    }

    @Test
    void should_reject_an_empty_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(3, 3, 0, 1))
                .withMessage("timeEnd must be greater than timeStart 3, was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(0, 1, 4, 2))
                .withMessage("featureEnd must be greater than featureStart 4, was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(-1, 1, 0, 2))
                .withMessage("timeStart must be at least 0, was -1");
    }

    @Test
    void should_reject_a_placement_that_is_none() {
        List<Box> box = List.of(new Box(0, 1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Placement(box, 0))
                .withMessage("sign must be 1 or -1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Placement(List.of(), 1))
                .withMessage("boxes must hold at least one box, was empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Placement(List.of(box.get(0), box.get(0)), 1))
                .withMessageStartingWith("boxes must not overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Placement.signed(2, box))
                .withMessage("label must be 0 or 1, was 2");
        assertThat(Placement.signed(0, box)).isEqualTo(new Placement(box, -1));
    }

    @Test
    void should_reject_a_series_without_cells() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesSize(0, 5))
                .withMessage("timeSteps must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesSize(5, -1))
                .withMessage("features must be at least 1, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesSize(100_000, 100_000))
                .withMessage("timeSteps * features must be at most 2147483647, was 10000000000");
    }
}
