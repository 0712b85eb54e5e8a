package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Lines over numbers, such as time steps, epochs or settings.
 *
 * @param title above the chart
 * @param xLabel below the horizontal axis
 * @param yLabel above the vertical axis
 * @param x the numbers, rising; a line has a value for each, or for the first of them
 * @param xNames what stands at each number instead of round ticks; empty for those
 * @param lines what is drawn
 * @param shade an interval that is set off; null if none
 * @param reference a dotted horizontal line; null if none
 * @param percent whether values are shares that are written in %
 * @param description what a reader who cannot see the chart is told
 */
public record LineChart(
        String title,
        String xLabel,
        String yLabel,
        double[] x,
        List<String> xNames,
        List<Line> lines,
        Shade shade,
        Reference reference,
        boolean percent,
        String description)
        implements Chart {

    /**
     * An interval of x.
     *
     * @param name what it is
     * @param start its first number
     * @param end the number after its last
     */
    public record Shade(String name, int start, int end) {}

    /**
     * A value to compare with.
     *
     * @param name what it is
     * @param y the value
     */
    public record Reference(String name, double y) {}

    /** Copies the lines and checks that the numbers rise and suffice. */
    public LineChart {
        Objects.requireNonNull(description, "description");
        xNames = List.copyOf(xNames);
        lines = List.copyOf(lines);
        if (!xNames.isEmpty() && xNames.size() != x.length) {
            throw new IllegalArgumentException(
                    "xNames must have %d names, had %d".formatted(x.length, xNames.size()));
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("x must rise, was " + Arrays.toString(x));
            }
        }
        if (x.length < longest(lines)) {
            throw new IllegalArgumentException(
                    "x must have %d numbers, had %d".formatted(longest(lines), x.length));
        }
    }

    /** Lines over numbers with round ticks. */
    public LineChart(
            String title,
            String xLabel,
            String yLabel,
            double[] x,
            List<Line> lines,
            Shade shade,
            Reference reference,
            boolean percent,
            String description) {
        this(title, xLabel, yLabel, x, List.of(), lines, shade, reference, percent, description);
    }

    /** Lines over settings that stand at equal distances, whatever lies between their values. */
    public static LineChart over(
            List<String> settings,
            String title,
            String xLabel,
            String yLabel,
            List<Line> lines,
            Reference reference,
            String description) {
        return new LineChart(
                title,
                xLabel,
                yLabel,
                IntStream.range(0, settings.size()).asDoubleStream().toArray(),
                settings,
                lines,
                null,
                reference,
                false,
                description);
    }

    /** Lines over whole numbers that are counted up from {@code firstX}. */
    public LineChart(
            String title,
            String xLabel,
            String yLabel,
            int firstX,
            List<Line> lines,
            Shade shade,
            Reference reference,
            boolean percent,
            String description) {
        this(
                title,
                xLabel,
                yLabel,
                IntStream.range(0, longest(lines)).mapToDouble(i -> firstX + i).toArray(),
                lines,
                shade,
                reference,
                percent,
                description);
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> Arrays.stream(line.y()).allMatch(Double::isNaN));
    }

    @Override
    public List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        for (Line line : lines) {
            String style = "line " + line.styleClass();
            items.add(item(line.name(), "path", "class", style, "d", "M1,5H35"));
        }
        if (shade != null) {
            items.add(item(shade.name(), "rect", "class", "shade", "width", 36, "height", 10));
        }
        if (reference != null) {
            items.add(item(reference.name(), "path", "class", "reference", "d", "M1,5H35"));
        }
        return items;
    }

    @Override
    public String svg() {
        return new LineChartSvg(this).draw();
    }

    private static LegendItem item(String name, String element, Object... attributes) {
        return new LegendItem(name, new Svg().empty(element, attributes).toString());
    }

    private static int longest(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.y().length).max().orElse(0);
    }
}
