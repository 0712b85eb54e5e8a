package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static final double NO = Double.NaN;

    private static BarChart.Bar bar(double value) {
        return new BarChart.Bar(value, NO, NO, "hint");
    }

    private static BarChart.Group group(String label, BarChart.Fill fill, BarChart.Bar... bars) {
        return new BarChart.Group(label, fill, "kind of " + fill, List.of(bars), List.of(), "");
    }

    private static BarChart chart(BarChart.Group... groups) {
        return new BarChart(
                "<b>",
                "x & y",
                List.of(groups),
                "an interval",
                new BarChart.Reference("chance", 0.5),
                1,
                "a chart");
    }

    private static Element draw(BarChart.Group... groups) {
        return Jsoup.parseBodyFragment(chart(groups).svg()).selectFirst("svg");
    }

    @Test
    void should_draw_bars_from_zero_to_their_values() {
        // x runs from 0 at 150 to 1 at 320.
        Element svg =
                draw(
                        group("a", BarChart.Fill.USUAL, bar(0.5), bar(1)),
                        group("b", BarChart.Fill.STRONG, bar(0)));
        assertThat(svg.select("rect.bar").eachAttr("x")).containsExactly("150", "150", "150");
        assertThat(svg.select("rect.bar").eachAttr("width")).containsExactly("85", "170", "0");
        assertThat(svg.select("text.y-tick").eachText()).containsExactly("a", "b");
        assertThat(svg.select("text.x-tick").eachText()).containsExactly("0.0", "0.5", "1.0");
        assertThat(svg.selectFirst("line.reference").attr("x1")).isEqualTo("235");
    }

    @Test
    void should_draw_a_bar_below_zero_to_the_left() {
        Element svg = draw(group("a", BarChart.Fill.USUAL, bar(-1)));
        Element bar = svg.selectFirst("rect.bar");
        double left = Double.parseDouble(bar.attr("x"));
        double zero = Double.parseDouble(svg.selectFirst("line.axis").attr("x1"));
        assertThat(left).isEqualTo(150);
        assertThat(left + Double.parseDouble(bar.attr("width"))).isEqualTo(zero);
    }

    @Test
    void should_draw_a_whisker_only_where_there_is_an_interval() {
        Element svg =
                draw(
                        group(
                                "a",
                                BarChart.Fill.USUAL,
                                new BarChart.Bar(0.5, 0.25, 0.75, "hint"),
                                bar(0.5)));
        assertThat(svg.select("path.whisker")).hasSize(1);
        assertThat(svg.selectFirst("path.whisker").attr("d"))
                .startsWith("M192.5,")
                .contains("H277.5M");
        assertThat(chart(group("a", BarChart.Fill.USUAL, bar(1))).legend())
                .extracting(LegendItem::name)
                .doesNotContain("an interval");
    }

    @Test
    void should_not_draw_what_has_no_value() {
        BarChart.Mark none = new BarChart.Mark("mean", BarChart.Shape.TICK, NO);
        Element svg =
                draw(
                        new BarChart.Group(
                                "a",
                                BarChart.Fill.USUAL,
                                "kind",
                                List.of(bar(NO)),
                                List.of(none),
                                "–"));
        assertThat(svg.select("rect.bar, path.tick")).isEmpty();
        assertThat(svg.select("text.empty").text()).isEqualTo("no values");
        assertThat(svg.select("text.y-tick").text()).isEqualTo("a");
    }

    @Test
    void should_tell_fills_and_marks_apart_without_colour() {
        BarChart.Group marked =
                new BarChart.Group(
                        "c",
                        BarChart.Fill.HOLLOW,
                        "the baseline",
                        List.of(new BarChart.Bar(0.5, 0.4, 0.6, "hint")),
                        List.of(
                                new BarChart.Mark("mean", BarChart.Shape.TICK, 0.5),
                                new BarChart.Mark("by chance", BarChart.Shape.RING, 0.4)),
                        "0.500");
        BarChart chart =
                chart(
                        group("a", BarChart.Fill.STRONG, bar(1)),
                        group("b", BarChart.Fill.USUAL, bar(1)),
                        group("d", BarChart.Fill.USUAL, bar(1)),
                        marked);
        assertThat(chart.legend())
                .extracting(LegendItem::name)
                .containsExactly(
                        "kind of STRONG",
                        "kind of USUAL",
                        "the baseline",
                        "an interval",
                        "mean",
                        "by chance",
                        "chance");
        assertThat(chart.legend()).extracting(LegendItem::key).doesNotHaveDuplicates();
        Element svg = Jsoup.parseBodyFragment(chart.svg()).selectFirst("svg");
        assertThat(svg.select("path.tick, circle.ring")).hasSize(2);
        assertThat(svg.select("text.figure").last().text()).isEqualTo("0.500");
    }

    @Test
    void should_keep_groups_apart_however_many_bars_they_have() {
        BarChart.Bar[] ten = new BarChart.Bar[10];
        java.util.Arrays.fill(ten, bar(1));
        Element svg =
                draw(
                        group("a", BarChart.Fill.USUAL, ten),
                        group("b", BarChart.Fill.USUAL, ten),
                        group("c", BarChart.Fill.USUAL, bar(1)));
        List<Element> bars = svg.select("rect.bar");
        double end = 0;
        for (Element bar : bars) {
            assertThat(Double.parseDouble(bar.attr("y"))).isGreaterThanOrEqualTo(end);
            end = Double.parseDouble(bar.attr("y")) + Double.parseDouble(bar.attr("height"));
        }
        double height = Double.parseDouble(svg.attr("viewBox").split(" ")[3]);
        assertThat(end).isLessThan(height - 30);
    }

    @Test
    void should_write_real_text_and_escape_it() {
        Element svg = draw(group("<i>", BarChart.Fill.USUAL, new BarChart.Bar(1, NO, NO, "a < b")));
        assertThat(svg.attr("aria-label")).isEqualTo("<b>. a chart");
        assertThat(svg.select("text").eachText()).contains("x & y", "<i>");
        assertThat(svg.selectFirst("title").wholeText()).isEqualTo("a < b");
        assertThat(svg.select("b, i")).isEmpty();
    }

    @Test
    void should_refuse_half_a_whisker() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarChart.Bar(0.5, NO, 0.6, ""))
                .withMessage("lower must not exceed upper, were NaN and 0.6");
    }
}
