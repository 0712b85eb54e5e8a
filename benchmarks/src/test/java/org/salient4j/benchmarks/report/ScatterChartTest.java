package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ScatterChartTest {

    private static ScatterChart.Group group(String label, double x, double... y) {
        return new ScatterChart.Group(
                label,
                x,
                java.util.stream.IntStream.range(0, y.length)
                        .mapToObj(i -> new ScatterChart.Point("style " + i, i, y[i], "hint"))
                        .toList());
    }

    private static ScatterChart chart(ScatterChart.Group... groups) {
        return new ScatterChart("<b>", "seconds", "y", List.of(groups), "a chart");
    }

    private static Element draw(ScatterChart.Group... groups) {
        return Jsoup.parseBodyFragment(chart(groups).svg()).selectFirst("svg");
    }

    @Test
    void should_place_points_by_the_logarithm() {
        // x runs from 0.1 at 46 to 1000 at 342, y from 0 at 222 to 1.2 at 24.
        Element svg = draw(group("a", 1, 0), group("b", 100, 1));
        assertThat(svg.select("circle.mark").eachAttr("cx")).containsExactly("120", "268");
        assertThat(svg.select("circle.mark").eachAttr("cy")).containsExactly("222", "57");
        assertThat(svg.select("text.x-tick").eachText())
                .containsExactly("0.1", "1", "10", "100", "1000");
    }

    @Test
    void should_keep_labels_apart_and_inside() {
        Element svg =
                draw(
                        group("one long label", 1, 0.5),
                        group("another label", 1.1, 0.5),
                        group("a third label", 1.2, 0.51),
                        group("at the edge, long", 9.9, 0.5));
        List<Element> labels = svg.select("text.point");
        assertThat(labels).hasSize(4);
        for (Element a : labels) {
            double left = Double.parseDouble(a.attr("x"));
            double right = left + 6.4 * a.text().length();
            assertThat(left).isGreaterThanOrEqualTo(46);
            assertThat(right).isLessThanOrEqualTo(360);
            for (Element b : labels) {
                double otherLeft = Double.parseDouble(b.attr("x"));
                double otherRight = otherLeft + 6.4 * b.text().length();
                boolean beside = right <= otherLeft || otherRight <= left;
                double down = Double.parseDouble(a.attr("y")) - Double.parseDouble(b.attr("y"));
                assertThat(a == b || beside || Math.abs(down) >= 12.9).isTrue();
            }
        }
    }

    @Test
    void should_keep_marks_and_ticks_off_the_edges() {
        Element svg = draw(group("low", 1, -0.2), group("high", 90, 0.4));
        assertThat(svg.select("circle.mark").eachAttr("cy"))
                .allSatisfy(
                        text -> assertThat(Double.parseDouble(text)).isBetween(24 + 5d, 222 - 5d));
        Element last = svg.select("text.x-tick").last();
        double half = 6.4 * last.text().length() / 2;
        assertThat(Double.parseDouble(last.attr("x")) + half).isLessThanOrEqualTo(360);
    }

    @Test
    void should_not_draw_what_has_no_value() {
        Element svg = draw(group("none", 1, Double.NaN), group("one", 2, Double.NaN, 0.5));
        assertThat(svg.select(".mark")).hasSize(1);
        assertThat(svg.select("text.point").eachText()).containsExactly("one");
        assertThat(draw().select("text.empty").text()).isEqualTo("no values");
    }

    @Test
    void should_tell_styles_apart_by_form() {
        assertThat(chart(group("a", 1, 1, 2, 3)).legend())
                .extracting(item -> item.key().substring(0, 5))
                .containsExactly("<circ", "<rect", "<path");
    }

    @Test
    void should_refuse_what_has_no_logarithm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group("a", 0, 1))
                .withMessage("x must be above 0, was 0.0");
    }
}
