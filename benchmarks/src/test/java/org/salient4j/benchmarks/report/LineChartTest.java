package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class LineChartTest {

    private static final double NO = Double.NaN;

    private static Element draw(Line... lines) {
        LineChart chart =
                new LineChart(
                        "<b>", "x & y", "\"y\"", 0, List.of(lines), null, null, false, "a chart");
        return Jsoup.parseBodyFragment(chart.svg()).selectFirst("svg");
    }

    private static Line line(double... y) {
        double[] none = new double[y.length];
        java.util.Arrays.fill(none, NO);
        return new Line("a <line>", 0, y, none, none);
    }

    @Test
    void should_draw_values_between_the_ends_of_the_axes() {
        // y runs from 0 at 182 to 1 at 24, x from 46 to 352.
        assertThat(draw(line(0, 0.5, 1)).selectFirst("path.line").attr("d"))
                .isEqualTo("M46,182L199,103L352,24");
    }

    @Test
    void should_leave_a_gap_where_there_is_no_value() {
        assertThat(draw(line(0, NO, 1)).selectFirst("path.line").attr("d"))
                .isEqualTo("M46,182M352,24");
    }

    @Test
    void should_draw_a_band_only_where_there_is_an_interval() {
        Line band =
                new Line(
                        "a",
                        0,
                        new double[] {0.5, 0.5, 0.5},
                        new double[] {0, 0, NO},
                        new double[] {1, 1, NO});
        assertThat(draw(band).select("path.band")).hasSize(1);
        assertThat(draw(band).selectFirst("path.band").attr("d"))
                .isEqualTo("M46,24L199,24L199,182L46,182Z");
        assertThat(draw(line(1, 2, 3)).select("path.band")).isEmpty();
    }

    @Test
    void should_write_real_text_and_escape_it() {
        Element svg = draw(line(0, 1));
        assertThat(svg.attr("aria-label")).isEqualTo("<b>. a chart");
        assertThat(svg.select("text").eachText()).contains("x & y", "\"y\"", "0", "1");
        assertThat(svg.select("b, line-name")).isEmpty();
        assertThat(svg.selectFirst("title").wholeText()).isEqualTo("x & y 0\na <line>: 0.000");
    }

    @Test
    void should_choose_round_ticks() {
        assertThat(Axis.around(0, 0.23, 4).ticks()).hasSize(4).startsWith(0d).endsWith(0.1 * 3);
        assertThat(Axis.around(0, 100, 5).ticks()).containsExactly(0d, 20d, 40d, 60d, 80d, 100d);
        assertThat(Axis.around(0, 0.002, 4).decimals(1)).isEqualTo(4);
        assertThat(Axis.around(0, 0.23, 4).decimals(100)).isZero();
    }

    @Test
    void should_put_settings_at_equal_distances() {
        LineChart chart =
                LineChart.over(
                        List.of("0", "0.01", "1"),
                        "a",
                        "weight",
                        "y",
                        List.of(line(0, 1, 1)),
                        null,
                        "b");
        Element svg = Jsoup.parseBodyFragment(chart.svg()).selectFirst("svg");
        assertThat(svg.selectFirst("path.line").attr("d")).isEqualTo("M46,182L199,24L352,24");
        assertThat(svg.select("text.x-tick").eachText()).containsExactly("0", "0.01", "1");
        assertThat(svg.select("title").eachText()).element(1).asString().startsWith("weight 0.01");
    }

    @Test
    void should_refuse_settings_without_names() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new LineChart(
                                        "a",
                                        "x",
                                        "y",
                                        new double[] {0, 1},
                                        List.of("0"),
                                        List.of(),
                                        null,
                                        null,
                                        false,
                                        "b"))
                .withMessage("xNames must have 2 names, had 1");
    }

    @Test
    void should_refuse_a_style_that_the_page_does_not_have() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line("a", 6, new double[0], new double[0], new double[0]))
                .withMessage("style must be in [0, 6), was 6");
    }
}
