package org.salient4j.benchmarks.vanishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.synthetic.Box;
import org.salient4j.synthetic.BoxPosition;
import org.salient4j.synthetic.BoxPositions;
import org.salient4j.synthetic.DatasetGenerator;
import org.salient4j.synthetic.Gaussian;
import org.salient4j.synthetic.LabelledSeries;
import org.salient4j.synthetic.MovingMiddle;
import org.salient4j.synthetic.Scaling;
import org.salient4j.synthetic.SyntheticSpec;

class VanishingCellTest {
    private static final VanishingCell CELL =
            new VanishingSaliency(List.of("matched"), List.of("lstm"), 1).cells().get(0);

    @Test
    void should_hold_every_number_of_its_data() {
        assertThat(CELL.series())
                .isEqualTo(
                        new BoxedSeries(
                                100,
                                100,
                                List.of(new Box(0, 30, 10, 90)),
                                "gaussian",
                                1,
                                Scaling.STANDARD));
        assertThat(Json.canonical(CELL))
                .contains("\"boxes\":[{\"featureEnd\":90,\"featureStart\":10,\"timeEnd\":30,");
        assertThat(Json.convert(Json.tree(CELL), VanishingCell.class, "cell")).isEqualTo(CELL);
    }

    @Test
    void should_have_another_key_where_the_preset_has_other_boxes_or_sizes() {
        List<Box> box = List.of(new Box(0, 30, 10, 90));
        List<Box> other = List.of(new Box(1, 31, 10, 90));
        Set<CellKey> keys = new HashSet<>();
        for (BoxedSeries series :
                List.of(
                        new BoxedSeries(100, 100, box, "gaussian", 1, Scaling.STANDARD),
                        new BoxedSeries(101, 100, box, "gaussian", 1, Scaling.STANDARD),
                        new BoxedSeries(100, 101, box, "gaussian", 1, Scaling.STANDARD),
                        new BoxedSeries(100, 100, other, "gaussian", 1, Scaling.STANDARD),
                        new BoxedSeries(100, 100, box, "narma", 1, Scaling.STANDARD),
                        new BoxedSeries(100, 100, box, "gaussian", 2, Scaling.STANDARD),
                        new BoxedSeries(100, 100, box, "gaussian", 1, Scaling.NONE))) {
            keys.add(
                    CellKey.of(
                            VanishingSaliency.NAME,
                            new VanishingCell(
                                    CELL.preset(),
                                    CELL.position(),
                                    series,
                                    CELL.network(),
                                    CELL.training(),
                                    CELL.seed(),
                                    CELL.setup())));
        }
        assertThat(keys).hasSize(7).contains(CellKey.of(VanishingSaliency.NAME, CELL));
    }

    @Test
    void should_draw_the_data_of_the_preset_from_the_numbers_alone() {
        for (BoxPositions preset : BoxPositions.presets()) {
            for (BoxPosition position : BoxPosition.values()) {
                SyntheticSpec spec = preset.at(position).withCounts(4, 3, 2);
                LabelledSeries expected = draw(spec);
                LabelledSeries actual = draw(BoxedSeries.of(spec).spec(4, 3, 2, DataType.FLOAT));
                assertThat(actual.labels()).isEqualTo(expected.labels());
                assertThat(actual.truth()).isEqualTo(expected.truth());
                assertThat(actual.x().dup().data().asFloat())
                        .isEqualTo(expected.x().dup().data().asFloat());
            }
        }
    }

    private static LabelledSeries draw(SyntheticSpec spec) {
        return DatasetGenerator.generate(spec, Seed.of(5).random()).train();
    }

    @Test
    void should_refuse_series_that_these_numbers_do_not_tell() {
        assertThatThrownBy(
                        () -> BoxedSeries.of(SyntheticSpec.of(new MovingMiddle(), new Gaussian())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must have fixed boxes");
    }
}
