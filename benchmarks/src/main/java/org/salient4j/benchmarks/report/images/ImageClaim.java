package org.salient4j.benchmarks.report.images;

/** What is claimed of saliency guided training of image classifiers. */
enum ImageClaim {
    /** Table 4 of the paper. */
    ORDER(
            "the area below the accuracy falls from standard over fine-tuned to saliency guided",
            "gradient; table 4 of the paper"),
    /** Ours: the same with what random removal does taken off. */
    ORDER_BEYOND_RANDOM(
            "it also falls as the gain over random removal",
            "area of random rankings less that of the gradient rises; not a claim of the paper"),
    /** Table 3 of the paper. */
    ACCURACY(
            "saliency guided training costs less than half a point of accuracy",
            "test accuracy; table 3 of the paper"),
    /** Figure 2 of the paper, in numbers. */
    SPARSITY(
            "saliency guided training makes gradients sparser",
            "mean Gini index; figure 2 of the paper");

    private final String statement;
    private final String setting;

    ImageClaim(String statement, String setting) {
        this.statement = statement;
        this.setting = setting;
    }

    String statement() {
        return statement;
    }

    String setting() {
        return setting;
    }

    /** Whether it is asked of each replacement. */
    boolean byReplacement() {
        return this == ORDER || this == ORDER_BEYOND_RANDOM;
    }

    /** What differences are multiplied with, and how many decimals they have. */
    double scale() {
        return this == ACCURACY ? 100 : 1;
    }

    int decimals() {
        return switch (this) {
            case ORDER, ORDER_BEYOND_RANDOM -> 0;
            case ACCURACY -> 2;
            case SPARSITY -> 3;
        };
    }
}
