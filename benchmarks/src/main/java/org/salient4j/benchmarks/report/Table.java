package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table. On a narrow screen it scrolls within its own box.
 *
 * @param caption what it shows
 * @param columns the heads
 * @param rows the rows
 * @param footnote below it; may be empty
 * @param sortable whether a reader can sort the rows by a column; the table is whole without that
 */
public record Table(
        String caption,
        List<TableColumn> columns,
        List<TableRow> rows,
        String footnote,
        boolean sortable)
        implements Block {

    /**
     * Neighbouring columns under one head.
     *
     * @param title the head; may be empty
     * @param span how many columns
     */
    public record HeadGroup(String title, int span) {}

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

    /** A table whose rows stay as they are. */
    public Table(String caption, List<TableColumn> columns, List<TableRow> rows, String footnote) {
        this(caption, columns, rows, footnote, false);
    }

    /** The heads above the columns' own; empty if no column has one. */
    public List<HeadGroup> headGroups() {
        List<HeadGroup> groups = new ArrayList<>();
        if (columns.stream().allMatch(column -> column.group().isEmpty())) {
            return groups;
        }
        int start = 0;
        for (int i = 1; i <= columns.size(); i++) {
            String group = columns.get(start).group();
            if (i == columns.size() || !columns.get(i).group().equals(group)) {
                groups.add(new HeadGroup(group, i - start));
                start = i;
            }
        }
        return groups;
    }

    /** Whether a column is the first under its head. */
    public boolean startsHeadGroup(int column) {
        return column > 0 && !columns.get(column).group().equals(columns.get(column - 1).group());
    }

    /** Whether there are so many columns that they are set tighter. */
    public boolean wide() {
        return columns.size() > 9;
    }

    @Override
    public boolean scripted() {
        return sortable;
    }

    @Override
    public String template() {
        return "table.peb";
    }
}
