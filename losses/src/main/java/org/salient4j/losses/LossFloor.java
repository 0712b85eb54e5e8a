package org.salient4j.losses;

import java.util.Objects;

/**
 * A loss below which no fit lies: a training that gets there runs after something else, such as the
 * scale of an embedding that nothing bounds.
 *
 * @param value the lowest loss that still tells of a fit
 * @param reason why what is below it does not, as the end of a sentence
 * @param remedy what to do, as a sentence without a full stop
 */
public record LossFloor(double value, String reason, String remedy) {

    /** Requires everything. */
    public LossFloor {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
    }
}
