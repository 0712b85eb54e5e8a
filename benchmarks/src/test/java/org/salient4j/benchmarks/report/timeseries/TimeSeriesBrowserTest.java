package org.salient4j.benchmarks.report.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Chromium;
import org.salient4j.benchmarks.report.ReportWriter;

/** Looks at a report in a browser; skipped on machines that have none. */
@Tag("browser")
class TimeSeriesBrowserTest {

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
              seen.broken = [...page.querySelectorAll("img")].filter(i => !i.naturalWidth).length;
              const table = [...page.querySelectorAll("table")]
                .find(t => t.caption.textContent.startsWith("tcn: Diff(AUP)"));
              const column = 1, rows = () => [...table.tBodies[0].rows];
              const values = () => rows().map(row => row.cells[column].firstChild.data.trim());
              const names = () => rows().map(row => row.cells[0].textContent.trim());
              const heads = table.tHead.rows[1].cells, button = heads[column].firstChild;
              seen.button = button.tagName + button.tabIndex;
              seen.before = names().join(" ");
              button.click();
              seen.down = values().join(" ") + " " + heads[column].getAttribute("aria-sort");
              button.click();
              seen.up = values().join(" ") + " " + heads[column].getAttribute("aria-sort");
              heads[0].firstChild.click();
              seen.named = names().join(" ") + " " + heads[0].getAttribute("aria-sort");
              seen.marked = table.querySelectorAll("[aria-sort]").length;
              seen.labels = [...page.querySelectorAll("svg.ranks, svg.chart:not(.ranks)")]
                .filter(svg => [...svg.querySelectorAll("text")].some(text => {
                  const box = text.getBBox(), view = svg.viewBox.baseVal;
                  return box.x < -1 || box.x + box.width > view.width + 1;
                })).length;
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
                new TimeSeriesReport()
                        .page(
                                new MadeUpTimeSeries()
                                        .networks("lstm", "tcn")
                                        .datasets("small", "large", "a-name-that-is-quite-long")
                                        .fractions(0.2, 0.8)
                                        .unlearned(
                                                c ->
                                                        c.network().equals("tcn")
                                                                && c.dataset().equals("large")
                                                                && c.training()
                                                                        == TrainingKind.STANDARD)
                                        .failing(
                                                c -> c.dataset().equals("small") && c.seed() == 1,
                                                "MadeUp: " + "x".repeat(200))
                                        .build()));
    }

    private Map<String, String> measure(int width) throws Exception {
        Path outer = folder.resolve("measure.html");
        Files.writeString(outer, MEASURE.formatted(width));
        return Jsoup.parse(browser.dom(outer, false)).body().dataset();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1280})
    void should_never_scroll_sideways(int width) throws Exception {
        Map<String, String> seen = measure(width);
        assertThat(seen).containsEntry("wide", "").containsEntry("broken", "0");
        assertThat(seen).containsEntry("labels", "0");
        assertThat(Integer.parseInt(seen.get("client"))).isBetween(width - 20, width);
        assertThat(Integer.parseInt(seen.get("scroll")))
                .isLessThanOrEqualTo(Integer.parseInt(seen.get("client")));
    }

    @Test
    void should_sort_by_a_click_and_keep_missing_values_last() throws Exception {
        Map<String, String> seen = measure(1280);
        assertThat(seen).containsEntry("button", "BUTTON0").containsEntry("marked", "1");
        assertThat(seen).containsEntry("before", "small large a-name-that-is-quite-long");
        assertThat(seen).containsEntry("named", "a-name-that-is-quite-long large small ascending");
        String[] down = seen.get("down").split(" (?=desc|did|\\d)");
        String[] up = seen.get("up").split(" (?=asc|did|\\d)");
        assertThat(down).hasSize(4).endsWith("did not learn", "descending");
        assertThat(up).hasSize(4).endsWith("did not learn", "ascending");
        assertThat(Double.parseDouble(down[0])).isGreaterThan(Double.parseDouble(down[1]));
        assertThat(up[0]).isEqualTo(down[1]);
        assertThat(up[1]).isEqualTo(down[0]);
    }

    @Test
    void should_write_nothing_on_the_console() throws Exception {
        Path broken = folder.resolve("broken.html");
        Files.writeString(broken, "<!DOCTYPE html><script>null.value</script>");
        assertThat(browser.console(broken)).isNotEmpty();
        Path forbidden = folder.resolve("forbidden.html");
        Files.writeString(
                forbidden,
                Files.readString(report).replace("</body>", "<script>1</script></body>"));
        assertThat(browser.console(forbidden)).isNotEmpty();
        assertThat(browser.console(report)).isEmpty();
    }

    @Test
    void should_be_seen_in_light_and_dark() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            BufferedImage picture =
                    ImageIO.read(browser.screenshot(report, 1280, 3000, dark).toFile());
            int[] pixels =
                    picture.getRGB(0, 0, picture.getWidth(), 3000, null, 0, picture.getWidth());
            int paper = dark ? 0xff14171b : 0xffffffff;
            assertThat(pixels[picture.getWidth() * 3 - 3]).isEqualTo(paper);
            long ink = Arrays.stream(pixels).filter(pixel -> pixel != paper).count();
            assertThat(ink).isGreaterThan(pixels.length / 100);
        }
    }
}
