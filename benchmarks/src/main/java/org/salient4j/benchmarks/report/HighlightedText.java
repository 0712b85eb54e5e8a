package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A text whose words are coloured by their scores. Sign and size are also seen without colours: by
 * kind and thickness of a line below the word, and a number behind those that matter most.
 *
 * @param caption what it is
 * @param tokens the words
 * @param scores one a word, in [-1, 1]
 * @param marked the words that people marked; empty if that is not known
 */
public record HighlightedText(
        String caption, List<String> tokens, List<Double> scores, List<Boolean> marked)
        implements Block {
    private static final int LEVELS = 5;
    private static final double NUMBERED = 0.2;

    /**
     * A word as it is shown.
     *
     * @param text the word
     * @param style the classes of the style sheet
     * @param share the score in per cent; empty for one that is small
     * @param hint the score
     */
    public record Word(String text, String style, String share, String hint) {}

    /** Copies the lists and checks that they fit. */
    public HighlightedText {
        tokens = List.copyOf(tokens);
        scores = List.copyOf(scores);
        marked = List.copyOf(marked);
        if (scores.size() != tokens.size() || !marked.isEmpty() && marked.size() != tokens.size()) {
            throw new IllegalArgumentException(
                    "%d words need as many scores and marks, found %d and %d"
                            .formatted(tokens.size(), scores.size(), marked.size()));
        }
    }

    /** The words in their order. */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            double score = scores.get(i);
            int level = (int) Math.round(LEVELS * Math.min(1, Math.abs(score)));
            String style = level == 0 ? "" : (score > 0 ? "for-" : "against-") + level;
            if (!marked.isEmpty() && marked.get(i)) {
                style = style.isEmpty() ? "marked" : style + " marked";
            }
            String share = Math.abs(score) >= NUMBERED ? IntervalCell.number(100 * score, 0) : "";
            words.add(new Word(tokens.get(i), style, share, IntervalCell.number(score, 3)));
        }
        return words;
    }

    @Override
    public String template() {
        return "text.peb";
    }
}
