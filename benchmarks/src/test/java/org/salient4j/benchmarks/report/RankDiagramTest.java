package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RankDiagramTest {

    private static RankDiagram diagram(double distance, List<List<Integer>> groups) {
        return new RankDiagram(
                "<b>",
                List.of(
                        new RankDiagram.Entry("third", 3),
                        new RankDiagram.Entry("first & best", 1.25),
                        new RankDiagram.Entry("second", 1.75)),
                distance,
                groups,
                "ranks");
    }

    private static Element draw(RankDiagram diagram) {
        return Jsoup.parseBodyFragment(diagram.svg()).selectFirst("svg");
    }

    @Test
    void should_name_the_better_half_at_the_left() {
        Element svg = draw(diagram(0.9, List.of(List.of(1, 2))));
        assertThat(svg.select("text.before").eachText())
                .containsExactly("first & best 1.25", "second 1.75");
        assertThat(svg.select("text.name:not(.before)").eachText()).containsExactly("3.00 third");
    }

    @Test
    void should_place_dots_by_rank_and_join_a_group() {
        // Rank 1 lies at 190, rank 3 at 450.
        Element svg = draw(diagram(0.9, List.of(List.of(1, 2))));
        assertThat(svg.select("circle.rank").eachAttr("cx"))
                .containsExactly("222.5", "287.5", "450");
        assertThat(svg.select("line.same")).hasSize(1);
        assertThat(svg.selectFirst("line.same").attr("x1")).isEqualTo("218.5");
        assertThat(svg.selectFirst("line.same").attr("x2")).isEqualTo("291.5");
        assertThat(svg.select("line.distance").first().attr("x2")).isEqualTo("307");
        assertThat(svg.text()).contains("critical difference 0.90");
    }

    @Test
    void should_draw_no_distance_that_is_not_known() {
        assertThat(draw(diagram(Double.NaN, List.of())).select("line.distance, line.same"))
                .isEmpty();
    }

    @Test
    void should_refuse_a_group_of_something_else() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> diagram(1, List.of(List.of(3))))
                .withMessage("no entry has the index 3");
    }
}
