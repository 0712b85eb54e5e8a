package org.salient4j.losses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.salient4j.layers.Scope;
import org.salient4j.layers.encoder.Encoder;
import org.salient4j.layers.encoder.Head;
import org.salient4j.layers.zoo.Architecture;

/**
 * Contrastive training of an encoder by several objectives, each of which sees a range of the
 * embedding (xCEBRA: Schneider et al., AISTATS 2025):
 *
 * <pre>L = Σ_k w_k InfoNCE_k(f(ref), f(pos_k), f(neg)) + λ R(J)</pre>
 *
 * <p>Reference and negatives are shared; every objective has its own positives. The features of a
 * batch are the B reference samples ({@link #INPUT}) and all others ({@link #OTHERS}): the
 * positives of every objective in order, then the negatives, B each. There are no labels.
 *
 * <p>The penalty, if there is one, is on the Jacobian at the reference samples, and every objective
 * pays it for its range.
 *
 * @param parts the objectives; their ranges cover the embedding and may overlap
 * @param loss what they have in common
 * @param penalty on the Jacobian; null for none
 */
public record ContrastiveObjective(List<EmbeddingPart> parts, InfoNce loss, JacobianPenalty penalty)
        implements Objective {
    /** Placeholder of positives and negatives. */
    public static final String OTHERS = "others";

    /** Name of a learned temperature among the terms. */
    public static final String TEMPERATURE = "temperature";

    /** Of the settings that trainings of embeddings have. */
    static final String REMEDY = "Lower learningRate";

    /** Validates. */
    public ContrastiveObjective {
        parts = List.copyOf(parts);
        Objects.requireNonNull(loss, "loss");
        EmbeddingPart.requireCover(parts);
    }

    @Override
    public String name() {
        return "contrastive";
    }

    @Override
    public String settings() {
        return toString();
    }

    @Override
    public Objective at(long update) {
        return penalty == null || penalty.isInForce(update)
                ? this
                : new ContrastiveObjective(parts, loss, null);
    }

    @Override
    public Map<String, Double> scalars(long update) {
        return penalty == null ? Map.of() : penalty.scalars(update);
    }

    @Override
    public String remedy() {
        return REMEDY;
    }

    /**
     * Where nothing bounds the embedding, the loss has no lower bound, and it is below 0 only if
     * positives are nearer than the nearest of B negatives on average: scaling the embedding up
     * then lowers it for ever. The floor is -Σ_k w_k log B, a {@linkplain InfoNce#goodnessOfFit
     * goodness of fit} of twice the log B nats that B negatives can tell.
     */
    @Override
    public Optional<LossFloor> floor(Architecture architecture, int batchSize) {
        boolean bounded =
                architecture instanceof Encoder encoder && encoder.head().form() != Head.Form.NONE;
        if (bounded) {
            return Optional.empty();
        }
        double weights = parts.stream().mapToDouble(EmbeddingPart::weight).sum();
        return Optional.of(
                new LossFloor(
                        -weights * Math.log(batchSize),
                        "nothing bounds the embedding, and its scale alone lowers the loss",
                        "Take a model that clips, normalises or ends in a tanh, a larger batchSize,"
                                + " or positives that differ more"));
    }

    @Override
    public LossTerms build(Architecture architecture, Scope scope) {
        int outputs = architecture.outputs();
        EmbeddingPart.requireCover(parts, outputs);
        SameDiff graph = scope.graph();
        SDVariable x = Placeholders.batch(INPUT, architecture, scope);
        SDVariable others = Placeholders.batch(OTHERS, architecture, scope);
        JacobianPenalty.Tower tower = null;
        SDVariable[] f; // reference, positives, negatives
        if (penalty == null) {
            SDVariable all = architecture.output(scope, graph.concat(0, x, others));
            f = graph.split(all, parts.size() + 2, 0);
        } else {
            tower =
                    penalty.tower(
                            architecture, scope, x, EmbeddingPart.penaltyWeights(parts, outputs));
            SDVariable rest = architecture.output(scope, others);
            f = new SDVariable[parts.size() + 2];
            f[0] = tower.output();
            System.arraycopy(graph.split(rest, parts.size() + 1, 0), 0, f, 1, parts.size() + 1);
        }
        Scope own = scope.child(name());
        UnaryOperator<SDVariable> division = loss.temperature().division(own);
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        SDVariable total = null;
        for (int k = 0; k < parts.size(); k++) {
            EmbeddingPart part = parts.get(k);
            InfoNce.Terms of =
                    loss.of(own, f[0], f[k + 1], f[f.length - 1], part.range(), outputs, division);
            terms.put(part.name(), of.loss());
            terms.put(part.name() + ".align", of.align());
            terms.put(part.name() + ".uniform", of.uniform());
            SDVariable weighted = part.weight() == 1 ? of.loss() : of.loss().mul(part.weight());
            total = total == null ? weighted : total.add(weighted);
        }
        if (loss.temperature().learned()) {
            SDVariable inverse = loss.temperature().inverse(own);
            terms.put(TEMPERATURE, graph.math().reciprocal(inverse).sum());
        }
        if (tower != null) {
            terms.put(JacobianPenalty.TERM, tower.penalty());
            total = total.add(tower.weighted());
        }
        return new LossTerms(total.rename("total"), terms, List.of(INPUT, OTHERS), List.of(), f[0]);
    }
}
