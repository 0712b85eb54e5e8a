package org.salient4j.benchmarks.grid.spark;

/**
 * Spark ended before the grid did: its master went away or refused the run. Finished cells are
 * kept.
 */
public final class SparkStoppedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SparkStoppedException(String message, Throwable cause) {
        super(message, cause);
    }
}
