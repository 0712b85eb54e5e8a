package org.salient4j.benchmarks.grid;

import java.util.Objects;

/**
 * A file of a cell that cannot be read, so that the cell counts as missing.
 *
 * @param key the cell's name
 * @param message one line: which file, what is wrong, where it went
 */
public record DamagedFile(String key, String message) {

    /** Nothing may be null. */
    public DamagedFile {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(message, "message");
    }
}
