package org.salient4j.benchmarks.report;

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

/** What every report looks like in a browser; skipped on machines that have none. */
@Tag("browser")
public abstract class BrowserContract {

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
              seen.labels = [...page.querySelectorAll("svg.chart")]
                .filter(svg => [...svg.querySelectorAll("text")].some(text => {
                  const box = text.getBBox(), view = svg.viewBox.baseVal;
                  return box.x < -1 || box.x + box.width > view.width + 1;
                })).length;
              %s
            };
            </script>
            """;

    @TempDir Path folder;
    private Chromium browser;
    private Path report;

    /** The page that is looked at. */
    protected abstract Page page();

    /** Further statements of the script, which write what is in {@code page} to {@code seen}. */
    protected abstract String looks();

    @BeforeEach
    void write() {
        Optional<Chromium> found = Chromium.find(folder);
        assumeTrue(found.isPresent(), "no Chromium on this machine");
        browser = found.orElseThrow();
        report = folder.resolve("report.html");
        ReportWriter.write(report, page());
    }

    /** What the script saw in a window of a width. */
    protected Map<String, String> seen(int width) throws Exception {
        Path outer = folder.resolve("measure.html");
        Files.writeString(outer, MEASURE.formatted(width, looks()));
        return Jsoup.parse(browser.dom(outer, false)).body().dataset();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 390, 1280})
    void should_never_scroll_sideways(int width) throws Exception {
        Map<String, String> seen = seen(width);
        assertThat(seen).containsEntry("wide", "").containsEntry("broken", "0");
        assertThat(seen).containsEntry("labels", "0");
        assertThat(Integer.parseInt(seen.get("client"))).isBetween(width - 20, width);
        assertThat(Integer.parseInt(seen.get("scroll")))
                .isLessThanOrEqualTo(Integer.parseInt(seen.get("client")));
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
