package org.salient4j.benchmarks.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Charts side by side under one legend.
 *
 * @param charts the charts; lines of one style must have one name
 * @param small whether they are drawn smaller
 */
public record Charts(List<LineChart> charts, boolean small) implements Block {

    /** Copies the charts. */
    public Charts {
        charts = List.copyOf(charts);
    }

    /** One line for each style that occurs. */
    public Collection<Line> legend() {
        Map<Integer, Line> legend = new LinkedHashMap<>();
        charts.forEach(chart -> chart.lines().forEach(l -> legend.putIfAbsent(l.style(), l)));
        return legend.values();
    }

    /** What is shaded; empty if nothing. */
    public String shaded() {
        return charts.stream()
                .filter(chart -> chart.shade() != null)
                .map(chart -> chart.shade().name())
                .findFirst()
                .orElse("");
    }

    /** What the dotted line is; empty if there is none. */
    public String referred() {
        return charts.stream()
                .filter(chart -> chart.reference() != null)
                .map(chart -> chart.reference().name())
                .findFirst()
                .orElse("");
    }

    @Override
    public String template() {
        return "charts.peb";
    }
}
