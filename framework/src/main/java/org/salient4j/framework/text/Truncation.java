package org.salient4j.framework.text;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How many words of a text are used, and which.
 *
 * <p>Of an example with several parts the longest is shortened first, until all fit: a claim of
 * twelve words stays whole beside a document of thousands. Everything after it (training,
 * attribution, metrics) sees the shorter text, so no metric counts a word the network never saw.
 *
 * @param limit the most words of an example, at least 1
 * @param keep which words of a part stay
 */
public record Truncation(int limit, Keep keep) {

    /** Which words of a part stay. */
    public enum Keep {
        /** The first words. */
        HEAD("its first words kept"),
        /** The last words; the verdict of a review often stands at its end. */
        TAIL("its last words kept"),
        /** The first and the last words, the middle is left out. */
        BOTH_ENDS("its first and last words kept");

        private final String words;

        Keep(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Validates. */
    public Truncation {
        Objects.requireNonNull(keep, "keep");
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
    }

    /** The example itself if it is short enough, else what is left of it. */
    public TextExample of(TextExample example) {
        if (example.length() <= limit) {
            return example;
        }
        int[] lengths = example.parts().stream().mapToInt(TextPart::length).toArray();
        shorten(lengths, limit);
        IntStream kept = IntStream.empty();
        for (int i = 0; i < lengths.length; i++) {
            kept = IntStream.concat(kept, kept(example.parts().get(i), lengths[i]));
        }
        return example.keeping(kept.toArray());
    }

    private IntStream kept(TextPart part, int length) {
        int head =
                switch (keep) {
                    case HEAD -> length;
                    case TAIL -> 0;
                    case BOTH_ENDS -> (length + 1) / 2;
                };
        return IntStream.concat(
                IntStream.range(part.start(), part.start() + head),
                IntStream.range(part.end() - (length - head), part.end()));
    }

    /** Takes from the longest, of equals from the last, until the sum is the limit. */
    private static void shorten(int[] lengths, int limit) {
        for (int sum = Arrays.stream(lengths).sum(); sum > limit; sum--) {
            int longest = 0;
            for (int i = 1; i < lengths.length; i++) {
                longest = lengths[i] >= lengths[longest] ? i : longest;
            }
            lengths[longest]--;
        }
    }
}
