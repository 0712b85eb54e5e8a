package org.salient4j.framework.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.nd4j.autodiff.listeners.Listener;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.progress.Progress;
import org.salient4j.losses.Objective;

/**
 * Trains a network with SameDiff listeners, and reports the losses it really minimised ({@code
 * SameDiff.fit} reports 0). Validation data, never test data, choose the best weights and the stop.
 *
 * <pre>{@code
 * Trainer trainer = new Trainer(new TrainingOptions(), Seed.of(7));
 * trainer.fit(network, new SaliencyGuidedObjective(), train, validation,
 *         new SaliencyGuidedListener(network, new SaliencyGuidedOptions(), Seed.of(7)));
 * }</pre>
 *
 * <p>A batch's arrays are written again by the next one: a listener copies what it keeps.
 *
 * <p>Listeners hear {@code operationStart}, {@code epochStart}, {@code iterationStart} (which may
 * replace the batch), {@code iterationDone}, {@code epochEnd} (which may stop) and, also when
 * training fails, {@code operationEnd}. Fine-tuning is the same call on a network that was trained
 * before.
 *
 * <p>Everything random is drawn from the seed and the step's number: two runs with the same
 * arguments on the same machine end with the same bits, and so does a resumed one.
 */
public final class Trainer {
    private final TrainingOptions options;
    private final Seed seed;
    private final Progress progress;
    private final Path checkpoint;
    private final JsonNode recipe;

    /**
     * @param options how to train
     * @param seed order of the examples, dropout and whatever else is drawn
     */
    public Trainer(TrainingOptions options, Seed seed) {
        this(options, seed, Progress.silent(), null, NullNode.getInstance());
    }

    private Trainer(
            TrainingOptions options,
            Seed seed,
            Progress progress,
            Path checkpoint,
            JsonNode recipe) {
        this.options = Objects.requireNonNull(options, "options");
        this.seed = Objects.requireNonNull(seed, "seed");
        this.progress = progress;
        this.checkpoint = checkpoint;
        this.recipe = recipe;
    }

    /** This trainer, telling how far it is: a step an epoch. */
    public Trainer withProgress(Progress other) {
        return new Trainer(options, seed, other, checkpoint, recipe);
    }

    /** This trainer, keeping its state in a file after every epoch, from which it can resume. */
    public Trainer withCheckpoint(Path file) {
        return new Trainer(options, seed, progress, file, recipe);
    }

    /**
     * This trainer, saying in its checkpoints what else the training depends on that it cannot see
     * itself, such as where the network started; a resume with anything else is refused. What it
     * sees need not be said: options, seed, objective, data, network and listeners that are {@link
     * TrainingSettings}.
     *
     * @param other a record, map or tree
     */
    public Trainer withRecipe(Object other) {
        return new Trainer(options, seed, progress, checkpoint, Json.tree(other));
    }

    /**
     * Trains from the network's present parameters, in place.
     *
     * <p>A training has diverged when its loss or a parameter is no longer finite, when the
     * magnitude of a step's loss exceeds 10<sup>6</sup> max(1, |loss of the first step|), since no
     * batch of a training that still learns is a million times worse or better than an untrained
     * network, or when the loss is below the objective's {@linkplain Objective#floor floor}.
     *
     * @param network what to train
     * @param objective what to minimise
     * @param train what it is shown
     * @param validation what chooses the best weights and the stop; null for none
     * @param listeners in the order in which they are called
     * @throws DivergedTrainingException if it diverges
     */
    public TrainingResult fit(
            Network network,
            Objective objective,
            TrainingData train,
            Validation validation,
            Listener... listeners) {
        return run(network, objective, train, validation, listeners).toEnd();
    }

    /**
     * The same on labelled examples.
     *
     * @param train training examples
     * @param validation validation examples; null for none
     */
    public TrainingResult fit(
            Network network,
            Objective objective,
            Examples train,
            Examples validation,
            Listener... listeners) {
        return fit(network, objective, labelled(train), labelled(validation), listeners);
    }

    /**
     * Goes on where the checkpoint file stands; ends with the same bits as an uninterrupted run.
     * Arguments must be those of the first call.
     *
     * @throws org.salient4j.framework.InvalidInputException if the file is not a running training
     *     with these arguments
     */
    public TrainingResult resume(
            Network network,
            Objective objective,
            TrainingData train,
            Validation validation,
            Listener... listeners) {
        Objects.requireNonNull(checkpoint, "resume needs withCheckpoint(file)");
        TrainingRun run = run(network, objective, train, validation, listeners);
        run.restore();
        return run.toEnd();
    }

    /** The same on labelled examples. */
    public TrainingResult resume(
            Network network,
            Objective objective,
            Examples train,
            Examples validation,
            Listener... listeners) {
        return resume(network, objective, labelled(train), labelled(validation), listeners);
    }

    private TrainingRun run(
            Network network,
            Objective objective,
            TrainingData train,
            Validation validation,
            Listener... listeners) {
        return new TrainingRun(
                options,
                seed,
                progress,
                checkpoint,
                recipe,
                new TrainingCall(network, objective, train, validation, List.of(listeners)));
    }

    private static LabelledData labelled(Examples examples) {
        return examples == null ? null : new LabelledData(examples);
    }
}
