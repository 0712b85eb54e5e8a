package org.salient4j.benchmarks.rationale;

/**
 * How much of what was predicted is right, how much of what is right was predicted, and one number
 * for both.
 *
 * @param precision in [0, 1]
 * @param recall in [0, 1]; for spans it can exceed 1 when two predictions match one truth
 * @param f1 as its maker forms it: of precision and recall, or a mean over documents
 */
public record PrecisionRecall(double precision, double recall, double f1) {

    /** With F1 = 2·p·r / (p + r), and 0 where one of them is. */
    static PrecisionRecall of(double precision, double recall) {
        boolean none = precision == 0 || recall == 0;
        return new PrecisionRecall(
                precision, recall, none ? 0 : 2 * precision * recall / (precision + recall));
    }

    /** Found of predicted and found of true; 0 of 0 is 0. */
    static PrecisionRecall of(long found, long predicted, long truth) {
        return of(share(found, predicted), share(found, truth));
    }

    private static double share(long part, long of) {
        return of == 0 ? 0 : (double) part / of;
    }
}
