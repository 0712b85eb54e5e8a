package org.salient4j.benchmarks.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Charts side by side under one legend.
 *
 * @param charts the charts; equal marks must mean one thing
 * @param small whether they are drawn smaller
 */
public record Charts(List<? extends Chart> charts, boolean small) implements Block {

    /** Copies the charts. */
    public Charts {
        charts = List.copyOf(charts);
    }

    /** One item for each mark that occurs. */
    public Collection<LegendItem> legend() {
        Map<String, LegendItem> legend = new LinkedHashMap<>();
        charts.forEach(
                chart -> chart.legend().forEach(item -> legend.putIfAbsent(item.key(), item)));
        return legend.values();
    }

    @Override
    public String template() {
        return "charts.peb";
    }
}
