package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;

/** Running text in lines of a terminal's width. */
final class Wrapped {
    static final int WIDTH = 100;

    private Wrapped() {}

    /**
     * @param first what the first line begins with
     * @param indent how far the others are indented
     * @param text words
     */
    static List<String> lines(String first, int indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
