package org.salient4j.benchmarks.report;

/**
 * A line of a chart.
 *
 * @param name what the legend calls it
 * @param style which of the palette's colours and dashes, from 0; equal styles in several charts
 *     mean the same thing
 * @param y a value for every x, {@code NaN} where there is none
 * @param lower the lower end of the band around the line, {@code NaN} where there is none
 * @param upper the upper end
 */
public record Line(String name, int style, double[] y, double[] lower, double[] upper) {

    /** How many styles there are. */
    public static final int STYLES = 6;

    /** Checks the lengths and the style. */
    public Line {
        if (style < 0 || style >= STYLES) {
            throw new IllegalArgumentException("style must be in [0, 6), was " + style);
        }
        if (lower.length != y.length || upper.length != y.length) {
            throw new IllegalArgumentException(
                    "lower and upper must have %d values, had %d and %d"
                            .formatted(y.length, lower.length, upper.length));
        }
    }

    /** The class of the style sheet. */
    public String styleClass() {
        return "line-" + style;
    }
}
