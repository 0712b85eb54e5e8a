package org.salient4j.benchmarks.report.xcebra;

/** What is claimed of regularised contrastive training and the inverted neuron gradient. */
enum MapClaim {
    /** The paper's: the penalty makes maps better. */
    PENALTY(
            "the penalty raises the neuron gradient and the inverted neuron gradient",
            "\u03bb = %s against 0",
            "for"),
    /** The paper's: so does the inversion. */
    INVERSION(
            "with the penalty the inverted neuron gradient beats every other attribution method",
            "\u03bb = %s",
            "over"),
    /** Ours: a regression of the neurons on the embedding, without any gradient, sees less. */
    REGRESSION(
            "with the penalty the inverted neuron gradient beats a linear regression",
            "\u03bb = %s; not a claim of the paper",
            "over");

    private final String statement;
    private final String setting;
    private final String least;

    MapClaim(String statement, String setting, String least) {
        this.statement = statement;
        this.setting = setting;
        this.least = least;
    }

    String statement() {
        return statement;
    }

    /** What a contrast is called, for instance {@code over feature ablation}. */
    String contrast(String label) {
        return least + " " + label;
    }

    /** Of which λ it is asked, for instance {@code λ = 0.1 against 0}. */
    String setting(double lambda) {
        return setting.formatted(Words.lambda(lambda));
    }
}
