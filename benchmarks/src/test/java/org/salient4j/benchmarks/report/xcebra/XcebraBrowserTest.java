package org.salient4j.benchmarks.report.xcebra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.report.BrowserContract;
import org.salient4j.benchmarks.report.Page;

class XcebraBrowserTest extends BrowserContract {

    @Override
    protected Page page() {
        return new XcebraReport()
                .page(
                        new MadeUpXcebra()
                                .recordings("a", "a-recording-with-a-name-that-is-long", "c")
                                .lambdas(0.0, 0.01, 0.1)
                                .r2(cell -> cell.seed() == 2 ? 0.5 : 0.98)
                                .failing(
                                        cell -> cell.seed() == 3 && cell.lambda() > 0,
                                        "MadeUp: " + "x".repeat(200))
                                .build());
    }

    @Override
    protected String looks() {
        return """
        const map = page.querySelector(".picture-row .map").getBoundingClientRect();
        seen.shape = (map.width / map.height).toFixed(1);
        seen.uneven = [...page.querySelectorAll(".picture-row")]
          .map(row => new Set([...row.querySelectorAll(".map")]
            .map(m => Math.round(m.getBoundingClientRect().top))).size)
          .filter(tops => tops > 1).length;
        """;
    }

    @Test
    void should_keep_the_shape_of_its_maps_side_by_side() throws Exception {
        for (int width : new int[] {390, 1280}) {
            assertThat(seen(width)).containsEntry("shape", "2.0").containsEntry("uneven", "0");
        }
    }
}
