package org.salient4j.losses;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/** Ordinary training: cross-entropy of the clean batch. The paper calls it "traditional". */
public record StandardObjective() implements Objective {
    /** Name of the cross-entropy term. */
    public static final String CROSS_ENTROPY = "ce";

    @Override
    public String name() {
        return "standard";
    }

    @Override
    public LossTerms build(Architecture architecture, Scope scope) {
        SDVariable x = Placeholders.batch(INPUT, architecture, scope);
        SDVariable labels = Placeholders.labels(architecture, scope);
        SDVariable logits = architecture.output(scope, x);
        SDVariable loss = CrossEntropy.of(scope.graph(), logits, labels).rename(CROSS_ENTROPY);
        return new LossTerms(
                loss, Map.of(CROSS_ENTROPY, loss), List.of(INPUT), List.of(LABELS), logits);
    }
}
