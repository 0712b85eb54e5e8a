package org.salient4j.benchmarks.report;

/**
 * What charts share whose values run from left to right: their grid with its numbers, the axis at 0
 * and its label. Colours come from the page's style sheet, by class.
 */
final class HorizontalFrame {
    /** Where the first row begins. */
    static final double TOP = 6;

    private static final double WIDTH = 360;
    private static final double BELOW = 36;

    private final Svg svg;
    private final Axis x;
    private final double left;
    private final double right;
    private final double bottom;

    /**
     * @param svg what is drawn into
     * @param x the values
     * @param left where they begin: before are the rows' labels
     * @param margin what is free behind them
     * @param bottom where the last row ends
     */
    HorizontalFrame(Svg svg, Axis x, double left, double margin, double bottom) {
        this.svg = svg;
        this.x = x;
        this.left = left;
        this.right = WIDTH - margin;
        this.bottom = bottom;
    }

    /** Opens the picture and draws what stands behind the rows. */
    void open(String title, String description, String xLabel) {
        svg.open(
                "svg",
                "class",
                "chart bars",
                "viewBox",
                "0 0 360 " + Svg.number(bottom + BELOW),
                "role",
                "img",
                "aria-label",
                title + ". " + description);
        for (double tick : x.ticks()) {
            line("grid", tick);
            String text = IntervalCell.number(tick, x.decimals(1));
            svg.text("text", text, "class", "x-tick", "x", x(tick), "y", bottom + 14);
        }
        line("axis", 0);
        svg.text("text", xLabel, "class", "x-label", "x", middle(), "y", bottom + 30);
    }

    /** A line through all rows. */
    void line(String style, double value) {
        double at = x(value);
        svg.empty("line", "class", style, "x1", at, "y1", TOP, "x2", at, "y2", bottom);
    }

    /** Half way between the sides. */
    double middle() {
        return (left + right) / 2;
    }

    /** Where the values end. */
    double right() {
        return right;
    }

    /** Where a value stands. */
    double x(double value) {
        return left + x.share(value) * (right - left);
    }
}
