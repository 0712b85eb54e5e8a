package org.salient4j.benchmarks.rationale;

import org.salient4j.benchmarks.metrics.Direction;
import org.salient4j.benchmarks.metrics.MetricDescriptor;

/** What a reader must know to judge each number of this package. */
public enum RationaleMetric {
    /** The mean of {@link Faithfulness#comprehensiveness()}. */
    COMPREHENSIVENESS(
            new MetricDescriptor(
                    "Comprehensiveness",
                    "how much the predicted class loses without the top tokens, mean of five shares",
                    Direction.HIGHER,
                    -1,
                    1,
                    "answers of the classifier to texts with tokens erased",
                    true,
                    "Depends on how sure the classifier is: compare methods on one classifier.",
                    RationaleMetric.ERASER)),
    /** The mean of {@link Faithfulness#sufficiency()}. */
    SUFFICIENCY(
            new MetricDescriptor(
                    "Sufficiency",
                    "how much the predicted class loses with nothing but the top tokens, mean of"
                            + " five shares",
                    Direction.LOWER,
                    -1,
                    1,
                    "answers of the classifier to texts with tokens erased",
                    true,
                    "A classifier that answers scraps of text as it answers whole ones makes every"
                            + " method look good, random scores too.",
                    RationaleMetric.ERASER)),
    /** The mean of {@link TokenAuprc}. */
    TOKEN_AUPRC(
            new MetricDescriptor(
                    "Token AUPRC",
                    "area below the precision-recall curve of the marked tokens",
                    Direction.HIGHER,
                    0,
                    1,
                    "token scores against the tokens people marked",
                    true,
                    "Measures agreement with people, not with the classifier; depends on the share"
                            + " of marked tokens.",
                    RationaleMetric.ERASER)),
    /** The macro F1 of {@link TokenF1}. */
    TOKEN_F1(
            new MetricDescriptor(
                    "Token F1",
                    "agreement of the chosen with the marked tokens",
                    Direction.HIGHER,
                    0,
                    1,
                    "chosen tokens against the tokens people marked",
                    true,
                    "Depends on how many tokens are chosen.",
                    RationaleMetric.ERASER)),
    /** The macro F1 of {@link IouF1}. */
    IOU_F1(
            new MetricDescriptor(
                    "IOU F1",
                    "agreement of the chosen with the marked spans, half overlap counts",
                    Direction.HIGHER,
                    0,
                    1,
                    "chosen spans against the spans people marked",
                    true,
                    "Scores chosen one by one seldom form spans: near 0 for every method that ranks"
                            + " single tokens.",
                    RationaleMetric.ERASER));

    private static final String ERASER =
            "DeYoung et al., ERASER: A Benchmark to Evaluate Rationalized NLP Models, ACL 2020";

    private final MetricDescriptor descriptor;

    RationaleMetric(MetricDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** Title, direction, range and caveat. */
    public MetricDescriptor descriptor() {
        return descriptor;
    }
}
