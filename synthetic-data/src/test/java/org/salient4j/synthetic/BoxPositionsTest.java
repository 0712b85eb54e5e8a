package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoxPositionsTest {

    private static Box box(SyntheticSpec spec) {
        List<Box> boxes =
                spec.layout().place(1, spec.size(), false, new SplittableRandom(1)).boxes();
        assertThat(boxes).hasSize(1);
        return boxes.get(0);
    }

    private static void check(BoxPositions preset, int size, Box early, Box middle, Box late) {
        assertThat(box(preset.early())).isEqualTo(early);
        assertThat(box(preset.middle())).isEqualTo(middle);
        assertThat(box(preset.late())).isEqualTo(late);
        for (BoxPosition position : BoxPosition.values()) {
            SyntheticSpec spec = preset.at(position);
            assertThat(spec.size()).isEqualTo(new SeriesSize(size, size));
            assertThat(spec.process()).isEqualTo(new Gaussian());
            assertThat(spec.train()).isEqualTo(1000);
            assertThat(spec.test()).isEqualTo(300);
            assertThat(spec.scaling()).isEqualTo(Scaling.STANDARD);
        }
    }

    @Test
    void should_hold_the_boxes_of_the_input_cell_attention_study() {
        check(
                BoxPositions.ica2019(),
                100,
                new Box(0, 30, 10, 90),
                new Box(20, 80, 20, 80),
                new Box(70, 100, 10, 90));
    }

    @Test
    void should_move_only_the_time_of_matched_boxes() {
        check(
                BoxPositions.matched(),
                100,
                new Box(0, 30, 10, 90),
                new Box(35, 65, 10, 90),
                new Box(70, 100, 10, 90));
    }

    @Test
    void should_offer_a_form_that_is_learned_everywhere() {
        check(
                BoxPositions.learnable(),
                50,
                new Box(2, 17, 5, 45),
                new Box(17, 32, 5, 45),
                new Box(33, 48, 5, 45));
    }

    @ParameterizedTest
    @EnumSource(BoxPosition.class)
    void should_generate_data_at_every_position(BoxPosition position) {
        for (BoxPositions preset : BoxPositions.presets()) {
            SyntheticSpec spec = preset.withCounts(20, 5, 10).at(position);
            SyntheticDataset data = DatasetGenerator.generate(spec, new SplittableRandom(4));
            assertThat(data.train().samples()).isEqualTo(20);
            assertThat(data.validation().orElseThrow().samples()).isEqualTo(5);
            assertThat(data.test().boxes()).hasSize(10).containsOnly(List.of(box(spec)));
        }
    }

    @Test
    void should_be_found_by_name() {
        assertThat(BoxPositions.named("matched")).isEqualTo(BoxPositions.matched());
        assertThat(BoxPositions.presets().stream().map(BoxPositions::name))
                .containsExactly("ica2019", "matched", "learnable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxPositions.named("ica"))
                .withMessageStartingWith(
                        "unknown preset of box positions 'ica', did you mean 'ica2019'?");
    }
}
