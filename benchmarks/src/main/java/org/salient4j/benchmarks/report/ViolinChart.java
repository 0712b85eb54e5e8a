package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Distributions above each other: each a violin, as thick as values are frequent, with a box over
 * its middle half, a tick at its median and whiskers.
 *
 * @param title above the chart
 * @param xLabel below the axis
 * @param violins what is drawn, from top to bottom
 * @param whiskers what the whiskers are, such as {@code 1 % to 99 %}
 * @param thickness what the thickness of a violin is, such as a root of frequency
 * @param description what a reader who cannot see the chart is told
 */
public record ViolinChart(
        String title,
        String xLabel,
        List<Violin> violins,
        String whiskers,
        String thickness,
        String description)
        implements Chart {

    /**
     * A distribution.
     *
     * @param label beside it
     * @param reach its outline covers [-reach, reach]
     * @param outline thickness in each of equally wide bins, over the greatest of all violins, in
     *     [0, 1]
     * @param quantiles of the lower whisker, the box, its median, the box and the upper whisker
     * @param hint what a pointer resting on it tells
     */
    public record Violin(
            String label, double reach, List<Double> outline, List<Double> quantiles, String hint) {

        /** Checks the numbers. */
        public Violin {
            outline = List.copyOf(outline);
            quantiles = List.copyOf(quantiles);
            if (quantiles.size() != 5) {
                throw new IllegalArgumentException(
                        "a violin needs 5 quantiles, had " + quantiles.size());
            }
            for (int i = 1; i < quantiles.size(); i++) {
                if (quantiles.get(i) < quantiles.get(i - 1)) {
                    throw new IllegalArgumentException(
                            "quantiles must not fall, were " + quantiles);
                }
            }
        }
    }

    /** Copies the violins. */
    public ViolinChart {
        Objects.requireNonNull(description, "description");
        violins = List.copyOf(violins);
    }

    @Override
    public List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        items.add(item(thickness, "path", "class", "bar usual", "d", "M1,5Q18,-4 35,5Q18,14 1,5Z"));
        items.add(
                item(
                        "middle half",
                        "rect",
                        "class",
                        "bar strong",
                        "x",
                        8,
                        "y",
                        2,
                        "width",
                        20,
                        "height",
                        6));
        items.add(item("median", "path", "class", "tick", "d", "M18,0V10"));
        items.add(item(whiskers, "path", "class", "whisker", "d", "M4,5H32M4,2v6M32,2v6"));
        return items;
    }

    @Override
    public String svg() {
        return new ViolinChartSvg(this).draw();
    }

    private static LegendItem item(String name, String element, Object... attributes) {
        return new LegendItem(name, new Svg().empty(element, attributes).toString());
    }
}
