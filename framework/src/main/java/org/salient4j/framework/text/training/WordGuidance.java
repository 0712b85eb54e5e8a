package org.salient4j.framework.text.training;

import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.saliency.Fill;
import org.salient4j.framework.saliency.Label;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.Reduction;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.saliency.Schedule;
import org.salient4j.framework.text.masking.WordReplacement;
import org.salient4j.framework.text.masking.WordScore;
import org.salient4j.losses.Detach;

/**
 * How saliency guided training masks words.
 *
 * @param maskedFraction k, the share of a text's words that are masked, in [0, 1)
 * @param lambda λ, the weight of the divergence
 * @param score how the gradient by a word's vector becomes the word's score
 * @param ranking whether words are ordered by the score or by its magnitude; there is no difference
 *     where scores have no sign
 * @param replacement what becomes of masked words
 * @param output which output is differentiated
 * @param label whose output is differentiated
 * @param detach which side of the divergence passes no gradient
 */
public record WordGuidance(
        Schedule maskedFraction,
        Schedule lambda,
        WordScore score,
        Ranking ranking,
        WordReplacement replacement,
        Output output,
        Label label,
        Detach detach) {

    /**
     * The paper's on Movies: k = 0.6, λ = 1, the sum of the gradient with its sign, and the
     * previous salient word.
     */
    public WordGuidance() {
        this(
                Schedule.constant(0.6),
                Schedule.constant(1),
                WordScore.SUM,
                Ranking.SIGNED,
                WordReplacement.PREVIOUS_SALIENT,
                Output.MARGIN,
                Label.TRUE,
                Detach.NONE);
    }

    /** Validates. */
    public WordGuidance {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(replacement, "replacement");
        for (double k : new double[] {maskedFraction.from(), maskedFraction.to()}) {
            if (!(k >= 0 && k < 1)) {
                throw new InvalidInputException("maskedFraction must be in [0, 1), was " + k);
            }
        }
        new SaliencyGuidedOptions(
                maskedFraction, lambda, ranking, output, label, Reduction.NONE, new Fill(), detach);
    }

    /** What it has in common with saliency guided training of other inputs. */
    SaliencyGuidedOptions options() {
        return new SaliencyGuidedOptions(
                maskedFraction, lambda, ranking, output, label, Reduction.NONE, new Fill(), detach);
    }
}
