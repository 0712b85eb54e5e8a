package org.salient4j.framework.fetch;

import java.nio.file.Path;
import java.util.List;

/**
 * What the cache holds of a source.
 *
 * @param folder where its files are or would be
 * @param present whether the folder is there
 * @param faults what is wrong with the files in it, one sentence each; empty if every byte is right
 */
public record CacheState(Path folder, boolean present, List<String> faults) {

    /** Copies the list. */
    public CacheState {
        faults = List.copyOf(faults);
    }

    /** Whether all files are there and every byte is right. */
    public boolean right() {
        return present && faults.isEmpty();
    }

    /** In a word: {@code fetched}, {@code damaged} or {@code not fetched}. */
    public String word() {
        if (!present) {
            return "not fetched";
        }
        return faults.isEmpty() ? "fetched" : "damaged";
    }

    /** Whether something is there that cannot be used. */
    public boolean damaged() {
        return present && !faults.isEmpty();
    }
}
