package org.salient4j.framework.graph;

/**
 * What the runs of one kind of op took.
 *
 * @param op ND4J's name of it
 * @param count how often it ran
 * @param nanoseconds all runs together, without the ops that it called itself
 */
public record OpTime(String op, long count, long nanoseconds) {

    /** Both together; of the same op. */
    public OpTime plus(OpTime other) {
        if (!op.equals(other.op)) {
            throw new IllegalArgumentException(
                    "other must be of the op %s, was of %s".formatted(op, other.op));
        }
        return new OpTime(op, count + other.count, nanoseconds + other.nanoseconds);
    }
}
