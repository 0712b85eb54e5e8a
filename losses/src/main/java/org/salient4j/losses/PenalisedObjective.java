package org.salient4j.losses;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/**
 * Another objective with a penalty on the Jacobian of the network's outputs at the clean batch
 * ({@link #INPUT}), such as standard or saliency guided training of a classifier. The penalty has a
 * tower of its own, with dropout of its own. Contrastive objectives have a penalty already.
 *
 * @param base what is minimised beside
 * @param penalty on the Jacobian
 */
public record PenalisedObjective(Objective base, JacobianPenalty penalty) implements Objective {

    /** Validates. */
    public PenalisedObjective {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(penalty, "penalty");
    }

    @Override
    public String name() {
        return base.name() + "-penalised";
    }

    @Override
    public String settings() {
        return base.settings() + " with " + penalty;
    }

    @Override
    public Objective at(long update) {
        Objective inForce = base.at(update);
        return penalty.isInForce(update) ? new PenalisedObjective(inForce, penalty) : inForce;
    }

    @Override
    public Map<String, Double> scalars(long update) {
        Map<String, Double> scalars = new LinkedHashMap<>(base.scalars(update));
        scalars.putAll(penalty.scalars(update));
        return scalars;
    }

    @Override
    public LossTerms build(Architecture architecture, Scope scope) {
        LossTerms terms = base.build(architecture, scope);
        double[] weights = new double[architecture.outputs()];
        Arrays.fill(weights, 1);
        JacobianPenalty.Tower tower =
                penalty.tower(architecture, scope, scope.graph().getVariable(INPUT), weights);
        Map<String, SDVariable> all = new LinkedHashMap<>(terms.terms());
        all.put(JacobianPenalty.TERM, tower.penalty());
        return new LossTerms(
                terms.total().add(tower.weighted()).rename("penalised_total"),
                all,
                terms.features(),
                terms.labels(),
                terms.output());
    }
}
