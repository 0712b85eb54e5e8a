package org.salient4j.framework.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.listeners.Listener;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.DataDigest;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.saliency.FeatureStatistics;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.LabelledData;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.losses.Objective;
import org.salient4j.losses.SaliencyGuidedObjective;
import org.salient4j.losses.StandardObjective;

/**
 * How a network is trained on a data set: everything but the network and the data.
 *
 * <p>Validation examples are the data set's own, or else a share of its training examples; test
 * examples are only measured, once, at the end.
 *
 * @param guidance options of saliency guided training; null for standard training
 * @param options how to train
 * @param validationFraction share of the training examples that becomes validation data where the
 *     data set has none, in [0, 1); 0 trains without validation
 * @param seed where every random number of the training comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingRecipe(
        SaliencyGuidedOptions guidance,
        TrainingOptions options,
        double validationFraction,
        Seed seed) {

    /** Validates. */
    public TrainingRecipe {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(seed, "seed");
        if (!(validationFraction >= 0 && validationFraction < 1)) {
            throw new InvalidInputException(
                    "validationFraction must be in [0, 1), was " + validationFraction);
        }
    }

    /** Standard training, a fifth of the training examples for validation. */
    public static TrainingRecipe standard(TrainingOptions options, Seed seed) {
        return new TrainingRecipe(null, options, 0.2, seed);
    }

    /** Saliency guided training, a fifth of the training examples for validation. */
    public static TrainingRecipe saliencyGuided(
            SaliencyGuidedOptions guidance, TrainingOptions options, Seed seed) {
        return new TrainingRecipe(Objects.requireNonNull(guidance), options, 0.2, seed);
    }

    /**
     * Trains from the network's present parameters, in place, and keeps nothing on disk.
     *
     * @param network what to train
     * @param data what to train it on
     * @throws InvalidInputException if the data does not fit the network
     * @throws org.salient4j.framework.training.DivergedTrainingException if it diverges
     */
    public TrainedNetwork train(Network network, SeriesDataset data) {
        Parts parts = parts(network, data);
        TrainingResult result =
                new Trainer(options, seed)
                        .fit(
                                network,
                                objective(),
                                parts.train(),
                                parts.validation(),
                                listeners(network, FeatureStatistics.ofDataset(parts.train().x())));
        return measured(network, parts, result);
    }

    /**
     * Trains from the network's present parameters, in place, with the state in a model file after
     * every epoch, which ends as the finished model.
     *
     * @param network what to train
     * @param data what to train it on
     * @param file where the training is kept; it ends as the finished model, with the same bits
     *     whether it was interrupted or not
     * @throws InvalidInputException if the data does not fit the network, or the file is not a
     *     running training of this recipe, network and data
     * @throws org.salient4j.framework.training.DivergedTrainingException if it diverges; the file
     *     holds the last good epoch
     */
    public TrainedNetwork train(Network network, SeriesDataset data, ModelFile file) {
        Parts parts = parts(network, data);
        ModelFile.Training training =
                new ModelFile.Training(
                        options,
                        seed,
                        objective(),
                        new LabelledData(parts.train()),
                        parts.validation() == null ? null : new LabelledData(parts.validation()),
                        Map.of("validationFraction", validationFraction));
        TrainingResult result =
                file.train(
                        network,
                        training,
                        Map.of("recipe", this, "data", DataDigest.of(data)),
                        listeners(network, FeatureStatistics.ofDataset(parts.train().x())));
        return measured(network, parts, result);
    }

    private record Parts(Examples train, Examples validation, Examples test) {}

    private Parts parts(Network network, SeriesDataset data) {
        long[] shape = network.inputShape();
        boolean fits =
                shape.length == 2
                        && shape[0] == data.card().steps()
                        && shape[1] == data.card().features();
        if (!fits || data.card().classes() > network.outputs()) {
            throw new InvalidInputException(
                    "%s has %d time steps, %d features and %d classes; the network takes %s and tells %d classes apart"
                            .formatted(
                                    data.card().name(),
                                    data.card().steps(),
                                    data.card().features(),
                                    data.card().classes(),
                                    Arrays.toString(shape),
                                    network.outputs()));
        }
        Examples train = Examples.of(data.train());
        Examples test = data.find(Split.TEST).map(Examples::of).orElse(null);
        if (data.find(Split.VALIDATION).isPresent()) {
            return new Parts(train, Examples.of(data.get(Split.VALIDATION)), test);
        }
        if (validationFraction == 0) {
            return new Parts(train, null, test);
        }
        Examples[] both = train.split(validationFraction, seed.child("validation"));
        return new Parts(both[0], both[1], test);
    }

    /** What is minimised. */
    Objective objective() {
        return guidance == null
                ? new StandardObjective()
                : new SaliencyGuidedObjective(guidance.detach());
    }

    /**
     * What is told of every step.
     *
     * @param train of the training examples; null unless the fill needs it
     */
    Listener[] listeners(Network network, FeatureStatistics train) {
        return guidance == null
                ? new Listener[0]
                : new Listener[] {new SaliencyGuidedListener(network, guidance, seed, train)};
    }

    private static TrainedNetwork measured(Network network, Parts parts, TrainingResult result) {
        Map<Split, Evaluation> evaluations = new EnumMap<>(Split.class);
        evaluations.put(Split.TRAIN, Evaluation.of(network, parts.train()));
        if (parts.validation() != null) {
            evaluations.put(Split.VALIDATION, Evaluation.of(network, parts.validation()));
        }
        if (parts.test() != null) {
            evaluations.put(Split.TEST, Evaluation.of(network, parts.test()));
        }
        return new TrainedNetwork(network, result, evaluations);
    }
}
