package org.salient4j.benchmarks.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.salient4j.framework.NearestName;

/** What is timed. */
public enum BenchPart {
    /** A standard and a saliency guided training step of each network. */
    STEPS,
    /** Six attribution methods on 100 samples, for each network. */
    ATTRIBUTION,
    /** AUP and AUR of 100 maps. */
    METRICS;

    /** Its name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The part of this name.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is none
     */
    public static BenchPart of(String key) {
        List<String> keys = Arrays.stream(values()).map(BenchPart::key).toList();
        int index = keys.indexOf(key.strip());
        if (index < 0) {
            throw NearestName.unknown("part", key, keys);
        }
        return values()[index];
    }
}
