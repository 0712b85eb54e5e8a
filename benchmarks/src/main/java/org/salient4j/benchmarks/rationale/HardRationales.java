package org.salient4j.benchmarks.rationale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

/**
 * Turns scores into a rationale: the top share of the tokens of the documents, neighbours joined to
 * spans.
 *
 * <p>ERASER takes as share the mean share that people marked in the data set, {@link
 * #meanShare(List)} of the training part.
 *
 * @param share of the tokens of a text, in (0, 1]; max(1, ⌈share·n⌉) of n tokens
 */
public record HardRationales(double share) {

    /** Validates. */
    public HardRationales {
        if (!(share > 0 && share <= 1)) {
            throw new InvalidInputException("share must be in (0, 1], was " + share);
        }
    }

    /**
     * The mean share of the tokens of documents that people marked.
     *
     * @param texts texts, of which those with an unknown or empty rationale do not count
     * @throws InvalidInputException if none is left
     */
    public static double meanShare(List<TextExample> texts) {
        return texts.stream()
                .filter(text -> text.rationale() != null && text.documentTokens().length > 0)
                .mapToDouble(HardRationales::markedShare)
                .filter(share -> share > 0)
                .average()
                .orElseThrow(() -> new InvalidInputException("none of the texts has a rationale"));
    }

    /** The spans of a text; none if it has no document tokens. */
    public List<TokenSpan> of(TextExample text, TokenScores scores) {
        int[] ranked = scores.ranked(text);
        boolean[] chosen = new boolean[text.length()];
        int count = ranked.length == 0 ? 0 : TokenBins.count(share, ranked.length);
        Arrays.stream(ranked, 0, count).forEach(token -> chosen[token] = true);
        List<TokenSpan> spans = new ArrayList<>();
        for (TextPart document : text.documents()) {
            int start = document.start();
            for (int token = document.start(); token <= document.end(); token++) {
                if (token == document.end() || !chosen[token]) {
                    if (token > start) {
                        spans.add(new TokenSpan(start, token));
                    }
                    start = token + 1;
                }
            }
        }
        return spans;
    }

    private static double markedShare(TextExample text) {
        boolean[] mask = text.rationale().mask(text.length());
        int[] tokens = text.documentTokens();
        return (double) Arrays.stream(tokens).filter(token -> mask[token]).count() / tokens.length;
    }
}
