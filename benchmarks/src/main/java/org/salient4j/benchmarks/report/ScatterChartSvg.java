package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Draws a {@link ScatterChart}. Colours come from the page's style sheet, by class. */
final class ScatterChartSvg {

    private static final double WIDTH = 360;
    private static final double HEIGHT = 260;
    private static final double LEFT = 46;
    private static final double RIGHT = 18;
    private static final double TOP = 24;
    private static final double BOTTOM = 38;

    /** What a letter of 11 px needs in a wide font: better a gap than an overlap. */
    private static final double LETTER = 6.4;

    /** Kept free around a label. */
    private static final double GAP = 3;

    /** Share of the span of the values that stays free above and below them. */
    private static final double MARGIN = 0.06;

    /** Places that are tried above and below the marks. */
    private static final int STEPS = 7;

    private static final double LINE = 13;
    private static final double MARK = 6;

    private final ScatterChart chart;
    private final Axis x;
    private final Axis y;
    private final Svg svg = new Svg();
    private final List<Area> taken = new ArrayList<>();

    /** What is covered by text or a mark. */
    private record Area(double left, double top, double right, double bottom) {

        double overlap(Area other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return width > 0 && height > 0 ? width * height : 0;
        }

        double outside() {
            return Math.max(0, LEFT - left)
                    + Math.max(0, right - WIDTH + 2)
                    + Math.max(0, TOP - top)
                    + Math.max(0, bottom - HEIGHT + BOTTOM);
        }
    }

    ScatterChartSvg(ScatterChart chart) {
        this.chart = chart;
        DoubleSummaryStatistics places = new DoubleSummaryStatistics();
        DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        values.accept(0);
        for (ScatterChart.Group group : chart.groups()) {
            for (ScatterChart.Point point : group.points()) {
                if (!Double.isNaN(point.y())) {
                    places.accept(Math.log10(group.x()));
                    values.accept(point.y());
                }
            }
        }
        boolean empty = places.getCount() == 0;
        double from = empty ? 0 : Math.floor(places.getMin() - 0.1);
        double to = empty ? 1 : Math.ceil(places.getMax() + 0.1);
        this.x = new Axis(from, to, 1);
        double margin = MARGIN * (values.getMax() - values.getMin());
        double low = values.getMin() < 0 ? values.getMin() - margin : 0;
        double high = values.getMax() > 0 ? values.getMax() + margin : 0;
        this.y = Axis.around(low, empty ? 1 : high, 6);
    }

    String draw() {
        svg.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 360 260",
                "role",
                "img",
                "aria-label",
                chart.title() + ". " + chart.description());
        axes();
        List<ScatterChart.Group> drawn =
                chart.groups().stream().filter(group -> !values(group).isEmpty()).toList();
        if (drawn.isEmpty()) {
            svg.text("text", "no values", "class", "empty", "x", 200d, "y", 130d);
        }
        drawn.forEach(this::join);
        drawn.forEach(this::marks);
        // From left to right, so that each label sees its neighbour's.
        drawn.stream()
                .sorted(Comparator.comparingDouble(ScatterChart.Group::x))
                .forEach(this::label);
        return svg.close().toString();
    }

    private void axes() {
        for (double tick : y.ticks()) {
            double at = y(tick);
            svg.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", at, "y2", at);
            String text = IntervalCell.number(tick, y.decimals(1));
            svg.text("text", text, "class", "y-tick", "x", LEFT - 6, "y", at + 4);
        }
        for (double tick : x.ticks()) {
            double at = x(tick);
            svg.empty("line", "class", "grid", "x1", at, "x2", at, "y1", TOP, "y2", y(y.from()));
            String text = power((int) Math.round(tick));
            svg.text("text", text, "class", "x-tick", "x", at, "y", HEIGHT - BOTTOM + 15);
        }
        svg.empty("line", "class", "axis", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", y(0), "y2", y(0));
        taken.add(new Area(LEFT, y(0) - 1, WIDTH - RIGHT, y(0) + 1));
        svg.text("text", chart.yLabel(), "class", "label", "x", 2d, "y", 12d);
        double middle = (LEFT + WIDTH - RIGHT) / 2;
        svg.text("text", chart.xLabel(), "class", "x-label", "x", middle, "y", HEIGHT - 6);
    }

    private void join(ScatterChart.Group group) {
        List<Double> values = values(group);
        double at = place(group);
        double low = values.stream().min(Double::compare).orElseThrow();
        double high = values.stream().max(Double::compare).orElseThrow();
        svg.empty("line", "class", "join", "x1", at, "x2", at, "y1", y(low), "y2", y(high));
        taken.add(new Area(at - 1, y(high), at + 1, y(low)));
    }

    private void marks(ScatterChart.Group group) {
        for (ScatterChart.Point point : group.points()) {
            if (!Double.isNaN(point.y())) {
                double at = y(point.y());
                double place = place(group);
                svg.open("g").text("title", point.hint());
                svg.add(ScatterChart.mark(point.style(), place, at)).close();
                taken.add(new Area(place - MARK, at - MARK, place + MARK, at + MARK));
            }
        }
    }

    /** Where the label covers least: above, below or beside the marks. */
    private void label(ScatterChart.Group group) {
        double width = LETTER * group.label().length();
        double at = place(group);
        List<Area> choices = new ArrayList<>();
        List<Double> values = values(group).stream().map(this::y).sorted().toList();
        double high = values.get(0);
        double low = values.get(values.size() - 1);
        for (int step = 0; step < STEPS; step++) {
            double far = MARK + 2 + step * LINE;
            for (double shift :
                    new double[] {-width / 2, -width * 3 / 4, -width / 4, -width + 6, -6}) {
                choices.add(area(at + shift, high - far - LINE, width));
                choices.add(area(at + shift, low + far, width));
            }
            for (double middle : List.of(high, low, (high + low) / 2)) {
                for (double beside : new double[] {MARK + 2, -MARK - 2 - width}) {
                    choices.add(area(at + beside, middle - LINE / 2 + step * 4, width));
                }
            }
        }
        Area best = choices.stream().min(Comparator.comparingDouble(this::cost)).orElseThrow();
        taken.add(best);
        svg.text("text", group.label(), "class", "point", "x", best.left(), "y", best.bottom() - 3);
    }

    private static Area area(double left, double top, double width) {
        return new Area(left, top, left + width, top + LINE);
    }

    private double cost(Area area) {
        Area free = new Area(area.left() - GAP, area.top(), area.right() + GAP, area.bottom());
        return 50 * area.outside() + taken.stream().mapToDouble(free::overlap).sum();
    }

    private static List<Double> values(ScatterChart.Group group) {
        return group.points().stream()
                .map(ScatterChart.Point::y)
                .filter(value -> !Double.isNaN(value))
                .toList();
    }

    private double place(ScatterChart.Group group) {
        return x(Math.log10(group.x()));
    }

    private double x(double logarithm) {
        return LEFT + x.share(logarithm) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String power(int exponent) {
        return exponent < 0
                ? String.format(Locale.ROOT, "%." + -exponent + "f", Math.pow(10, exponent))
                : Long.toString(Math.round(Math.pow(10, exponent)));
    }
}
