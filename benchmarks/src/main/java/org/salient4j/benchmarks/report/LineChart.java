package org.salient4j.benchmarks.report;

import java.util.List;
import java.util.Objects;

/**
 * Lines over equally spaced whole numbers, such as time steps or epochs.
 *
 * @param title above the chart
 * @param xLabel below the horizontal axis
 * @param yLabel above the vertical axis
 * @param firstX the number of the first value
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
        int firstX,
        List<Line> lines,
        Shade shade,
        Reference reference,
        boolean percent,
        String description) {

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

    /** Copies the lines. */
    public LineChart {
        Objects.requireNonNull(description, "description");
        lines = List.copyOf(lines);
    }

    /** How many numbers the horizontal axis has. */
    public int length() {
        return lines.stream().mapToInt(line -> line.y().length).max().orElse(0);
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return lines.stream()
                .allMatch(line -> java.util.Arrays.stream(line.y()).allMatch(Double::isNaN));
    }

    /** The drawing, an {@code svg} element for use inside HTML; every text in it is escaped. */
    public String svg() {
        return new LineChartSvg(this).draw();
    }
}
