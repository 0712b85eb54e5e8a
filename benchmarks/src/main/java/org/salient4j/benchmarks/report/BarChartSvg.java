package org.salient4j.benchmarks.report;

import java.util.stream.DoubleStream;

/** Draws a {@link BarChart}. Colours come from the page's style sheet, by class. */
final class BarChartSvg {

    private static final double LEFT = 150;
    private static final double RIGHT = 40;
    private static final double TOP = HorizontalFrame.TOP;
    private static final double LEAST_HEIGHT = 14;
    private static final double GAP = 7;

    private final BarChart chart;
    private final double bottom;
    private final Svg svg = new Svg();
    private final HorizontalFrame frame;

    BarChartSvg(BarChart chart) {
        this.chart = chart;
        double smallest = values(chart).filter(v -> !Double.isNaN(v)).min().orElse(0);
        double largest = values(chart).filter(v -> !Double.isNaN(v)).max().orElse(0);
        Axis x =
                Axis.around(
                        Math.min(0, smallest), Math.max(chart.reach(), Math.max(0, largest)), 4);
        this.bottom = TOP + chart.groups().stream().mapToDouble(group -> height(group) + GAP).sum();
        this.frame = new HorizontalFrame(svg, x, LEFT, RIGHT, bottom);
    }

    private static DoubleStream values(BarChart chart) {
        DoubleStream bars =
                chart.groups().stream()
                        .flatMap(group -> group.bars().stream())
                        .flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.upper()));
        DoubleStream others =
                chart.groups().stream()
                        .flatMap(group -> group.marks().stream())
                        .mapToDouble(BarChart.Mark::x);
        DoubleStream line =
                chart.reference() == null
                        ? DoubleStream.empty()
                        : DoubleStream.of(chart.reference().x());
        return DoubleStream.concat(DoubleStream.concat(bars, others), line);
    }

    /** The more bars, the thinner. */
    private static double thickness(BarChart.Group group) {
        int bars = group.bars().size();
        return bars < 2 ? 11 : bars < 5 ? 7 : bars < 9 ? 5 : 3.5;
    }

    private static double height(BarChart.Group group) {
        return Math.max(LEAST_HEIGHT, group.bars().size() * (thickness(group) + 1) - 1);
    }

    String draw() {
        frame.open(chart.title(), chart.description(), chart.xLabel());
        if (chart.isEmpty()) {
            double half = (TOP + bottom) / 2 + 4;
            svg.text("text", "no values", "class", "empty", "x", frame.middle(), "y", half);
        }
        double top = TOP + GAP / 2;
        for (BarChart.Group group : chart.groups()) {
            group(group, top);
            top += height(group) + GAP;
        }
        if (chart.reference() != null && !chart.isEmpty()) {
            frame.line("reference", chart.reference().x());
        }
        top = TOP + GAP / 2;
        for (BarChart.Group group : chart.groups()) {
            for (BarChart.Mark mark : group.marks()) {
                if (!Double.isNaN(mark.x())) {
                    double middle = top + height(group) / 2;
                    svg.add(BarChart.mark(mark.shape(), x(mark.x()), middle, height(group) + 4));
                }
            }
            top += height(group) + GAP;
        }
        return svg.close().toString();
    }

    private void group(BarChart.Group group, double top) {
        double middle = top + height(group) / 2;
        svg.text("text", group.label(), "class", "y-tick", "x", LEFT - 6, "y", middle + 4);
        String figure = group.figure();
        svg.text("text", figure, "class", "figure", "x", frame.right() + 6, "y", middle + 4);
        double thickness = thickness(group);
        double used = group.bars().size() * (thickness + 1) - 1;
        double y = middle - used / 2;
        for (BarChart.Bar bar : group.bars()) {
            if (!Double.isNaN(bar.value())) {
                bar(bar, group.fill(), y, thickness);
            }
            y += thickness + 1;
        }
    }

    private void bar(BarChart.Bar bar, BarChart.Fill fill, double y, double thickness) {
        double from = x(Math.min(0, bar.value()));
        double to = x(Math.max(0, bar.value()));
        svg.open("g");
        svg.text("title", bar.hint());
        svg.empty(
                "rect",
                "class",
                fill.style() + (thickness < 6 ? " thin" : ""),
                "x",
                from,
                "y",
                y,
                "width",
                to - from,
                "height",
                thickness);
        if (!Double.isNaN(bar.lower())) {
            double middle = y + thickness / 2;
            double cap = Math.min(3, thickness / 2 - 0.5);
            String path =
                    "M%s,%sH%sM%s,%sv%sM%s,%sv%s"
                            .formatted(
                                    Svg.number(x(bar.lower())),
                                    Svg.number(middle),
                                    Svg.number(x(bar.upper())),
                                    Svg.number(x(bar.lower())),
                                    Svg.number(middle - cap),
                                    Svg.number(2 * cap),
                                    Svg.number(x(bar.upper())),
                                    Svg.number(middle - cap),
                                    Svg.number(2 * cap));
            // Light below dark: the part inside a dark bar is seen too.
            svg.empty("path", "class", "whisker-bed", "d", path);
            svg.empty("path", "class", "whisker", "d", path);
        }
        svg.close();
    }

    private double x(double value) {
        return frame.x(value);
    }
}
