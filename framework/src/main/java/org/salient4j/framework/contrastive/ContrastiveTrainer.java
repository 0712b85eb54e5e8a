package org.salient4j.framework.contrastive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.nd4j.autodiff.listeners.Listener;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.recipe.ModelFile;
import org.salient4j.framework.training.ObjectiveValidation;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingData;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.framework.training.Validation;
import org.salient4j.layers.FeatureRange;
import org.salient4j.losses.ContrastiveObjective;
import org.salient4j.losses.EmbeddingPart;
import org.salient4j.losses.JacobianPenalty;
import org.salient4j.losses.Objective;
import org.salient4j.losses.SupervisedEmbeddingObjective;

/**
 * Trains encoders on recordings, contrastively or supervised: a front to {@link Trainer}, with its
 * listeners, progress, checkpoints and exact resume. An epoch is {@code stepsPerEpoch} steps.
 *
 * <pre>{@code
 * Network network = Network.initialise(new MlpEncoder(), DataType.FLOAT, Seed.of(7));
 * new ContrastiveTrainer(new ContrastiveOptions(), Seed.of(7))
 *         .fit(network, recording, List.of(
 *                 ContrastiveTask.of("time", 0, 6, new TimeOffset(1)),
 *                 ContrastiveTask.of("label", 3, 6, new TimeDelta())), null);
 * }</pre>
 *
 * <p>It warns when more than a hundredth of a clipped encoder's outputs lie on the clip, and when
 * the loss of an encoder that nothing bounds falls below 0, since only its scale grows then; a
 * training that runs away so has diverged.
 */
public final class ContrastiveTrainer {
    /** Batches that a held-out recording is scored on. */
    private static final int VALIDATION_BATCHES = 8;

    private final ContrastiveOptions options;
    private final Seed seed;
    private final Progress progress;
    private final Path checkpoint;
    private final ModelFile model;

    /**
     * @param options how to train
     * @param seed where everything random comes from
     */
    public ContrastiveTrainer(ContrastiveOptions options, Seed seed) {
        this(options, seed, Progress.silent(), null, null);
    }

    private ContrastiveTrainer(
            ContrastiveOptions options,
            Seed seed,
            Progress progress,
            Path checkpoint,
            ModelFile model) {
        this.options = Objects.requireNonNull(options, "options");
        this.seed = Objects.requireNonNull(seed, "seed");
        this.progress = progress;
        this.checkpoint = checkpoint;
        this.model = model;
    }

    /** This trainer, telling how far it is: a step an epoch. */
    public ContrastiveTrainer withProgress(Progress other) {
        return new ContrastiveTrainer(options, seed, other, checkpoint, null);
    }

    /** This trainer, keeping its state in a file after every epoch, from which it can resume. */
    public ContrastiveTrainer withCheckpoint(Path file) {
        return new ContrastiveTrainer(options, seed, progress, file, null);
    }

    /**
     * This trainer, ending in a model file that says how it was trained; the file's own progress
     * and resume are used, so {@link #fit} goes on where it stands if it is to.
     */
    public ContrastiveTrainer withModelFile(ModelFile file) {
        return new ContrastiveTrainer(options, seed, file.progress(), null, file);
    }

    /**
     * Trains contrastively, in place.
     *
     * @param network an encoder
     * @param recording what it is trained on
     * @param tasks the objectives; their ranges cover the embedding and may overlap
     * @param validation a recording whose loss, without penalty, chooses the final weights; null
     *     keeps the last
     * @param listeners in the order in which they are called
     * @throws InvalidInputException if recording, tasks and network do not fit each other
     * @throws org.salient4j.framework.training.DivergedTrainingException if it diverges
     */
    public TrainingResult fit(
            Network network,
            NeuralRecording recording,
            List<ContrastiveTask> tasks,
            NeuralRecording validation,
            Listener... listeners) {
        return run(network, recording, contrast(tasks), validation, false, listeners);
    }

    /** Goes on where the checkpoint file stands, with the arguments of {@link #fit}. */
    public TrainingResult resume(
            Network network,
            NeuralRecording recording,
            List<ContrastiveTask> tasks,
            NeuralRecording validation,
            Listener... listeners) {
        return run(network, recording, contrast(tasks), validation, true, listeners);
    }

