package org.salient4j.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/** Draws a {@link LineChart}. Colours come from the page's style sheet, by class. */
final class LineChartSvg {

    private static final double WIDTH = 360;
    private static final double HEIGHT = 220;
    private static final double LEFT = 46;
    private static final double RIGHT = 8;
    private static final double TOP = 24;
    private static final double BOTTOM = 38;

    private final LineChart chart;
    private final Axis x;
    private final Axis y;
    private final Svg svg = new Svg();

    LineChartSvg(LineChart chart) {
        this.chart = chart;
        this.x = horizontal(chart.x());
        double smallest = 0;
        double largest = chart.reference() == null ? 0 : chart.reference().y();
        for (Line line : chart.lines()) {
            for (int i = 0; i < line.y().length; i++) {
                // Math.max would pass NaN on.
                if (line.y()[i] > largest) {
                    largest = line.y()[i];
                }
                if (line.upper()[i] > largest) {
                    largest = line.upper()[i];
                }
                if (line.y()[i] < smallest) {
                    smallest = line.y()[i];
                }
            }
        }
        // A band may leave the range of the values: shares below 0 are not drawn.
        this.y = Axis.around(smallest, largest == smallest ? 1 : largest, 4);
    }

    /** From the first number to the last; counted numbers get no ticks between them. */
    private static Axis horizontal(double[] x) {
        double first = x.length == 0 ? 0 : x[0];
        boolean whole = Arrays.stream(x).allMatch(number -> number == Math.rint(number));
        double last = x.length < 2 ? first + 1 : x[x.length - 1];
        double step = Axis.around(first, last, 5).step();
        return new Axis(first, last, whole ? Math.max(1, step) : step);
    }

    String draw() {
        svg.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 360 220",
                "role",
                "img",
                "aria-label",
                chart.title() + ". " + chart.description());
        shade();
        axes();
        if (chart.isEmpty()) {
            svg.text("text", "no values", "class", "empty", "x", 200d, "y", 110d);
        }
        reference();
        chart.lines().forEach(this::band);
        chart.lines().forEach(this::line);
        hints();
        return svg.close().toString();
    }

    private void shade() {
        if (chart.shade() != null) {
            double left = Math.max(LEFT, x(chart.shade().start() - 0.5));
            double right = Math.min(WIDTH - RIGHT, x(chart.shade().end() - 0.5));
            svg.empty(
                    "rect",
                    "class",
                    "shade",
                    "x",
                    left,
                    "y",
                    TOP,
                    "width",
                    right - left,
                    "height",
                    HEIGHT - TOP - BOTTOM);
        }
    }

    private void axes() {
        for (double tick : y.ticks()) {
            double at = y(tick);
            svg.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", at, "y2", at);
            svg.text("text", label(tick), "class", "y-tick", "x", LEFT - 6, "y", at + 4);
        }
        if (chart.xNames().isEmpty()) {
            x.ticks().forEach(tick -> tick(tick, IntervalCell.number(tick, x.decimals(1))));
        }
        for (int i = 0; i < chart.xNames().size(); i++) {
            tick(chart.x()[i], chart.xNames().get(i));
        }
        svg.empty("line", "class", "axis", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", y(0), "y2", y(0));
        svg.text("text", chart.yLabel(), "class", "label", "x", 2d, "y", 12d);
        double middle = (LEFT + WIDTH - RIGHT) / 2;
        svg.text("text", chart.xLabel(), "class", "x-label", "x", middle, "y", HEIGHT - 6);
    }

    private void tick(double at, String text) {
        svg.text("text", text, "class", "x-tick", "x", x(at), "y", HEIGHT - BOTTOM + 15);
    }

    private void reference() {
        if (chart.reference() != null) {
            double at = y(chart.reference().y());
            svg.empty(
                    "line",
                    "class",
                    "reference",
                    "x1",
                    LEFT,
                    "x2",
                    WIDTH - RIGHT,
                    "y1",
                    at,
                    "y2",
                    at);
        }
    }

    private void line(Line line) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        int drawn = 0;
        for (int i = 0; i < line.y().length; i++) {
            if (Double.isNaN(line.y()[i])) {
                drawing = false;
                continue;
            }
            path.append(drawing ? 'L' : 'M').append(point(i, line.y()[i]));
            drawing = true;
            drawn++;
        }
        if (drawn == 1) {
            // A path of one point has no length and would be invisible.
            path.append("h0.1");
        }
        if (drawn > 0) {
            svg.empty("path", "class", "line " + line.styleClass(), "d", path);
        }
    }

    private void band(Line line) {
        int length = line.y().length;
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && !Double.isNaN(line.lower()[end])) {
                end++;
            }
            if (end - start > 1) {
                StringBuilder path = new StringBuilder();
                for (int i = start; i < end; i++) {
                    path.append(i == start ? 'M' : 'L').append(point(i, line.upper()[i]));
                }
                for (int i = end - 1; i >= start; i--) {
                    path.append('L').append(point(i, Math.max(y.from(), line.lower()[i])));
                }
                svg.empty("path", "class", "band " + line.styleClass(), "d", path.append('Z'));
            }
            start = end + 1;
        }
    }

    /** One invisible column for each number: a pointer resting on it gets all lines' values. */
    private void hints() {
        double[] at = chart.x();
        for (int i = 0; i < at.length; i++) {
            StringBuilder hint = new StringBuilder(chart.xLabel() + " " + name(i));
            for (Line line : chart.lines()) {
                if (i < line.y().length && !Double.isNaN(line.y()[i])) {
                    hint.append('\n').append(line.name()).append(": ").append(value(line.y()[i]));
                }
            }
            double left = at.length == 1 ? LEFT : edge(i - 1, i);
            double right = at.length == 1 ? WIDTH - RIGHT : edge(i + 1, i);
            svg.open(
                    "rect",
                    "class",
                    "hint",
                    "x",
                    left,
                    "y",
                    TOP,
                    "width",
                    right - left,
                    "height",
                    HEIGHT - TOP - BOTTOM);
            svg.text("title", hint.toString()).close();
        }
    }

    /** Half way to a neighbour, or as far on the other side where there is none. */
    private double edge(int neighbour, int i) {
        double[] at = chart.x();
        boolean inside = neighbour >= 0 && neighbour < at.length;
        double other = inside ? at[neighbour] : 2 * at[i] - at[2 * i - neighbour];
        return x((at[i] + other) / 2);
    }

    private String point(int index, double value) {
        return Svg.number(x(chart.x()[index])) + "," + Svg.number(y(value));
    }

    private double x(double value) {
        return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private String label(double tick) {
        double scale = chart.percent() ? 100 : 1;
        return IntervalCell.number(tick * scale, y.decimals(scale)) + (chart.percent() ? " %" : "");
    }

    private String name(int i) {
        return chart.xNames().isEmpty() ? number(chart.x()[i]) : chart.xNames().get(i);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private String value(double value) {
        return chart.percent()
                ? String.format(Locale.ROOT, "%.3g %%", value * 100)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
