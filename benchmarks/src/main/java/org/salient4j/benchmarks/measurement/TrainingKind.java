package org.salient4j.benchmarks.measurement;

import java.util.function.UnaryOperator;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Output;
import org.salient4j.framework.saliency.Ranking;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.losses.Objective;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/** How a network of the experiment is trained. */
public enum TrainingKind {
    /** Cross-entropy only; "traditional" in the paper. */
    STANDARD,
    /** Saliency guided, the smallest magnitudes masked. */
    SALIENCY_GUIDED_ABSOLUTE,
    /** Saliency guided, the most negative gradients masked. */
    SALIENCY_GUIDED_SIGNED;

    /** Whether the batch is masked. */
    public boolean saliencyGuided() {
        return this != STANDARD;
    }

    /** The order of masking. */
    public Ranking ranking() {
        return this == SALIENCY_GUIDED_SIGNED ? Ranking.SIGNED : Ranking.ABSOLUTE;
    }

    /**
     * Trains a network this way, scored by the log-odds of the true class: with two classes they
     * order cells as the probability does, and do not underflow.
     *
     * @param network what is trained
     * @param trainer how it is updated
     * @param seed where noise comes from
     * @param maskedFraction k; unused by standard training
     * @param lambda λ; unused by standard training
     * @param train the training samples
     * @param validation the validation samples
     */
    public TrainingResult fit(
            Network network,
            Trainer trainer,
            Seed seed,
            double maskedFraction,
            double lambda,
            Examples train,
            Examples validation) {
        return fit(
                network,
                trainer,
                seed,
                maskedFraction,
                lambda,
                UnaryOperator.identity(),
                train,
                validation);
    }

    /**
     * The same with more to minimise.
     *
     * @param extended the objective of this training with what is added to it, such as a penalty
     */
    public TrainingResult fit(
            Network network,
            Trainer trainer,
            Seed seed,
            double maskedFraction,
            double lambda,
            UnaryOperator<Objective> extended,
            Examples train,
            Examples validation) {
        if (!saliencyGuided()) {
            return trainer.fit(network, extended.apply(new StandardObjective()), train, validation);
        }
        SaliencyGuidedOptions options =
                new SaliencyGuidedOptions()
                        .withMaskedFraction(maskedFraction)
                        .withLambda(lambda)
                        .withRanking(ranking())
                        .withOutput(Output.MARGIN);
        return trainer.fit(
                network,
                extended.apply(new SaliencyGuidedObjective(options.detach())),
                train,
                validation,
                new SaliencyGuidedListener(network, options, seed));
    }
}
