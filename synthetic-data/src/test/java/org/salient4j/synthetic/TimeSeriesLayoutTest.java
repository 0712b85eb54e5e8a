package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSeriesLayoutTest {

    private final RandomGenerator random = new SplittableRandom(11);

    @Test
    void should_register_the_layouts_by_name() {
        assertThat(TimeSeriesLayout.registered().stream().map(TimeSeriesLayout::name))
                .containsExactly(
                        "middle",
                        "small-middle",
                        "moving-middle",
                        "moving-small-middle",
                        "rare-time",
                        "moving-rare-time",
                        "rare-feature",
                        "moving-rare-feature",
                        "positional-time",
                        "positional-feature",
                        "earlier-box",
                        "middle-box",
                        "latter-box",
                        "three-upper-boxes",
                        "three-middle-boxes",
                        "fixed-boxes");
        assertThat(TimeSeriesLayout.registered())
                .allSatisfy(layout -> assertThat(layout.description()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "middle, 10, 40, 10, 40",
        "small-middle, 18, 33, 18, 33",
        "rare-time, 22, 28, 5, 45",
        "rare-feature, 5, 45, 22, 28",
        "earlier-box, 0, 30, 10, 90",
        "middle-box, 20, 80, 20, 80",
        "latter-box, 70, 100, 10, 90",
        "fixed-boxes, 2, 17, 5, 45"
    })
    void should_place_fixed_boxes_where_they_were_published(
            String name, int timeStart, int timeEnd, int featureStart, int featureEnd) {
        TimeSeriesLayout layout = TimeSeriesLayout.named(name);
        List<Box> boxes = List.of(new Box(timeStart, timeEnd, featureStart, featureEnd));
        assertThat(layout.place(1, layout.usualSize(), false, random))
                .isEqualTo(new Placement(boxes, 1));
        assertThat(layout.place(0, layout.usualSize(), false, random))
                .isEqualTo(new Placement(boxes, -1));
    }

    @ParameterizedTest
    @CsvSource({"three-upper-boxes, 0, 40", "three-middle-boxes, 25, 65"})
    void should_place_three_boxes_side_by_side(String name, int timeStart, int timeEnd) {
        assertThat(TimeSeriesLayout.named(name).place(1, new SeriesSize(100, 100), false, random))
                .isEqualTo(
                        new Placement(
                                List.of(
                                        new Box(timeStart, timeEnd, 0, 30),
                                        new Box(timeStart, timeEnd, 35, 65),
                                        new Box(timeStart, timeEnd, 70, 100)),
                                1));
    }

    @Test
    void should_offer_the_small_box_of_the_program_beside_that_of_the_paper() {
        assertThat(new SmallMiddle().informativeCells()).isEqualTo(15 * 15);
        assertThat(SmallMiddle.official().boxes()).containsExactly(new Box(18, 32, 18, 32));
    }

    @ParameterizedTest
    @CsvSource({
        "middle, .36",
        "small-middle, .09",
        "moving-middle, .36",
        "moving-small-middle, .09",
        "rare-time, .096",
        "moving-rare-time, .096",
        "rare-feature, .096",
        "moving-rare-feature, .096",
        "positional-time, .16",
        "positional-feature, .16"
    })
    void should_have_the_published_share_of_salient_cells(String name, double fraction) {
        assertThat(TimeSeriesLayout.named(name).informativeFraction(SeriesSize.BENCHMARK))
                .isEqualTo(fraction);
    }

    @ParameterizedTest
    @CsvSource({
        "moving-middle, 30, 30",
        "moving-small-middle, 15, 15",
        "moving-rare-time, 6, 40",
        "moving-rare-feature, 40, 6"
    })
    void should_reach_the_last_start_of_both_axes_only_if_inclusive(
            String name, int timeSize, int featureSize) {
        TimeSeriesLayout layout = TimeSeriesLayout.named(name);
        for (boolean inclusive : new boolean[] {false, true}) {
            Set<Integer> times = new HashSet<>();
            Set<Integer> features = new HashSet<>();
            for (int i = 0; i < 5000; i++) {
                Placement placement = layout.place(1, SeriesSize.BENCHMARK, inclusive, random);
                assertThat(placement.boxes()).hasSize(1);
                Box box = placement.boxes().get(0);
                assertThat(box.timeSize()).isEqualTo(timeSize);
                assertThat(box.featureSize()).isEqualTo(featureSize);
                assertThat(box.fits(SeriesSize.BENCHMARK)).isTrue();
                times.add(box.timeStart());
                features.add(box.featureStart());
            }
            // As many different starts as there are: each of them from 0 on was drawn.
            assertThat(times).hasSize(50 - timeSize + (inclusive ? 1 : 0)).contains(0);
            assertThat(features).hasSize(50 - featureSize + (inclusive ? 1 : 0)).contains(0);
        }
    }

    @Test
    void should_code_the_class_in_the_feature_position_of_positional_time() {
        Set<Integer> free = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            int label = i % 2;
            Placement placement =
                    new PositionalTime().place(label, SeriesSize.BENCHMARK, false, random);
            Box box = placement.boxes().get(0);
            assertThat(placement.sign()).isEqualTo(1);
            assertThat(box.featureStart()).isEqualTo(label == 1 ? 1 : 29);
            free.add(box.timeStart());
        }
        assertThat(free).hasSize(30).contains(0, 29);
    }

    @Test
    void should_code_the_class_in_the_time_position_of_positional_feature() {
        Set<Integer> free = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            int label = i % 2;
            Placement placement =
                    new PositionalFeature().place(label, SeriesSize.BENCHMARK, true, random);
            Box box = placement.boxes().get(0);
            assertThat(placement.sign()).isEqualTo(1);
            assertThat(box.timeStart()).isEqualTo(label == 1 ? 1 : 29);
            free.add(box.featureStart());
        }
        assertThat(free).hasSize(31).contains(0, 30);
    }

    @Test
    void should_move_the_same_box_through_series_of_another_size() {
        SeriesSize size = new SeriesSize(8, 5);
        Set<Box> boxes = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            boxes.addAll(new MovingMiddle(6, 4).place(0, size, true, random).boxes());
        }
        assertThat(boxes).hasSize(3 * 2).allMatch(box -> box.fits(size));
    }

    @Test
    void should_suggest_the_nearest_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeriesLayout.named("midle"))
                .withMessageStartingWith("unknown layout 'midle', did you mean 'middle'? Known: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeriesLayout.named("moving_rare_feature"))
                .withMessageContaining("did you mean 'moving-rare-feature'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeriesLayout.named(null))
                .withMessageStartingWith("unknown layout 'null'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"middle", "moving-middle", "positional-time", "positional-feature"})
    void should_reject_a_label_that_is_not_a_class(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                TimeSeriesLayout.named(name)
                                        .place(-1, SeriesSize.BENCHMARK, false, random))
                .withMessage("label must be 0 or 1, was -1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "middle | 39 | 50 | true | middle does not fit a 39x50 series: its box is"
                        + " time [10, 40) x features [10, 40)",
                "latter-box | 50 | 100 | true | latter-box does not fit a 50x100 series: its box is"
                        + " time [70, 100) x features [10, 90)",
                "moving-middle | 30 | 50 | false | moving-middle needs timeSteps of at least 31"
                        + " (or 30 with inclusive), was 30",
                "moving-middle | 50 | 29 | true | moving-middle needs features of at least 30,"
                        + " was 29",
                "positional-time | 20 | 49 | false | positional-time needs timeSteps of at least 21"
                        + " (or 20 with inclusive), was 20",
                "positional-time | 50 | 48 | false | positional-time needs features of at least 49,"
                        + " was 48",
                "positional-feature | 48 | 50 | false | positional-feature needs timeSteps of at"
                        + " least 49, was 48",
                "positional-feature | 50 | 19 | true | positional-feature needs features of at"
                        + " least 20, was 19"
            })
    void should_reject_a_series_that_is_too_small(
            String name, int timeSteps, int features, boolean inclusive, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                TimeSeriesLayout.named(name)
                                        .requireFits(
                                                new SeriesSize(timeSteps, features), inclusive))
                .withMessage(message);
    }

    @Test
    void should_accept_the_smallest_series_that_is_large_enough() {
        TimeSeriesLayout.named("middle").requireFits(new SeriesSize(40, 40), false);
        TimeSeriesLayout.named("moving-middle").requireFits(new SeriesSize(31, 31), false);
        TimeSeriesLayout.named("moving-middle").requireFits(new SeriesSize(30, 30), true);
        TimeSeriesLayout.named("positional-time").requireFits(new SeriesSize(21, 49), false);
        TimeSeriesLayout.named("positional-feature").requireFits(new SeriesSize(49, 20), true);
    }

    @Test
    void should_reject_sizes_and_starts_that_make_no_box() {
        rejects(() -> new Middle(-1, 3, 0, 3), "timeStart must be at least 0, was -1");
        rejects(() -> new RareTime(0, 0, 0, 3), "timeSize must be at least 1, was 0");
        rejects(() -> new RareFeature(0, 3, -2, 3), "featureStart must be at least 0, was -2");
        rejects(() -> new SmallMiddle(0, 3, 0, 0), "featureSize must be at least 1, was 0");
        rejects(() -> new MovingMiddle(0, 3), "timeSize must be at least 1, was 0");
        rejects(() -> new MovingRareTime(3, -4), "featureSize must be at least 1, was -4");
        rejects(() -> new MovingSmallMiddle(3, 0), "featureSize must be at least 1, was 0");
        rejects(() -> new MovingRareFeature(0, 1), "timeSize must be at least 1, was 0");
        rejects(
                () -> new PositionalTime(20, 20, -1, 29),
                "positiveStart must be at least 0, was -1");
        rejects(
                () -> new PositionalFeature(20, 20, 5, 5),
                "positiveStart and negativeStart must differ, both were 5");
        rejects(
                () -> new ThreeUpperBoxes(0, 40, 30, 0, 29, 70),
                "boxes must not overlap, but time [0, 40) x features [0, 30) and"
                        + " time [0, 40) x features [29, 59) do");
        rejects(() -> FixedBoxes.of(), "boxes must hold at least one box, was empty");
        rejects(() -> new FixedBoxes(null), "boxes must be given, was null");
    }

    @Test
    void should_give_free_boxes_a_series_that_holds_them() {
        assertThat(new FixedBoxes().usualSize()).isEqualTo(SeriesSize.BENCHMARK);
        assertThat(FixedBoxes.of(new Box(0, 1, 0, 1), new Box(60, 70, 3, 4)).usualSize())
                .isEqualTo(new SeriesSize(70, 50));
    }

    private static void rejects(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
