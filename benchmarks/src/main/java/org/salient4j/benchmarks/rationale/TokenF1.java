package org.salient4j.benchmarks.rationale;

import java.util.BitSet;
import java.util.List;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TokenSpan;

/**
 * Agreement token by token.
 *
 * <p>Micro: precision and recall over all tokens. Macro: precision, recall and F1 of each document
 * that has a marked or a predicted token, then the mean of each, so the macro F1 is not the F1 of
 * the macro precision and recall.
 *
 * <p>Source: DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, ACL 2020.
 */
public final class TokenF1 {
    private TokenF1() {}

    /**
     * @param texts the texts; those whose rationale is not known are skipped
     * @param predicted the spans predicted for each
     */
    public static RationaleAgreement of(List<TextExample> texts, List<List<TokenSpan>> predicted) {
        long allFound = 0;
        long allPredicted = 0;
        long allTrue = 0;
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        int documents = 0;
        for (DocumentSpans spans : DocumentSpans.of(texts, predicted)) {
            BitSet truth = DocumentSpans.tokens(spans.truth());
            BitSet guess = DocumentSpans.tokens(spans.predicted());
            if (truth.isEmpty() && guess.isEmpty()) {
                continue;
            }
            BitSet both = (BitSet) truth.clone();
            both.and(guess);
            PrecisionRecall own =
                    PrecisionRecall.of(
                            both.cardinality(), guess.cardinality(), truth.cardinality());
            allFound += both.cardinality();
            allPredicted += guess.cardinality();
            allTrue += truth.cardinality();
            precision += own.precision();
            recall += own.recall();
            f1 += own.f1();
            documents++;
        }
        int over = Math.max(1, documents);
        return new RationaleAgreement(
                PrecisionRecall.of(allFound, allPredicted, allTrue),
                new PrecisionRecall(precision / over, recall / over, f1 / over),
                DocumentSpans.skipped(texts));
    }
}
