package org.salient4j.framework.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.listeners.Listener;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.DataDigest;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.io.NpzArchive;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.training.Trainer;
import org.salient4j.framework.training.TrainingData;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.framework.training.TrainingResult;
import org.salient4j.framework.training.Validation;
import org.salient4j.losses.Objective;

/**
 * A model file that a training is kept in: its state after every epoch, and at the end the finished
 * model with how it came about. Any training may end in one.
 *
 * @param path the file, written atomically
 * @param resume whether to go on where the file stands, if it is there; a damaged file is put
 *     aside, named, and done again
 * @param progress hears of every epoch
 * @param command the command line that the model is stamped with, word by word
 */
public record ModelFile(Path path, boolean resume, Progress progress, List<String> command) {

    /** Requires everything. */
    public ModelFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(progress, "progress");
        command = List.copyOf(command);
    }

    /**
     * What is trained, and how.
     *
     * @param options of the loop
     * @param seed where everything random comes from
     * @param objective what is minimised
     * @param train what the network is shown
     * @param validation what chooses the best weights; null for none
     * @param settings what the training depends on beside, by name: a resume with other ones is
     *     refused
     */
    public record Training(
            TrainingOptions options,
            Seed seed,
            Objective objective,
            TrainingData train,
            Validation validation,
            Map<String, Object> settings) {

        /** Keeps its own copy of the settings. */
        public Training {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * Trains from the network's present parameters, in place.
     *
     * @param network what to train
     * @param training how
     * @param recipe what the finished model says of its training, beside its start, its history and
     *     why it ended
     * @param listeners in the order in which they are called
     * @throws InvalidInputException if something does not fit, or the file is not a running
     *     training of the same
     * @throws org.salient4j.framework.training.DivergedTrainingException if it diverges; the file
     *     holds the last good epoch
     */
    public TrainingResult train(
            Network network, Training training, Map<String, Object> recipe, Listener... listeners) {
        // A second training of the same network starts elsewhere than the first.
        String start = DataDigest.of(network.parameters().snapshot());
        Map<String, Object> settings = new LinkedHashMap<>(training.settings());
        settings.put("start", start);
        Trainer trainer =
                new Trainer(training.options(), training.seed())
                        .withCheckpoint(path)
                        .withProgress(progress)
                        .withRecipe(settings);
        boolean goesOn = resume && Files.exists(path) && readable();
        TrainingResult result =
                goesOn
                        ? trainer.resume(
                                network,
                                training.objective(),
                                training.train(),
                                training.validation(),
                                listeners)
                        : trainer.fit(
                                network,
                                training.objective(),
                                training.train(),
                                training.validation(),
                                listeners);
        Map<String, Object> said = new LinkedHashMap<>(recipe);
        said.put("start", start);
        said.put("history", result.history());
        said.put("bestEpoch", result.bestEpoch());
        said.put("stopped", result.stopped());
        Checkpoint.save(path, network, said, Provenance.now(training.seed(), command));
        return result;
    }

    /** Whether a checkpoint can be read; a damaged one is put aside, named, and done again. */
    private boolean readable() {
        try (NpzArchive archive = NpzArchive.open(path)) {
            return !archive.documents().isEmpty();
        } catch (InvalidInputException | IOException e) {
            Path aside = path.resolveSibling(path.getFileName() + ".corrupt");
            try {
                Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                throw new FileWriteException("cannot put " + path + " aside", failed);
            }
            progress.message(
                    "%s is damaged: put aside as %s, starting again".formatted(path, aside));
            return false;
        }
    }
}
