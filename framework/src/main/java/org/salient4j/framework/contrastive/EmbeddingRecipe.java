package org.salient4j.framework.contrastive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.losses.InfoNce;

/**
 * A whole training of an encoder in one call: from a recording to a model file.
 *
 * @param config what to train and how
 * @param seed where every random number of the training comes from
 */
public record EmbeddingRecipe(EmbeddingConfig config, Seed seed) {

    /**
     * What a recipe made.
     *
     * @param network the encoder, trained
     * @param training how the training went
     * @param goodnessOfFit {@link InfoNce#goodnessOfFit} of each objective in the last epoch, nats;
     *     empty of a supervised training
     */
    public record Embedded(
            Network network, TrainingResult training, Map<String, Double> goodnessOfFit) {

        /** Keeps the order of the objectives. */
        public Embedded {
            goodnessOfFit = Collections.unmodifiableMap(new LinkedHashMap<>(goodnessOfFit));
        }
    }

    /**
     * Trains with the state in a model file after every epoch, which ends as the finished model.
     *
     * @param recording what is embedded
     * @param model the model file, written atomically
     * @param resume whether to go on where the file stands, if it is there
     * @param progress hears of every epoch
     * @param command the command line that the model is stamped with, word by word
     * @throws org.salient4j.framework.InvalidInputException if the recording does not fit, or the
     *     file is not a running training of this recipe and recording
     * @throws org.salient4j.framework.training.DivergedTrainingException if it diverges
     */
    public Embedded train(
            NeuralRecording recording,
            Path model,
            boolean resume,
            Progress progress,
            List<String> command) {
        Network network =
                Network.initialise(config.encoder(recording.neurons()), DataType.FLOAT, seed);
        ContrastiveTrainer trainer =
                new ContrastiveTrainer(config.options(), seed)
                        .withCheckpoint(model)
                        .withProgress(progress);
        boolean goesOn = resume && Files.exists(model);
        TrainingResult result =
                config.supervised()
                        ? supervised(trainer, network, recording, goesOn)
                        : contrastive(trainer, network, recording, goesOn);
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("recipe", config);
        recipe.put("data", recording.digest());
        recipe.put("history", result.history());
        recipe.put("stopped", result.stopped());
        Checkpoint.save(model, network, recipe, Provenance.now(seed, command));
        return new Embedded(network, result, goodnessOfFit(recording, result));
    }

    private Map<String, Double> goodnessOfFit(NeuralRecording recording, TrainingResult result) {
        Map<String, Double> fits = new LinkedHashMap<>();
        if (!config.supervised()) {
            Map<String, Double> losses = result.history().get(result.history().size() - 1).losses();
            int negatives = config.options().batchSize();
            for (ContrastiveTask task : config.contrastiveTasks(recording.labels() != null)) {
                String name = task.part().name();
                fits.put(name, InfoNce.goodnessOfFit(losses.get(name), negatives));
            }
        }
        return fits;
    }

    private TrainingResult contrastive(
            ContrastiveTrainer trainer,
            Network network,
            NeuralRecording recording,
            boolean resume) {
        List<ContrastiveTask> tasks = config.contrastiveTasks(recording.labels() != null);
        return resume
                ? trainer.resume(network, recording, tasks, null)
                : trainer.fit(network, recording, tasks, null);
    }

    private TrainingResult supervised(
            ContrastiveTrainer trainer,
            Network network,
            NeuralRecording recording,
            boolean resume) {
        List<RegressionTask> tasks = config.regressionTasks();
        return resume
                ? trainer.resumeSupervised(network, recording, tasks, null)
                : trainer.fitSupervised(network, recording, tasks, null);
    }
}
