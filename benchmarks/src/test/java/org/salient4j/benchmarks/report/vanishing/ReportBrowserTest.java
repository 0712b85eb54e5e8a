package org.salient4j.benchmarks.report.vanishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.benchmarks.report.Chromium;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.synthetic.BoxPosition;

/** Looks at a report in a browser; skipped on machines that have none. */
@Tag("browser")
class ReportBrowserTest {

    private static final String MEASURE =
            """
            <!DOCTYPE html><meta charset="utf-8"><body style="margin:0">
            <iframe src="report.html" style="border:0;width:%dpx;height:900px"></iframe>
            <script>
            onload = () => {
              const page = document.querySelector("iframe").contentDocument;
              const root = page.documentElement;
              page.querySelectorAll("details").forEach(fold => fold.open = true);
              const wide = [...page.querySelectorAll("main *")]
                .filter(e => !e.closest(".scroll") && !e.closest("pre") && !e.closest("svg"))
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
              const dark = [...page.querySelectorAll("img")].filter(i => !i.naturalWidth);
              document.body.dataset.client = root.clientWidth;
              document.body.dataset.scroll = root.scrollWidth;
              document.body.dataset.wide = wide.map(e => e.tagName + "." + e.className).join(" ");
              document.body.dataset.broken = dark.length;
              document.body.dataset.images = page.querySelectorAll("img").length;
              const table = [...page.querySelectorAll("table")]
                .find(t => t.caption.textContent.startsWith("Test accuracy and saliency"));
              const box = table.closest(".scroll");
              box.scrollLeft = 200;
              const finding = [...table.rows[0].cells].find(c => c.textContent == "Finding");
              const ruler = finding.appendChild(page.createElement("span"));
              ruler.style = "display:block;width:16ch";
              document.body.dataset.finding = finding.offsetWidth - ruler.offsetWidth;
              document.body.dataset.moved = box.scrollLeft;
              document.body.dataset.slid = [...table.rows].map(row =>
                row.cells[0].getBoundingClientRect().left - box.getBoundingClientRect().left)
                .filter(left => Math.abs(left) > 0.5).length;
              document.body.dataset.cut = [...table.querySelectorAll(".number")]
                .filter(c => c.scrollWidth > c.clientWidth).length;
              document.body.dataset.rendered = page.querySelector("h1").offsetHeight;
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
        ReportWriter.write(
                report,
                new VanishingReport()
                        .page(
                                new MadeUpRun()
                                        .presets("a-made-up-preset-with-a-name-that-is-quite-long")
                                        .unlearned(c -> c.position() == BoxPosition.EARLY)
                                        .failing(c -> c.seed() == 5, "MadeUp: " + "x".repeat(200))
                                        .build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 390, 1280})
    void should_never_scroll_sideways(int width) throws Exception {
        Path outer = folder.resolve("measure.html");
        Files.writeString(outer, MEASURE.formatted(width));
        Element body = Jsoup.parse(browser.dom(outer, false)).body();
        assertThat(body.dataset().get("client")).isNotNull();
        assertThat(body.dataset().get("wide")).isEmpty();
        assertThat(Integer.parseInt(body.dataset().get("scroll")))
                .isLessThanOrEqualTo(Integer.parseInt(body.dataset().get("client")));
        assertThat(Integer.parseInt(body.dataset().get("client"))).isBetween(width - 20, width);
        assertThat(body.dataset()).containsEntry("broken", "0");
        assertThat(Integer.parseInt(body.dataset().get("images"))).isGreaterThan(9);
        assertThat(Integer.parseInt(body.dataset().get("rendered"))).isPositive();
    }

    @Test
    void should_scroll_the_main_table_within_its_box_on_a_phone() throws Exception {
        Path outer = folder.resolve("measure.html");
        Files.writeString(outer, MEASURE.formatted(360));
        Map<String, String> seen = Jsoup.parse(browser.dom(outer, false)).body().dataset();
        assertThat(seen).containsEntry("moved", "200").containsEntry("slid", "0");
        assertThat(seen).containsEntry("cut", "0");
        assertThat(Integer.parseInt(seen.get("finding"))).isNotNegative();
    }

    @Test
    void should_follow_the_reader_into_the_dark() throws Exception {
        assertThat(background(browser.screenshot(report, 1280, 900, false))).isEqualTo(0xffffff);
        assertThat(background(browser.screenshot(report, 390, 900, true))).isEqualTo(0x14171b);
    }

    private static int background(Path screenshot) throws Exception {
        BufferedImage picture = ImageIO.read(screenshot.toFile());
        return picture.getRGB(picture.getWidth() - 3, 3) & 0xffffff;
    }
}
