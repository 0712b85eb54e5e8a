package org.salient4j.benchmarks.report.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.report.BrowserContract;
import org.salient4j.benchmarks.report.Page;

class ImagesBrowserTest extends BrowserContract {

    @Override
    protected Page page() {
        return new ImagesReport()
                .page(new MadeUpImages().dead(ImageTraining.FINE_TUNED).missing(1).build());
    }

    @Override
    protected String looks() {
        return """
        const size = shape => shape.getBoundingClientRect();
        seen.violins = [...page.querySelectorAll("svg.bars path.bar.usual")]
          .filter(violin => violin.closest("svg").classList.contains("chart"))
          .map(violin => size(violin).height > 5 ? "full" : "flat").join(" ");
        seen.curves = [...page.querySelectorAll("svg.chart:not(.bars) path.line")]
          .filter(curve => size(curve).width > 100).length;
        seen.rows = [...page.querySelectorAll(".picture-row")]
          .map(row => [...row.querySelectorAll(".map")]
            .map(size).filter(m => m.width > 40 && Math.abs(m.width - m.height) < 1).length)
          .join(" ");
        seen.apart = [...page.querySelectorAll(".picture-row")].every(row => {
          const maps = [...row.querySelectorAll(".map")].map(size);
          return maps.every((map, i) => i == 0 || map.left >= maps[i - 1].right);
        });
        """;
    }

    @Test
    void should_show_violins_curves_and_maps_side_by_side() throws Exception {
        for (int width : new int[] {390, 1280}) {
            Map<String, String> seen = seen(width);
            // Two charts of three trainings, of which the middle one has gradients of 0.
            assertThat(seen).containsEntry("violins", "full flat full full flat full");
            // Gradient and random, two replacements, three trainings.
            assertThat(seen).containsEntry("curves", "12");
            // The mean gradient of each training; two images, each beside its three maps.
            assertThat(seen).containsEntry("rows", "3 4 4").containsEntry("apart", "true");
        }
    }
}
