package org.salient4j.framework.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader passed over or put right: one line each, with file and line number.
 *
 * <p>A corpus or a file of word vectors with some bad lines is still good for the rest, but whoever
 * reports a result has to know. The first lines are kept, all are counted.
 *
 * @param lines the first findings
 * @param count how many there were
 */
public record Findings(List<String> lines, int count) {
    private static final int KEPT = 20;

    /** Copies. */
    public Findings {
        lines = List.copyOf(lines);
    }

    /** Nothing to report. */
    public static Findings none() {
        return new Findings(List.of(), 0);
    }

    /** These and others, in this order; the first lines of either stay. */
    public Findings and(Findings others) {
        return new Findings(
                Stream.concat(lines.stream(), others.lines.stream()).toList(),
                count + others.count);
    }

    /** The lines, and one more that says how many were not kept. */
    public List<String> summary() {
        int more = count - lines.size();
        return more == 0
                ? lines
                : Stream.concat(lines.stream(), Stream.of("and %d more like these".formatted(more)))
                        .toList();
    }

    /** The end of a message: the first finding is often the reason. */
    String first() {
        return count == 0 ? "" : "; first of %d findings: %s".formatted(count, lines.get(0));
    }

    /** Gathers findings while something is read. */
    public static final class Collector {
        private final List<String> lines = new ArrayList<>();
        private int count;

        /**
         * @param file where
         * @param line the line's number, from 1
         * @param what expected, found and what was done about it
         */
        public void add(Path file, long line, String what) {
            add(file.getFileName() + ":" + line + ": " + what);
        }

        /**
         * @param line one line with its place
         */
        public void add(String line) {
            if (lines.size() < KEPT) {
                lines.add(line);
            }
            count++;
        }

        /** What was found until now. */
        public Findings findings() {
            return new Findings(lines, count);
        }
    }
}
