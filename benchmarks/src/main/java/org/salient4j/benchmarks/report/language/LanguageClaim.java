package org.salient4j.benchmarks.report.language;

/** What the paper says of saliency guided training on text. */
enum LanguageClaim {
    /** Table 1. */
    COMPREHENSIVENESS(
            "guided training raises the comprehensiveness of gradient, integrated gradients and"
                    + " SmoothGrad"),
    /** Table 1. */
    SUFFICIENCY(
            "guided training lowers the sufficiency of gradient, integrated gradients and"
                    + " SmoothGrad"),
    /** Table 1: without it a method has found nothing. */
    RANDOM("after standard training all three are more comprehensive than random scores"),
    /** Table 5. */
    ACCURACY("guided training costs at most 2 points of accuracy");

    private final String statement;

    LanguageClaim(String statement) {
        this.statement = statement;
    }

    String statement() {
        return statement;
    }

    /** Whether the answer depends on what a word's score is. */
    boolean byScore() {
        return this != ACCURACY;
    }
}
