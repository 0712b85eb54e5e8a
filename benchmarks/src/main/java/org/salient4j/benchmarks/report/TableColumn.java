package org.salient4j.benchmarks.report;

/**
 * The head of a table's column.
 *
 * @param title its name
 * @param hint what a pointer resting on it tells; may be empty
 * @param numeric whether its values are set to the right
 * @param sentence whether its values are long enough to need room where a page is narrow
 * @param group the head above it, which it shares with its neighbours; empty if none
 */
public record TableColumn(
        String title, String hint, boolean numeric, boolean sentence, String group) {

    /** A column without a head above it. */
    public TableColumn(String title, String hint, boolean numeric, boolean sentence) {
        this(title, hint, numeric, sentence, "");
    }

    /** A column of words. */
    public static TableColumn words(String title) {
        return new TableColumn(title, "", false, false);
    }

    /** A column of several words a value. */
    public static TableColumn sentences(String title) {
        return new TableColumn(title, "", false, true);
    }

    /** A column of numbers. */
    public static TableColumn numbers(String title, String hint) {
        return new TableColumn(title, hint, true, false);
    }

    /** The column under a head that it shares with its neighbours. */
    public TableColumn under(String head) {
        return new TableColumn(title, hint, numeric, sentence, head);
    }
}
