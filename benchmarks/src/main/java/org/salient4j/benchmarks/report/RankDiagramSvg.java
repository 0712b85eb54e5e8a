package org.salient4j.benchmarks.report;

import java.util.List;

/** Draws a {@link RankDiagram}: the better half is named at the left, the others at the right. */
final class RankDiagramSvg {

    private static final double WIDTH = 640;
    private static final double LEFT = 190;
    private static final double RIGHT = 450;
    private static final double AXIS = 52;
    private static final double BAR = 8;
    private static final double ROW = 19;

    private final RankDiagram diagram;
    private final List<RankDiagram.Entry> ordered;
    private final int worst;
    private final Svg svg = new Svg();

    RankDiagramSvg(RankDiagram diagram) {
        this.diagram = diagram;
        this.ordered = diagram.ordered();
        this.worst = Math.max(2, ordered.size());
    }

    String draw() {
        double bars = AXIS + 12 + BAR * diagram.groups().size();
        int half = (ordered.size() + 1) / 2;
        double height = bars + ROW * half + 12;
        svg.open(
                "svg",
                "class",
                "chart ranks",
                "viewBox",
                "0 0 640 " + Svg.number(height),
                "role",
                "img",
                "aria-label",
                diagram.caption() + ". " + diagram.description());
        axis();
        for (int i = 0; i < ordered.size(); i++) {
            boolean left = i < half;
            // The outermost rank gets the lowest row, so that no two leaders cross.
            int row = left ? i : ordered.size() - 1 - i;
            leader(ordered.get(i), left, bars + ROW * (row + 0.5));
        }
        bars();
        return svg.close().toString();
    }

    private void axis() {
        line("axis", x(1), AXIS, x(worst), AXIS);
        for (int rank = 1; rank <= worst; rank++) {
            line("axis", x(rank), AXIS - 5, x(rank), AXIS);
            String text = Integer.toString(rank);
            svg.text("text", text, "class", "x-tick", "x", x(rank), "y", AXIS - 10);
        }
        svg.text("text", "mean rank, best at the left", "class", "label", "x", 2d, "y", AXIS);
        double width = diagram.criticalDifference();
        if (!Double.isNaN(width)) {
            double end = Math.min(WIDTH - 4, x(1 + width));
            String text = "critical difference " + IntervalCell.number(width, 2);
            line("distance", x(1), 20, end, 20);
            line("distance", x(1), 16, x(1), 24);
            line("distance", end, 16, end, 24);
            svg.text("text", text, "class", "label", "x", x(1), "y", 12d);
        }
    }

    private void leader(RankDiagram.Entry entry, boolean left, double y) {
        double at = x(entry.rank());
        double end = left ? LEFT - 16 : RIGHT + 16;
        String path =
                "M%s,%sV%sH%s"
                        .formatted(
                                Svg.number(at), Svg.number(AXIS), Svg.number(y), Svg.number(end));
        svg.empty("path", "class", "leader", "d", path);
        svg.empty("circle", "class", "rank", "cx", at, "cy", AXIS, "r", 3.5);
        String rank = IntervalCell.number(entry.rank(), 2);
        svg.text(
                "text",
                left ? entry.name() + "  " + rank : rank + "  " + entry.name(),
                "class",
                left ? "name before" : "name",
                "x",
                left ? end - 5 : end + 5,
                "y",
                y + 4);
    }

    private void bars() {
        double y = AXIS + 10;
        for (List<Integer> group : diagram.groups()) {
            double best = worst;
            double last = 1;
            for (int index : group) {
                best = Math.min(best, diagram.entries().get(index).rank());
                last = Math.max(last, diagram.entries().get(index).rank());
            }
            line("same", x(best) - 4, y, x(last) + 4, y);
            y += BAR;
        }
    }

    private void line(String type, double x1, double y1, double x2, double y2) {
        svg.empty("line", "class", type, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    private double x(double rank) {
        return LEFT + (rank - 1) / (worst - 1) * (RIGHT - LEFT);
    }
}
