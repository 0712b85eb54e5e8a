package org.salient4j.framework.saliency;

import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.network.Output;
import org.salient4j.losses.Detach;

/**
 * Options of saliency guided training. The defaults are this framework's: magnitudes, the margin
 * (log-odds) of the true class, which orders features as its probability does and does not
 * saturate, noise in the feature's range within the example, λ = 1.
 *
 * @param maskedFraction k, share of an example's features replaced, in [0, 1]
 * @param lambda λ, weight of the divergence, at least 0
 * @param ranking by magnitude or by value
 * @param output the differentiated function of the logits
 * @param label the true or the predicted class
 * @param reduction over channels
 * @param fill replacement values
 * @param detach which tower passes no gradient through the divergence
 */
public record SaliencyGuidedOptions(
        Schedule maskedFraction,
        Schedule lambda,
        Ranking ranking,
        Output output,
        Label label,
        Reduction reduction,
        Fill fill,
        Detach detach) {

    /** k = 0.5, λ = 1 and the defaults above. */
    public SaliencyGuidedOptions() {
        this(
                Schedule.constant(0.5),
                Schedule.constant(1),
                Ranking.ABSOLUTE,
                Output.MARGIN,
                Label.TRUE,
                Reduction.NONE,
                new Fill(),
                Detach.NONE);
    }

    /** Validates. */
    public SaliencyGuidedOptions {
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(reduction, "reduction");
        Objects.requireNonNull(fill, "fill");
        Objects.requireNonNull(detach, "detach");
        for (double k : new double[] {maskedFraction.from(), maskedFraction.to()}) {
            if (k < 0 || k > 1) {
                throw new InvalidInputException("maskedFraction must be in [0, 1], was " + k);
            }
        }
        for (double weight : new double[] {lambda.from(), lambda.to()}) {
            if (weight < 0) {
                throw new InvalidInputException("lambda must be at least 0, was " + weight);
            }
        }
    }

    /** The same with another masked fraction. */
    public SaliencyGuidedOptions withMaskedFraction(double k) {
        return with(Schedule.constant(k), lambda, ranking, detach);
    }

    /** The same with another weight of the divergence. */
    public SaliencyGuidedOptions withLambda(double weight) {
        return with(maskedFraction, Schedule.constant(weight), ranking, detach);
    }

    /** The same with another ranking. */
    public SaliencyGuidedOptions withRanking(Ranking other) {
        return with(maskedFraction, lambda, other, detach);
    }

    /** The same with another detached side. */
    public SaliencyGuidedOptions withDetach(Detach other) {
        return with(maskedFraction, lambda, ranking, other);
    }

    /** The same with another differentiated output. */
    public SaliencyGuidedOptions withOutput(Output other) {
        return new SaliencyGuidedOptions(
                maskedFraction, lambda, ranking, other, label, reduction, fill, detach);
    }

    /** The same with other replacement values. */
    public SaliencyGuidedOptions withFill(Fill other) {
        return new SaliencyGuidedOptions(
                maskedFraction, lambda, ranking, output, label, reduction, other, detach);
    }

    /** The same explaining another label. */
    public SaliencyGuidedOptions withLabel(Label other) {
        return new SaliencyGuidedOptions(
                maskedFraction, lambda, ranking, output, other, reduction, fill, detach);
    }

    /** The same with another reduction over channels. */
    public SaliencyGuidedOptions withReduction(Reduction other) {
        return new SaliencyGuidedOptions(
                maskedFraction, lambda, ranking, output, label, other, fill, detach);
    }

    private SaliencyGuidedOptions with(Schedule k, Schedule weight, Ranking order, Detach side) {
        return new SaliencyGuidedOptions(k, weight, order, output, label, reduction, fill, side);
    }
}
