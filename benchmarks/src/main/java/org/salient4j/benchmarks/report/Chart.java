package org.salient4j.benchmarks.report;

import java.util.List;

/** A drawing among others of a {@link Charts} block. */
public interface Chart {

    /** Above the chart. */
    String title();

    /** What its marks mean, for the legend that it shares with its neighbours. */
    List<LegendItem> legend();

    /** The drawing, an {@code svg} element for use inside HTML; every text in it is escaped. */
    String svg();
}
