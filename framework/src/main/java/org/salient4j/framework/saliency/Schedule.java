package org.salient4j.framework.saliency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.salient4j.framework.InvalidInputException;

/**
 * A value over training: constant, or a straight line from the first epoch to a later one and
 * constant after it. Anything else: override the listener's step.
 *
 * <p>As text {@code 0.5}, or {@code 0..1@10}: from 0 to 1 over the first 10 epochs.
 *
 * @param from value in epoch 0
 * @param to value from epoch {@code epochs} on
 * @param epochs length of the line; 0 for a constant
 */
public record Schedule(double from, double to, int epochs) {

    /** Validates. */
    public Schedule {
        if (!Double.isFinite(from) || !Double.isFinite(to) || epochs < 0) {
            throw new IllegalArgumentException(
                    "a schedule needs finite values and epochs >= 0, was %s..%s@%d"
                            .formatted(from, to, epochs));
        }
    }

    /** The same value always. */
    public static Schedule constant(double value) {
        return new Schedule(value, value, 0);
    }

    /** Reads {@code value} or {@code from..to@epochs}. */
    @JsonCreator
    public static Schedule parse(String text) {
        try {
            int dots = text.indexOf("..");
            if (dots < 0) {
                return constant(Double.parseDouble(text));
            }
            int at = text.indexOf('@', dots);
            return new Schedule(
                    Double.parseDouble(text.substring(0, dots)),
                    Double.parseDouble(text.substring(dots + 2, at)),
                    Integer.parseInt(text.substring(at + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new InvalidInputException(
                    "expected a number such as 0.5 or a schedule such as 0..1@10, found '"
                            + text
                            + "'");
        }
    }

    /** The value in an epoch, counted from 0. */
    public double at(int epoch) {
        return epoch >= epochs ? to : from + (to - from) * epoch / epochs;
    }

    @Override
    @JsonValue
    public String toString() {
        return epochs == 0 ? Double.toString(to) : from + ".." + to + "@" + epochs;
    }
}
