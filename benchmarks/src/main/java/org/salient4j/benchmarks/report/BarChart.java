package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Horizontal bars from 0 in labelled groups, such as a method's scores on several recordings, with
 * whiskers for their intervals. It can be read in black and white: fills differ in lightness, marks
 * in form.
 *
 * @param title above the chart
 * @param xLabel below the axis
 * @param groups what is drawn, from top to bottom
 * @param whiskers what the whiskers are
 * @param reference a dotted vertical line; null if none
 * @param reach the axis reaches at least to this value, so that neighbouring charts are alike
 * @param description what a reader who cannot see the chart is told
 */
public record BarChart(
        String title,
        String xLabel,
        List<Group> groups,
        String whiskers,
        Reference reference,
        double reach,
        String description)
        implements Chart {

    /** How bars are filled. */
    public enum Fill {
        /** Light. */
        USUAL,
        /** Dark: what the chart is about. */
        STRONG,
        /** Not at all: what the others are to be compared with. */
        HOLLOW;

        /** The class of the style sheet. */
        String style() {
            return "bar " + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The form of a mark. */
    public enum Shape {
        /** A line across all bars of the group. */
        TICK,
        /** A ring in their middle. */
        RING
    }

    /**
     * Bars under each other with one label.
     *
     * @param label beside them
     * @param fill of all of them
     * @param kind what the legend calls bars of this fill
     * @param bars from top to bottom; one without a value is not drawn
     * @param marks over them; one without a value is not drawn
     * @param figure a number that is written behind them; may be empty
     */
    public record Group(
            String label, Fill fill, String kind, List<Bar> bars, List<Mark> marks, String figure) {

        /** Copies the lists. */
        public Group {
            Objects.requireNonNull(fill, "fill");
            bars = List.copyOf(bars);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A bar.
     *
     * @param value where it ends, {@code NaN} where there is no value
     * @param lower the lower end of its whisker, {@code NaN} where there is none
     * @param upper the upper end
     * @param hint what a pointer resting on it tells
     */
    public record Bar(double value, double lower, double upper, String hint) {

        /** Checks the whisker. */
        public Bar {
            if (Double.isNaN(lower) != Double.isNaN(upper) || lower > upper) {
                throw new IllegalArgumentException(
                        "lower must not exceed upper, were " + lower + " and " + upper);
            }
        }
    }

    /**
     * A mark over a group's bars.
     *
     * @param name what the legend calls marks of its form
     * @param shape its form
     * @param x where it lies, {@code NaN} where there is no value
     */
    public record Mark(String name, Shape shape, double x) {}

    /**
     * A value to compare with.
     *
     * @param name what it is
     * @param x the value
     */
    public record Reference(String name, double x) {}

    /** Copies the groups. */
    public BarChart {
        Objects.requireNonNull(description, "description");
        groups = List.copyOf(groups);
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .allMatch(bar -> Double.isNaN(bar.value()));
    }

    @Override
    public List<LegendItem> legend() {
        Map<Object, LegendItem> items = new LinkedHashMap<>();
        for (Group group : groups) {
            String style = group.fill().style();
            Svg key = new Svg();
            key.empty("rect", "class", style, "x", 1, "y", 1, "width", 34, "height", 8);
            items.putIfAbsent(group.fill(), new LegendItem(group.kind(), key.toString()));
        }
        boolean whiskered =
                groups.stream()
                        .flatMap(group -> group.bars().stream())
                        .anyMatch(bar -> !Double.isNaN(bar.lower()));
        if (whiskered) {
            Svg key = new Svg().empty("path", "class", "whisker", "d", "M4,5H32M4,2v6M32,2v6");
            items.put("whiskers", new LegendItem(whiskers, key.toString()));
        }
        for (Group group : groups) {
            for (Mark mark : group.marks()) {
                String key = mark(mark.shape(), 18, 5, 10).toString();
                items.putIfAbsent(mark.shape(), new LegendItem(mark.name(), key));
            }
        }
        if (reference != null) {
            Svg key = new Svg().empty("path", "class", "reference", "d", "M18,0V10");
            items.put("reference", new LegendItem(reference.name(), key.toString()));
        }
        return new ArrayList<>(items.values());
    }

    @Override
    public String svg() {
        return new BarChartSvg(this).draw();
    }

    /** A mark with its centre at the point. */
    static Svg mark(Shape shape, double x, double y, double height) {
        Svg svg = new Svg();
        if (shape == Shape.RING) {
            return svg.empty("circle", "class", "ring", "cx", x, "cy", y, "r", 3.2);
        }
        String d =
                "M%s,%sv%s"
                        .formatted(Svg.number(x), Svg.number(y - height / 2), Svg.number(height));
        // Light below dark: it is seen on a dark bar too.
        return svg.empty("path", "class", "tick-bed", "d", d)
                .empty("path", "class", "tick", "d", d);
    }
}
