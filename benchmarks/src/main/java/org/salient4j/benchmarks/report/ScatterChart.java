package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Points over a logarithmic axis, such as quality over cost. A group's points share a place on that
 * axis and are joined by a thin line.
 *
 * @param title above the chart
 * @param xLabel below the horizontal axis
 * @param yLabel above the vertical axis
 * @param groups what is drawn
 * @param description what a reader who cannot see the chart is told
 */
public record ScatterChart(
        String title, String xLabel, String yLabel, List<Group> groups, String description)
        implements Chart {

    /**
     * Points with one label.
     *
     * @param label written beside them
     * @param x above 0
     * @param points the points; one without a value is not drawn
     */
    public record Group(String label, double x, List<Point> points) {

        /** Copies the points and checks the place. */
        public Group {
            points = List.copyOf(points);
            if (!(x > 0 && Double.isFinite(x))) {
                throw new IllegalArgumentException("x must be above 0, was " + x);
            }
        }
    }

    /**
     * A point.
     *
     * @param name what the legend calls points of its style
     * @param style which of the palette's colours and marks, from 0 to {@link Line#STYLES} - 1
     * @param y the value, {@code NaN} where there is none
     * @param hint what a pointer resting on it tells
     */
    public record Point(String name, int style, double y, String hint) {

        /** Checks the style. */
        public Point {
            if (style < 0 || style >= Line.STYLES) {
                throw new IllegalArgumentException("style must be in [0, 6), was " + style);
            }
        }
    }

    /** Copies the groups. */
    public ScatterChart {
        Objects.requireNonNull(description, "description");
        groups = List.copyOf(groups);
    }

    @Override
    public List<LegendItem> legend() {
        Map<Integer, LegendItem> items = new LinkedHashMap<>();
        for (Group group : groups) {
            for (Point point : group.points()) {
                items.computeIfAbsent(
                        point.style(),
                        style -> new LegendItem(point.name(), mark(style, 18, 5).toString()));
            }
        }
        return new ArrayList<>(items.values());
    }

    @Override
    public String svg() {
        return new ScatterChartSvg(this).draw();
    }

    /** The mark of a style: told apart by its form too. */
    static Svg mark(int style, double x, double y) {
        Svg svg = new Svg();
        String type = "mark line-" + style;
        switch (style % 3) {
            case 0 -> svg.empty("circle", "class", type, "cx", x, "cy", y, "r", 4d);
            case 1 ->
                    svg.empty(
                            "rect", "class", type, "x", x - 3.7, "y", y - 3.7, "width", 7.4,
                            "height", 7.4);
            default -> {
                String d = "M%s,%sl5,5l-5,5l-5,-5Z".formatted(Svg.number(x), Svg.number(y - 5));
                svg.empty("path", "class", type, "d", d);
            }
        }
        return svg;
    }
}
