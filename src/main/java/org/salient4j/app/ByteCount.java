package org.salient4j.app;

import java.util.Locale;

/** Sizes as people say them. */
final class ByteCount {
    private static final int KILO = 1000;

    private ByteCount() {}

    /** {@code 11.5 MB}, {@code 60 kB}, {@code 76 B}. */
    static String text(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        if (bytes < KILO * KILO) {
            return Math.round(bytes / (double) KILO) + " kB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
