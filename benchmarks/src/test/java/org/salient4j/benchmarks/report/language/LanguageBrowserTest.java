package org.salient4j.benchmarks.report.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.report.BrowserContract;
import org.salient4j.benchmarks.report.Page;

class LanguageBrowserTest extends BrowserContract {

    @Override
    protected Page page() {
        return new LanguageReport().page(MadeUpLanguage.run());
    }

    @Override
    protected String looks() {
        return """
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
        """;
    }

    @Test
    void should_be_read_without_colours() throws Exception {
        for (int width : new int[] {390, 1280}) {
            Map<String, String> seen = seen(width);
            assertThat(seen).containsEntry("lines", "solid,dotted").containsEntry("grounds", "10");
            assertThat(seen).containsEntry("thickness", "1 1 2 3 4,1 1 2 3 4");
            assertThat(seen).containsEntry("framed", "solid");
            // Three trainings, two texts, three methods.
            assertThat(seen).containsEntry("figures", "18").containsEntry("separators", "18");
        }
    }
}
