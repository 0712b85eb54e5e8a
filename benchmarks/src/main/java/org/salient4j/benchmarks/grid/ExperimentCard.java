package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.JsonDifferences;

/**
 * What a folder of results says it holds.
 *
 * @param experiment the experiment's name
 * @param settings its specification
 */
public record ExperimentCard(String experiment, JsonNode settings) {

    /** A missing name or settings would only show much later. */
    public ExperimentCard {
        if (experiment == null || settings == null) {
            throw new InvalidInputException("an experiment needs a name and settings");
        }
    }

    /** The card of an experiment. */
    public static ExperimentCard of(Experiment<?, ?> experiment) {
        return new ExperimentCard(experiment.name(), experiment.specification());
    }

    /**
     * What a folder holds.
     *
     * @throws InvalidInputException if it holds no experiment
     */
    public static ExperimentCard read(Path directory) {
        Path file = directory.resolve("experiment.json");
        try {
            return Json.read(file, ExperimentCard.class);
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
