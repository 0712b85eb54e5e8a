package org.salient4j.benchmarks.timeseries.comparison;

import java.util.List;
import java.util.function.Supplier;
import org.salient4j.benchmarks.published.PublishedTables;

/**
 * What the paper says of time series, and how it is asked of a run. A sentence is added by one more
 * constant.
 *
 * <p>A claim is one or several {@link Contrast}s that must all be as claimed. Each is a mean over
 * data sets and over the seeds, every seed's scores paired. The answer is
 *
 * <ul>
 *   <li><b>held</b> if the 95 % interval over seeds of every contrast lies wholly in the claimed
 *       range;
 *   <li><b>not held</b> if that of any contrast lies wholly outside, at the level 1 - 0.05 / m for
 *       m contrasts (Bonferroni: among many, one would lie outside by chance);
 *   <li><b>not measured</b> if the run has no value of any contrast;
 *   <li><b>undecided</b> otherwise, so with fewer than two seeds and where contrasts are missing.
 * </ul>
 *
 * <p>"Does not raise" has a margin, 0.01: without one it could only be held by a score that falls.
 * That a difference is not significant decides nothing. Letters are those of the reproduction
 * targets; numbers are sentences of the paper, sections 5.3 and the supplement.
 */
public enum Claim {
    /** Reproduction target. */
    A(
            "a",
            "SGT raises the mean Diff(AUP) of every method on LSTM + input cell and on TCN",
            "table 2",
            PaperContrasts::precisionOfEveryMethod),
    /** Reproduction target and sentence of section 5.3. */
    B(
            "b",
            "the best AUP and AUR overall: TCN, integrated gradients, SGT",
            "section 5.3",
            () -> PaperContrasts.best("tcn", "integrated-gradients", PaperContrasts.NETWORKS)),
    /** Reproduction target. */
    C(
            "c",
            "SGT raises AUP and AUR of the transformer by less than 0.01, mean of the six methods",
            "table 2",
            PaperContrasts::transformerNotImproved),
    /** Reproduction target. */
    D(
            "d",
            "the plain LSTM's AUP is below random, every method, both trainings",
            "table 2",
            PaperContrasts::lstmBelowRandom),
    /** Reproduction target of another experiment. */
    E("e", "MNIST: accuracy drops fastest with SGT, then fine-tuned", "table 4", List::of),
    /** Reproduction target. */
    F(
            "f",
            "accuracies within 0.5 points of table 7, every network and training",
            "table 7",
            PaperContrasts::accuraciesAsPublished),
    /** Abstract. */
    ACCURACY_KEPT(
            "1",
            "SGT costs less than 0.5 points of accuracy, every network",
            "abstract: \"retaining the predictive performance\"",
            PaperContrasts::accuracyKept),
    /** Introduction. */
    BOTH_RISE(
            "2",
            "SGT raises AUP and AUR, mean of the four networks and six methods",
            "introduction: \"an increase in the precision and recall of saliency maps\"",
            () -> PaperContrasts.raised(PaperContrasts.NETWORKS)),
    /** Supplement. */
    LSTM_BEST(
            "3",
            "the LSTM's best AUP and AUR: integrated gradients, SGT",
            "supplement: \"LSTM: ... Integrated Gradient has the best precision and recall\"",
            () -> PaperContrasts.best("lstm", "integrated-gradients", List.of("lstm"))),
    /** Supplement. */
    INPUT_CELL_RISES(
            "4",
            "SGT raises AUP and AUR of LSTM + input cell, mean of the six methods",
            "supplement: \"improves the performance of different saliency methods and datasets\"",
            () -> PaperContrasts.raised(List.of("lstm-input-cell"))),
    /** Supplement. */
    INPUT_CELL_PRECISION(
            "5",
            "LSTM + input cell with SGT: DeepSHAP has the best AUP",
            "supplement: \"DeepSHAP gives the best precision\"",
            () -> PaperContrasts.bestMethod("lstm-input-cell", "deep-shap", "aup")),
    /** Supplement. */
    INPUT_CELL_RECALL(
            "6",
            "LSTM + input cell with SGT: DeepSHAP has the best AUR",
            "supplement: \"DeepSHAP gives the best recall\"",
            () -> PaperContrasts.bestMethod("lstm-input-cell", "deep-shap", "aur")),
    /** Supplement. */
    TCN_RISES(
            "7",
            "SGT raises AUP and AUR of the TCN, mean of the six methods",
            "supplement: \"overall, saliency guided training improves the performance\"",
            () -> PaperContrasts.raised(List.of("tcn"))),
    /** Supplement. */
    TCN_BEST_METHODS(
            "8",
            "TCN with SGT: IG, Gradient SHAP, DeepSHAP beat each other method in AUP and AUR",
            "supplement: \"best performing saliency methods\"",
            PaperContrasts::bestMethodsOfTcn),
    /** Supplement. */
    TRANSFORMER_WORST(
            "9",
            "with SGT the transformer has the lowest AUP and AUR, mean of the six methods",
            "supplement: \"Transformers: have the worst interpretability\"",
            PaperContrasts::transformerWorst),
    /** Supplement. */
    TRANSFORMER_RECALL(
            "10",
            "SGT raises the transformer's AUR, and its AUP by less than 0.01, mean of six methods",
            "supplement: \"improved recall but not precision\"",
            PaperContrasts::transformerRecallOnly);

    private final String id;
    private final String statement;
    private final String source;
    private final Supplier<List<Contrast>> contrasts;

    Claim(String id, String statement, String source, Supplier<List<Contrast>> contrasts) {
        this.id = id;
        this.statement = statement;
        this.source = source;
        this.contrasts = contrasts;
    }

    /** A letter for a reproduction target, a number for a sentence of the paper. */
    public String id() {
        return id;
    }

    /** What is claimed; SGT is saliency guided training. */
    public String statement() {
        return statement;
    }

    /** Where the paper says so. */
    public String source() {
        return source;
    }

    /** Whether it is of accuracies, which are told in points, and not of attributions. */
    boolean isOfAccuracy() {
        return contrasts().stream()
                .flatMap(contrast -> contrast.terms().stream())
                .anyMatch(term -> term.metric().equals(PublishedTables.ACCURACY));
    }

    /** Its parts; empty where this benchmark cannot measure it. */
    List<Contrast> contrasts() {
        return contrasts.get();
    }
}
