package org.salient4j.benchmarks.report.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.benchmarks.report.Chromium;
import org.salient4j.benchmarks.report.ReportWriter;

/** Looks at a report in a browser; skipped on machines that have none. */
@Tag("browser")
class LanguageBrowserTest {

    private static final String MEASURE =
            """
            <!DOCTYPE html><meta charset="utf-8"><body style="margin:0">
            <iframe src="report.html" style="border:0;width:%dpx;height:900px"></iframe>
            <script>
            onload = () => {
              const page = document.querySelector("iframe").contentDocument;
              const root = page.documentElement, seen = document.body.dataset;
              page.querySelectorAll("details").forEach(fold => fold.open = true);
              const wide = [...page.querySelectorAll("main *")]
                .filter(e => !e.closest(".scroll, .many, pre, svg"))
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
              seen.wide = wide.map(e => e.tagName + "." + e.className).join(" ");
              seen.client = root.clientWidth;
              seen.scroll = root.scrollWidth;
              const style = word => page.defaultView.getComputedStyle(word);
              const line = word => parseFloat(style(word).textDecorationThickness);
              const words = kind => [1, 2, 3, 4, 5]
                .map(level => page.querySelector("figure.text ." + kind + "-" + level));
              seen.lines = ["for", "against"].map(kind => style(words(kind)[0]).textDecorationStyle);
              seen.thickness = ["for", "against"].map(kind => words(kind).map(line).join(" "));
              seen.grounds = new Set(["for", "against"].flatMap(words)
                .map(word => style(word).backgroundColor)).size;
              seen.framed = style(page.querySelector("figure.text .marked")).outlineStyle;
              seen.separators = [...page.querySelectorAll("figure.text span")]
                .filter(word => word.textContent === "[SEP]" && word.className === "").length;
              seen.figures = page.querySelectorAll("figure.text").length;
            };
            </script>
            """;

    @TempDir Path folder;
    private Chromium browser;
    private Path report;

    @BeforeEach
    void write() {
        Optional<Chromium> found = Chromium.find(folder);
        assumeTrue(found.isPresent(), "no Chromium on this machine");
        browser = found.orElseThrow();
        report = folder.resolve("report.html");
        ReportWriter.write(report, new LanguageReport().page(MadeUpLanguage.run()));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280})
    void should_never_scroll_sideways_and_be_read_without_colours(int width) throws Exception {
        Path outer = folder.resolve("measure.html");
        Files.writeString(outer, MEASURE.formatted(width));
        Map<String, String> seen = Jsoup.parse(browser.dom(outer, false)).body().dataset();
        assertThat(seen).containsEntry("wide", "");
        assertThat(Integer.parseInt(seen.get("client"))).isBetween(width - 20, width);
        assertThat(Integer.parseInt(seen.get("scroll")))
                .isLessThanOrEqualTo(Integer.parseInt(seen.get("client")));
        assertThat(seen).containsEntry("lines", "solid,dotted").containsEntry("grounds", "10");
        assertThat(seen).containsEntry("thickness", "1 1 2 3 4,1 1 2 3 4");
        assertThat(seen).containsEntry("framed", "solid");
        // Three trainings, two texts, three methods.
        assertThat(seen).containsEntry("figures", "18").containsEntry("separators", "18");
    }

    @Test
    void should_write_nothing_on_the_console() throws Exception {
        assertThat(browser.console(report)).isEmpty();
    }
}
