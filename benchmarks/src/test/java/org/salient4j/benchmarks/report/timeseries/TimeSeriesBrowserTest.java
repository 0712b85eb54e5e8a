package org.salient4j.benchmarks.report.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.BrowserContract;
import org.salient4j.benchmarks.report.Page;

class TimeSeriesBrowserTest extends BrowserContract {

    @Override
    protected Page page() {
        return new TimeSeriesReport()
                .page(
                        new MadeUpTimeSeries()
                                .networks("lstm", "tcn")
                                .datasets("small", "large", "a-name-that-is-quite-long")
                                .fractions(0.2, 0.8)
                                .unlearned(
                                        c ->
                                                c.network().equals("tcn")
                                                        && c.dataset().equals("large")
                                                        && c.training() == TrainingKind.STANDARD)
                                .failing(
                                        c -> c.dataset().equals("small") && c.seed() == 1,
                                        "MadeUp: " + "x".repeat(200))
                                .build());
    }

    @Override
    protected String looks() {
        return """
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
        """;
    }

    @Test
    void should_sort_by_a_click_and_keep_missing_values_last() throws Exception {
        Map<String, String> seen = seen(1280);
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
}
