package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * A table. On a narrow screen it scrolls within its own box.
 *
 * @param caption what it shows
 * @param columns the heads
 * @param rows the rows
 * @param footnote below it; may be empty
 */
public record Table(String caption, List<TableColumn> columns, List<TableRow> rows, String footnote)
        implements Block {

    /** Copies the lists and checks that every row fits. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (TableRow row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have %d cells, had %d: %s"
                                .formatted(columns.size(), row.cells().size(), row.cells()));
            }
        }
    }

    @Override
    public String template() {
        return "table.peb";
    }
}
