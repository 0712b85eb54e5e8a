package org.salient4j.framework.io;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 quotes them, lines ended by a line feed. */
public final class Csv {
    private Csv() {}

    /** A line of values, with its end. */
    public static String line(List<String> values) {
        return values.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
