package org.salient4j.benchmarks.report;

import java.util.List;

/** Draws a {@link ViolinChart}. Colours come from the page's style sheet, by class. */
final class ViolinChartSvg {

    private static final double LEFT = 110;
    private static final double RIGHT = 26;
    private static final double HALF = 22;
    private static final double STEP = 54;
    private static final double BOX = 8;
    private static final int LONG = 3;

    private final ViolinChart chart;
    private final Svg svg = new Svg();
    private final HorizontalFrame frame;

    ViolinChartSvg(ViolinChart chart) {
        this.chart = chart;
        double widest =
                chart.violins().stream().mapToDouble(ViolinChart.Violin::reach).max().orElse(1);
        double reach = widest > 0 ? widest : 1;
        Axis usual = Axis.around(-reach, reach, 4);
        // Long numbers need room.
        Axis x = usual.decimals(1) > LONG ? Axis.around(-reach, reach, 2) : usual;
        double bottom = HorizontalFrame.TOP + chart.violins().size() * STEP;
        this.frame = new HorizontalFrame(svg, x, LEFT, RIGHT, bottom);
    }

    String draw() {
        frame.open(chart.title(), chart.description(), chart.xLabel());
        double y = HorizontalFrame.TOP + STEP / 2;
        for (ViolinChart.Violin violin : chart.violins()) {
            violin(violin, y);
            y += STEP;
        }
        return svg.close().toString();
    }

    private void violin(ViolinChart.Violin violin, double y) {
        svg.text("text", violin.label(), "class", "y-tick", "x", LEFT - 6, "y", y + 4);
        svg.open("g");
        svg.text("title", violin.hint());
        svg.empty("path", "class", "bar usual thin", "d", outline(violin, y));
        List<Double> q = violin.quantiles();
        String whisker =
                "M%s,%sH%sM%s,%sv8M%s,%sv8"
                        .formatted(
                                n(x(q.get(0))),
                                n(y),
                                n(x(q.get(4))),
                                n(x(q.get(0))),
                                n(y - 4),
                                n(x(q.get(4))),
                                n(y - 4));
        svg.empty("path", "class", "whisker", "d", whisker);
        svg.empty(
                "rect",
                "class",
                "bar strong thin",
                "x",
                x(q.get(1)),
                "y",
                y - BOX / 2,
                "width",
                // A box of no width would not be seen.
                Math.max(0.6, x(q.get(3)) - x(q.get(1))),
                "height",
                BOX);
        String median = "M%s,%sv%s".formatted(n(x(q.get(2))), n(y - BOX), n(2 * BOX));
        svg.empty("path", "class", "tick", "d", median);
        svg.close();
    }

    /** The upper edge from left to right, the lower one back. */
    private String outline(ViolinChart.Violin violin, double y) {
        int bins = violin.outline().size();
        StringBuilder upper = new StringBuilder("M" + n(x(-violin.reach())) + "," + n(y));
        StringBuilder lower = new StringBuilder();
        for (int i = 0; i < bins; i++) {
            double at = x(violin.reach() * ((2 * i + 1) / (double) bins - 1));
            double half = HALF * violin.outline().get(i);
            upper.append('L').append(n(at)).append(',').append(n(y - half));
            lower.insert(0, "L" + n(at) + "," + n(y + half));
        }
        return upper + "L" + n(x(violin.reach())) + "," + n(y) + lower + "Z";
    }

    private double x(double value) {
        return frame.x(value);
    }

    private static String n(double value) {
        return Svg.number(value);
    }
}
