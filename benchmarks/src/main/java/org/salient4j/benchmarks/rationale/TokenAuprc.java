package org.salient4j.benchmarks.rationale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.metrics.Scores;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;

/**
 * How well scores rank the tokens that people marked above the others, without a threshold.
 *
 * <p>The area under the precision-recall curve of the tokens of a document, by the trapezoidal rule
 * from recall 0 with precision 1, as ERASER computes it; tokens of equal score enter together. The
 * rule is optimistic where few tokens are marked; average precision, which {@code
 * benchmarks.metrics} has for series, does not interpolate.
 *
 * <p>Use it for methods that give every token a score. A method that is faithful to a classifier
 * that reads other words than people do scores low, and rightly so: this measures agreement with
 * people, {@link Faithfulness} measures agreement with the classifier.
 *
 * <p>Source: DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, ACL 2020.
 */
public final class TokenAuprc {
    private TokenAuprc() {}

    /**
     * The area for each document of each text, in their order; their mean is ERASER's number.
     *
     * @param texts the texts
     * @param scores the scores of each
     * @return {@code NaN} where nothing is marked or not known what is
     */
    public static Scores of(List<TextExample> texts, List<TokenScores> scores) {
        Pairs.requireSame(texts, scores);
        List<Double> areas = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            TextExample text = texts.get(i);
            TokenScores own = scores.get(i);
            own.checked(text);
            boolean known = text.rationale() != null;
            boolean[] truth = known ? text.rationale().mask(text.length()) : null;
            for (TextPart document : text.documents()) {
                areas.add(known ? area(document, truth, own) : Double.NaN);
            }
        }
        return Scores.ofSamples(areas.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double area(TextPart document, boolean[] truth, TokenScores scores) {
        int[] order =
                IntStream.range(document.start(), document.end())
                        .boxed()
                        .sorted(Comparator.comparingDouble(token -> -scores.value(token)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long marked = IntStream.of(order).filter(token -> truth[token]).count();
        if (marked == 0) {
            return Double.NaN;
        }
        double area = 0;
        double recall = 0;
        double precision = 1;
        int found = 0;
        for (int rank = 0; rank < order.length; rank++) {
            found += truth[order[rank]] ? 1 : 0;
            boolean tied =
                    rank + 1 < order.length
                            && scores.value(order[rank]) == scores.value(order[rank + 1]);
            if (!tied) {
                double nextRecall = (double) found / marked;
                double nextPrecision = (double) found / (rank + 1);
                area += (nextRecall - recall) * (nextPrecision + precision) / 2;
                recall = nextRecall;
                precision = nextPrecision;
            }
        }
        return area;
    }
}
