package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * Pictures in rows and columns, for comparing them.
 *
 * @param caption what they show
 * @param columns the columns' names
 * @param rows the rows
 * @param stretch how many times as high as wide a value is drawn
 */
public record PictureGrid(String caption, List<String> columns, List<Row> rows, double stretch)
        implements Block {

    /**
     * A row.
     *
     * @param label its name
     * @param pictures one a column; null where there is none
     */
    public record Row(String label, List<SaliencyImage> pictures) {}

    /** Copies the lists and checks that every row fits. */
    public PictureGrid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (!(stretch > 0 && Double.isFinite(stretch))) {
            throw new IllegalArgumentException("stretch must be above 0, was " + stretch);
        }
        for (Row row : rows) {
            if (row.pictures().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have %d pictures, had %d"
                                .formatted(columns.size(), row.pictures().size()));
            }
        }
    }

    /** Pictures of square values. */
    public PictureGrid(String caption, List<String> columns, List<Row> rows) {
        this(caption, columns, rows, 1);
    }

    /** Whether the truth is drawn over any picture. */
    public boolean boxed() {
        return rows.stream()
                .flatMap(row -> row.pictures().stream())
                .anyMatch(picture -> picture != null && !picture.boxes().isEmpty());
    }

    /** Whether a narrow screen must scroll them sideways. */
    public boolean many() {
        return columns.size() > 4;
    }

    /** The colours from 0 to the maximum, as a picture. */
    public String scale() {
        return ColourMap.barDataUri();
    }

    @Override
    public String template() {
        return "pictures.peb";
    }
}