    /**
     * Trains supervised, in place: each task's range of the embedding becomes its labels.
     *
     * @param network an encoder
     * @param recording what it is trained on, with labels
     * @param tasks the objectives; their ranges cover the embedding and may overlap
     * @param validation a recording whose loss, without penalty, chooses the final weights; null
     *     keeps the last
     * @param listeners in the order in which they are called
     */
    public TrainingResult fitSupervised(
            Network network,
            NeuralRecording recording,
            List<RegressionTask> tasks,
            NeuralRecording validation,
            Listener... listeners) {
        return run(network, recording, regression(tasks), validation, false, listeners);
    }

    /** Goes on where the checkpoint file stands, with the arguments of {@link #fitSupervised}. */
    public TrainingResult resumeSupervised(
            Network network,
            NeuralRecording recording,
            List<RegressionTask> tasks,
            NeuralRecording validation,
            Listener... listeners) {
        return run(network, recording, regression(tasks), validation, true, listeners);
    }

    /**
     * What one of the two kinds of training is made of.
     *
     * @param objective with a penalty, null for none
     * @param data of a recording, in epochs of so many batches
     * @param tasks as a model file tells them
     */
    private record Kind(
            List<EmbeddingPart> parts,
            Function<JacobianPenalty, Objective> objective,
            BiFunction<NeuralRecording, Integer, TrainingData> data,
            List<?> tasks) {}

    private Kind contrast(List<ContrastiveTask> tasks) {
        List<EmbeddingPart> parts = tasks.stream().map(ContrastiveTask::part).toList();
        return new Kind(
                parts,
                penalty -> new ContrastiveObjective(parts, options.loss(), penalty),
                (recording, steps) -> new ContrastiveData(recording, tasks, steps),
                tasks.stream()
                        .map(
                                task ->
                                        Map.of(
                                                "part", task.part(),
                                                "sampler", task.positives().name(),
                                                "settings", task.positives()))
                        .toList());
    }

    private static Kind regression(List<RegressionTask> tasks) {
        List<EmbeddingPart> parts = tasks.stream().map(RegressionTask::part).toList();
        return new Kind(
                parts,
                penalty -> new SupervisedEmbeddingObjective(parts, penalty),
                (recording, steps) -> new RegressionData(recording, tasks, steps),
                tasks);
    }

    private TrainingResult run(
            Network network,
            NeuralRecording recording,
            Kind kind,
            NeuralRecording heldOut,
            boolean resume,
            Listener... listeners) {
        TrainingData train = kind.data().apply(recording, options.stepsPerEpoch());
        Objective objective = objective(kind, network);
        Validation validation =
                heldOut == null
                        ? null
                        : new ObjectiveValidation(
                                kind.objective().apply(null),
                                kind.data().apply(heldOut, VALIDATION_BATCHES),
                                options.batchSize(),
                                seed.child("validation"));
        train.requireFits(network, "training");
        List<Listener> all = new ArrayList<>(List.of(listeners));
        ClipWatch watch = ClipWatch.of(recording, network, progress);
        if (watch != null) {
            all.add(watch);
        }
        objective
                .floor(network.architecture(), options.batchSize())
                .ifPresent(
                        floor ->
                                all.add(
                                        new FitWatch(
                                                kind.parts().stream()
                                                        .map(EmbeddingPart::name)
                                                        .toList(),
                                                options.batchSize(),
                                                floor,
                                                progress)));
        Listener[] heard = all.toArray(new Listener[0]);
        TrainingOptions loop = options.training(heldOut != null);
        if (model != null) {
            return model.train(
                    network,
                    new ModelFile.Training(loop, seed, objective, train, validation, Map.of()),
                    Map.of(
                            "recipe",
                            Map.of("options", options, "tasks", kind.tasks(), "seed", seed),
                            "data",
                            train.digest()),
                    heard);
        }
        Trainer trainer = new Trainer(loop, seed).withProgress(progress);
        if (checkpoint != null) {
            trainer = trainer.withCheckpoint(checkpoint);
        }
        return resume
                ? trainer.resume(network, objective, train, validation, heard)
                : trainer.fit(network, objective, train, validation, heard);
    }

    /** What the losses and the layers refuse is input here. */
    private Objective objective(Kind kind, Network network) {
        try {
            FeatureRange.requireCover(
                    kind.parts().stream().map(EmbeddingPart::range).toList(), network.outputs());
            return kind.objective().apply(options.penalty());
        } catch (InvalidInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }
}
