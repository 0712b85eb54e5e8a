package org.salient4j.benchmarks.report.vanishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.report.BrowserContract;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.synthetic.BoxPosition;

class ReportBrowserTest extends BrowserContract {

    @Override
    protected Page page() {
        return new VanishingReport()
                .page(
                        new MadeUpRun()
                                .presets("a-made-up-preset-with-a-name-that-is-quite-long")
                                .unlearned(c -> c.position() == BoxPosition.EARLY)
                                .failing(c -> c.seed() == 5, "MadeUp: " + "x".repeat(200))
                                .build());
    }

    @Override
    protected String looks() {
        return """
        seen.images = page.querySelectorAll("img").length;
        const table = [...page.querySelectorAll("table")]
          .find(t => t.caption.textContent.startsWith("Test accuracy and saliency"));
        const box = table.closest(".scroll");
        box.scrollLeft = 200;
        const finding = [...table.rows[0].cells].find(c => c.textContent == "Finding");
        const ruler = finding.appendChild(page.createElement("span"));
        ruler.style = "display:block;width:16ch";
        seen.finding = finding.offsetWidth - ruler.offsetWidth;
        seen.moved = box.scrollLeft;
        seen.slid = [...table.rows].map(row =>
          row.cells[0].getBoundingClientRect().left - box.getBoundingClientRect().left)
          .filter(left => Math.abs(left) > 0.5).length;
        seen.cut = [...table.querySelectorAll(".number")]
          .filter(c => c.scrollWidth > c.clientWidth).length;
        """;
    }

    @Test
    void should_scroll_the_main_table_within_its_box_on_a_phone() throws Exception {
        Map<String, String> seen = seen(360);
        assertThat(seen).containsEntry("moved", "200").containsEntry("slid", "0");
        assertThat(seen).containsEntry("cut", "0");
        assertThat(Integer.parseInt(seen.get("finding"))).isNotNegative();
        assertThat(Integer.parseInt(seen.get("images"))).isGreaterThan(9);
    }
}
