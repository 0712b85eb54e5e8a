package org.salient4j.benchmarks.language;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the word scores of a method came to.
 *
 * @param method its name, or {@code random}
 * @param score what was made a word's score: {@code sum}, {@code l1}, {@code l2} or {@code dot};
 *     empty for random scores
 * @param texts how many texts were explained
 * @param comprehensiveness mean over texts of the mean over 1, 5, 10, 20 and 50 % of the words
 * @param sufficiency the same
 * @param auprc mean over texts with a rationale; null where no rationale is known
 * @param tokenF1 macro F1 of the chosen words; null where no rationale is known
 * @param iouF1 macro F1 of the chosen spans; null where no rationale is known
 * @param seconds wall time of the attribution; that of all scores of a method
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WordMapScore(
        String method,
        String score,
        int texts,
        double comprehensiveness,
        double sufficiency,
        Double auprc,
        Double tokenF1,
        Double iouF1,
        double seconds) {

    /** The name of random scores. */
    public static final String RANDOM = "random";
}
