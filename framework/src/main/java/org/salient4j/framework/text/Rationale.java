package org.salient4j.framework.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The tokens that people marked as the reason for a label.
 *
 * <p>Each group of spans is sufficient by itself; a group may lie in several documents. The metrics
 * of ERASER treat all spans of all groups alike. No group at all means that somebody looked and
 * marked nothing, which is not the same as an unknown rationale.
 *
 * @param groups the groups of spans, counted over the tokens of the example
 */
public record Rationale(List<List<TokenSpan>> groups) {

    /** Copies. */
    public Rationale {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** One group. */
    public static Rationale of(TokenSpan... spans) {
        return new Rationale(List.of(List.of(spans)));
    }

    /** The spans of all groups, each once, in their order. */
    public List<TokenSpan> spans() {
        LinkedHashSet<TokenSpan> spans = new LinkedHashSet<>();
        groups.forEach(spans::addAll);
        return List.copyOf(spans);
    }

    /**
     * The marked tokens.
     *
     * @param tokens how many tokens the text has
     */
    public boolean[] mask(int tokens) {
        boolean[] mask = new boolean[tokens];
        for (List<TokenSpan> group : groups) {
            for (TokenSpan span : group) {
                Arrays.fill(mask, span.start(), span.end(), true);
            }
        }
        return mask;
    }

    /** Where the last span ends; 0 without spans. */
    int end() {
        return groups.stream().flatMap(List::stream).mapToInt(TokenSpan::end).max().orElse(0);
    }

    /**
     * The rationale of what is left of a text.
     *
     * @param before how many of the tokens before each token are kept; one entry more than tokens
     */
    Rationale keeping(int[] before) {
        List<List<TokenSpan>> kept = new ArrayList<>();
        for (List<TokenSpan> group : groups) {
            List<TokenSpan> spans = new ArrayList<>();
            for (TokenSpan span : group) {
                TokenSpan left = new TokenSpan(before[span.start()], before[span.end()]);
                if (left.length() > 0 || span.length() == 0) {
                    spans.add(left);
                }
            }
            if (!spans.isEmpty()) {
                kept.add(spans);
            }
        }
        return new Rationale(kept);
    }
}
