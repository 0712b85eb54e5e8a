package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ViolinChartTest {

    private static ViolinChart.Violin violin(double... quantiles) {
        return reaching(1, quantiles);
    }

    private static ViolinChart.Violin reaching(double reach, double... quantiles) {
        return new ViolinChart.Violin(
                "<b>",
                reach,
                List.of(0.0, 1.0, 0.0),
                java.util.Arrays.stream(quantiles).boxed().toList(),
                "hint");
    }

    @Test
    void should_place_boxes_and_whiskers() {
        ViolinChart chart =
                new ViolinChart(
                        "title",
                        "x",
                        List.of(violin(-1, -0.5, 0, 0.5, 1)),
                        "1 % to 99 %",
                        "frequency",
                        "what it is");
        Element svg = Jsoup.parseBodyFragment(chart.svg()).selectFirst("svg");
        // x runs from -1 at 110 to 1 at 334.
        assertThat(svg.select("rect").attr("x")).isEqualTo("166");
        assertThat(svg.select("rect").attr("width")).isEqualTo("112");
        assertThat(svg.select("path.tick").attr("d")).startsWith("M222,");
        assertThat(svg.select("path.whisker").attr("d")).startsWith("M110,33H334");
        assertThat(svg.select("path.bar").attr("d")).contains("L222,11").contains("L222,55");
        assertThat(svg.select("text.y-tick").text()).isEqualTo("<b>");
        assertThat(svg.select("g title").text()).isEqualTo("hint");
        assertThat(chart.legend()).hasSize(4);
    }

    @Test
    void should_leave_long_numbers_room() {
        assertThat(ticks(0.000085)).containsExactly("\u22120.0001", "0.0000", "0.0001");
        assertThat(ticks(0.85)).containsExactly("\u22121.0", "\u22120.5", "0.0", "0.5", "1.0");
        // All values are 0.
        assertThat(ticks(0)).containsExactly("\u22121.0", "\u22120.5", "0.0", "0.5", "1.0");
    }

    private static List<String> ticks(double reach) {
        ViolinChart chart =
                new ViolinChart("t", "x", List.of(reaching(reach, 0, 0, 0, 0, 0)), "w", "f", "d");
        return Jsoup.parseBodyFragment(chart.svg()).select("text.x-tick").eachText();
    }

    @Test
    void should_refuse_quantiles_that_fall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> violin(0, 1, 0.5, 2, 3))
                .withMessageContaining("quantiles must not fall");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> violin(0, 1))
                .withMessage("a violin needs 5 quantiles, had 2");
    }
}
