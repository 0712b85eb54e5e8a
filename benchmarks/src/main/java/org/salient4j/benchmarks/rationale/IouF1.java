package org.salient4j.benchmarks.rationale;

import java.util.List;
import java.util.Set;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TokenSpan;

/**
 * Agreement span by span: a predicted span is right if it and some true span share at least a
 * threshold of the tokens that either has (intersection over union).
 *
 * <p>Micro: precision and recall over all spans. Macro: the mean precision over the documents with
 * predictions, the mean recall over those with a truth, and the F1 of these two means. Several
 * predictions may match one true span, each counts; a true span of no token can be matched by none.
 *
 * <p>Source: DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, ACL 2020.
 *
 * @param threshold in (0, 1]; ERASER reports 0.5
 */
public record IouF1(double threshold) {

    /** The threshold ERASER reports. */
    public IouF1() {
        this(0.5);
    }

    /** Validates. */
    public IouF1 {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new InvalidInputException("threshold must be in (0, 1], was " + threshold);
        }
    }

    /**
     * @param texts the texts; those whose rationale is not known are skipped
     * @param predicted the spans predicted for each
     */
    public RationaleAgreement of(List<TextExample> texts, List<List<TokenSpan>> predicted) {
        long allFound = 0;
        long allPredicted = 0;
        long allTrue = 0;
        double precision = 0;
        double recall = 0;
        int withPredictions = 0;
        int withTruth = 0;
        for (DocumentSpans spans : DocumentSpans.of(texts, predicted)) {
            long found = spans.predicted().stream().filter(p -> matches(p, spans.truth())).count();
            allFound += found;
            allPredicted += spans.predicted().size();
            allTrue += spans.truth().size();
            if (!spans.predicted().isEmpty()) {
                precision += (double) found / spans.predicted().size();
                withPredictions++;
            }
            if (!spans.truth().isEmpty()) {
                recall += (double) found / spans.truth().size();
                withTruth++;
            }
        }
        return new RationaleAgreement(
                PrecisionRecall.of(allFound, allPredicted, allTrue),
                PrecisionRecall.of(
                        precision / Math.max(1, withPredictions), recall / Math.max(1, withTruth)),
                DocumentSpans.skipped(texts));
    }

    private boolean matches(TokenSpan predicted, Set<TokenSpan> truth) {
        return truth.stream().anyMatch(span -> overUnion(predicted, span) >= threshold);
    }

    private static double overUnion(TokenSpan a, TokenSpan b) {
        int shared = a.overlap(b);
        int union = a.length() + b.length() - shared;
        return union == 0 ? 0 : (double) shared / union;
    }
}
