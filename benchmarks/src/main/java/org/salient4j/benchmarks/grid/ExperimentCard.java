package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.JsonDifferences;

/**
 * What a folder of results says it holds.
 *
 * @param format the form of the folder's files, {@link ResultFormat#CURRENT}
 * @param experiment the experiment's name
 * @param settings its specification
 */
public record ExperimentCard(int format, String experiment, JsonNode settings) {

    private static final String OTHER_FORMAT =
            "read the folder with the version of salient4j that wrote it, or choose a new one";

    /** A missing name or settings would only show much later. */
    public ExperimentCard {
        if (experiment == null
                || experiment.isBlank()
                || settings == null
                || !settings.isObject()) {
            throw new InvalidInputException("an experiment needs a name and settings");
        }
    }

    /** A card of the form that is written here. */
    public ExperimentCard(String experiment, JsonNode settings) {
        this(ResultFormat.CURRENT, experiment, settings);
    }

    /** The card of an experiment. */
    public static ExperimentCard of(Experiment<?, ?> experiment) {
        return new ExperimentCard(experiment.name(), experiment.specification());
    }

    /**
     * What a folder holds.
     *
     * @throws InvalidInputException if it holds no experiment, or files of another format
     */
    public static ExperimentCard read(Path directory) {
        Path file = directory.resolve("experiment.json");
        JsonNode tree = tree(file);
        ResultFormat.require(tree, file.toString(), OTHER_FORMAT);
        return advised(file, () -> Json.convert(tree, ExperimentCard.class, file.toString()));
    }

    private static JsonNode tree(Path file) {
        return advised(file, () -> Json.read(file, JsonNode.class));
    }

    private static <T> T advised(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException e) {
            String advice =
                    Files.exists(file)
                            ? " (finished cells are safe: delete the file and run the experiment"
                                    + " again)"
                            : " (is this a folder of results?)";
            throw new InvalidInputException(e.getMessage() + advice, e);
        }
    }

    void requireSame(ExperimentCard asked, Path directory, Path file) {
        if (!experiment.equals(asked.experiment)) {
            throw new InvalidInputException(
                    directory
                            + " holds the experiment '"
                            + experiment
                            + "', not '"
                            + asked.experiment
                            + "': choose another folder");
        }
        String differences = JsonDifferences.summary(settings, asked.settings);
        if (!differences.isEmpty()) {
            throw new InvalidInputException(
                    directory
                            + " holds '"
                            + experiment
                            + "' with other settings ("
                            + differences
                            + "): choose another folder, or delete "
                            + file.getFileName()
                            + " in it to keep the finished cells and go on with the new settings");
        }
    }
}
