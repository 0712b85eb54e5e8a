package org.salient4j.losses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/**
 * Regression of labels by ranges of an embedding, the supervised counterpart of {@link
 * ContrastiveObjective}:
 *
 * <pre>L = Σ_k w_k mean (f_k(x) - y_k)² + λ R(J)</pre>
 *
 * <p>with the mean over samples and dimensions. Every part has an array of labels of its own, [B,
 * size of its range], in the order of the parts.
 *
 * @param parts the objectives; their ranges cover the embedding and may overlap
 * @param penalty on the Jacobian; null for none
 */
public record SupervisedEmbeddingObjective(List<EmbeddingPart> parts, JacobianPenalty penalty)
        implements Objective {

    /** Validates. */
    public SupervisedEmbeddingObjective {
        parts = List.copyOf(parts);
        EmbeddingPart.requireCover(parts);
    }

    @Override
    public String name() {
        return "supervised-embedding";
    }

    @Override
    public String settings() {
        return toString();
    }

    @Override
    public String remedy() {
        return ContrastiveObjective.REMEDY;
    }

    @Override
    public Objective at(long update) {
        return penalty == null || penalty.isInForce(update)
                ? this
                : new SupervisedEmbeddingObjective(parts, null);
    }

    @Override
    public Map<String, Double> scalars(long update) {
        return penalty == null ? Map.of() : penalty.scalars(update);
    }

    /** The placeholder of a part's labels. */
    public static String labels(EmbeddingPart part) {
        return LABELS + "." + part.name();
    }

    @Override
    public LossTerms build(Architecture architecture, Scope scope) {
        int outputs = architecture.outputs();
        EmbeddingPart.requireCover(parts, outputs);
        SDVariable x = Placeholders.batch(INPUT, architecture, scope);
        JacobianPenalty.Tower tower =
                penalty == null
                        ? null
                        : penalty.tower(
                                architecture,
                                scope,
                                x,
                                EmbeddingPart.penaltyWeights(parts, outputs));
        SDVariable f = tower == null ? architecture.output(scope, x) : tower.output();
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        List<String> labels = new ArrayList<>();
        SDVariable total = null;
        for (EmbeddingPart part : parts) {
            SDVariable y =
                    scope.graph()
                            .placeHolder(labels(part), scope.dataType(), -1, part.range().size());
            labels.add(y.name());
            SDVariable error = seen(scope, f, part, outputs).sub(y);
            SDVariable square = error.mul(error).mean();
            terms.put(part.name(), square);
            SDVariable weighted = part.weight() == 1 ? square : square.mul(part.weight());
            total = total == null ? weighted : total.add(weighted);
        }
        if (tower != null) {
            terms.put(JacobianPenalty.TERM, tower.penalty());
            total = total.add(tower.weighted());
        }
        return new LossTerms(total.rename("total"), terms, List.of(INPUT), labels, f);
    }

    /** The dimensions that a part sees, picked by a product. */
    private static SDVariable seen(Scope scope, SDVariable f, EmbeddingPart part, int outputs) {
        int size = part.range().size();
        if (size == outputs) {
            return f;
        }
        INDArray pick = Nd4j.zeros(scope.dataType(), outputs, size);
        for (int i = 0; i < size; i++) {
            pick.putScalar(part.range().start() + i, i, 1);
        }
        return f.mmul(scope.graph().constant(pick));
    }
}
