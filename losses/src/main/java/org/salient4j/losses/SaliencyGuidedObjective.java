package org.salient4j.losses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/**
 * Saliency guided training (Ismail, Corrada Bravo, Feizi, NeurIPS 2021):
 *
 * <pre>L = CE(f(x), y) + λ · KL(f(x) ‖ f(x̃))</pre>
 *
 * <p>x̃ and λ are placeholders that {@code SaliencyGuidedListener} fills at the start of every
 * iteration. Both towers run as one batch of 2B rows, [x; x̃], over the same parameters: where rows
 * do not see each other, dropout draws every row on its own, and the recurrence is paid once. A
 * network that {@linkplain Architecture#usesBatchStatistics uses batch statistics} runs twice, on x
 * and then on x̃, each with its own statistics, as in the released code.
 *
 * @param detach which side of the divergence passes no gradient
 */
public record SaliencyGuidedObjective(Detach detach) implements Objective {
    /** Placeholder of the masked batch x̃. */
    public static final String MASKED = "masked";

    /** Placeholder of λ, a scalar. */
    public static final String LAMBDA = "lambda";

    /** Name of the divergence term. */
    public static final String KL = "kl";

    /** Neither side detached, as released. */
    public SaliencyGuidedObjective() {
        this(Detach.NONE);
    }

    /** Validates. */
    public SaliencyGuidedObjective {
        Objects.requireNonNull(detach, "detach");
    }

    @Override
    public String name() {
        return "saliency-guided";
    }

    @Override
    public LossTerms build(Architecture architecture, Scope scope) {
        SameDiff graph = scope.graph();
        SDVariable x = Placeholders.batch(INPUT, architecture, scope);
        SDVariable masked = Placeholders.batch(MASKED, architecture, scope);
        SDVariable lambda = graph.placeHolder(LAMBDA, scope.dataType());
        SDVariable labels = Placeholders.labels(architecture, scope);
        Towers towers =
                architecture.usesBatchStatistics()
                        ? passes(architecture, scope, x, masked)
                        : rows(architecture, scope, x, masked);
        SDVariable[] logP = towers.logP();
        SDVariable ce =
                CrossEntropy.ofLogProbabilities(logP[0], labels)
                        .rename(StandardObjective.CROSS_ENTROPY);
        // What stops at the log probabilities does not reach the logits either.
        SDVariable kl =
                KullbackLeibler.ofLogProbabilities(
                                graph, detach.clean(graph, logP[0]), detach.masked(graph, logP[1]))
                        .rename(KL);
        SDVariable total = ce.add(kl.mul(lambda)).rename("total");
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        terms.put(StandardObjective.CROSS_ENTROPY, ce);
        terms.put(KL, kl);
        return new LossTerms(
                total, terms, List.of(INPUT, MASKED, LAMBDA), List.of(LABELS), towers.clean());
    }

    /** The clean logits, and the log probabilities of both. */
    private record Towers(SDVariable clean, SDVariable[] logP) {}

    private static Towers passes(
            Architecture architecture, Scope scope, SDVariable x, SDVariable masked) {
        SDVariable clean = architecture.output(scope, x);
        SDVariable other = architecture.output(scope, masked);
        return new Towers(
                clean,
                new SDVariable[] {
                    LogSoftmax.of(scope.graph(), clean), LogSoftmax.of(scope.graph(), other)
                });
    }

    private static Towers rows(
            Architecture architecture, Scope scope, SDVariable x, SDVariable masked) {
        SameDiff graph = scope.graph();
        SDVariable logits = architecture.output(scope, graph.concat(0, x, masked));
        return new Towers(
                graph.split(logits, 2, 0)[0], graph.split(LogSoftmax.of(graph, logits), 2, 0));
    }
}
