package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * A row of a table.
 *
 * @param cells one a column; the first is the row's heading
 * @param startsGroup whether a line separates it from the row above
 * @param tone how the whole row is marked
 */
public record TableRow(List<TableCell> cells, boolean startsGroup, Tone tone) {

    /** Copies the cells. */
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** An unmarked row. */
    public static TableRow of(TableCell... cells) {
        return new TableRow(List.of(cells), false, Tone.PLAIN);
    }
}
