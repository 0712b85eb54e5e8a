package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.salient4j.benchmarks.grid.GridAxis;
import org.salient4j.benchmarks.measurement.MethodSettings;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.TrainingOptions;

/**
 * Everything that a cell's result depends on, beside its images, network, training and seed.
 *
 * @param trainImages training images, drawn by the seed if there are more; 0 for all
 * @param testImages the first so many test images, of a user's folder in a fixed random order; 0
 *     for all
 * @param augmentation what training does to each image when it reads it; series are read as they
 *     are
 * @param options standard and saliency guided training alike: without validation data, so without
 *     an early stop or best weights
 * @param fineTuning the saliency guided training that follows the standard one
 * @param guidance of saliency guided training
 * @param explained test images, the first so many, that the gradient and random rankings are
 *     measured on; 0 for all
 * @param explainedByAll those that every method is measured on, and gradients are described on; not
 *     more than {@code explained}
 * @param shown images whose maps the result keeps
 * @param replacements what removed pixels are replaced by
 * @param methods all settings of each attribution method, by its name
 */
public record ImageSetup(
        int trainImages,
        int testImages,
        ImageAugmentation augmentation,
        TrainingOptions options,
        TrainingOptions fineTuning,
        SaliencyGuidedOptions guidance,
        int explained,
        int explainedByAll,
        int shown,
        List<PixelReplacement> replacements,
        Map<String, JsonNode> methods) {

    /** Validates. */
    public ImageSetup {
        require(trainImages >= 0, "trainImages must be at least 0", trainImages);
        require(testImages >= 0, "testImages must be at least 0", testImages);
        Objects.requireNonNull(augmentation, "augmentation");
        requireNoChoice("options", options);
        requireNoChoice("fineTuning", fineTuning);
        Objects.requireNonNull(guidance, "guidance");
        require(explained >= 0, "explained must be at least 0", explained);
        require(
                explainedByAll >= 1 && (explained == 0 || explainedByAll <= explained),
                "explainedByAll must be in [1, explained]",
                explainedByAll);
        require(
                shown >= 0 && shown <= explainedByAll,
                "shown must be in [0, explainedByAll]",
                shown);
        replacements = GridAxis.of("replacement", replacements);
        require(!methods.isEmpty(), "methods must not be empty", methods);
        methods = new TreeMap<>(methods);
        // What a method refuses is refused before anything is trained.
        MethodSettings.methods(methods);
    }

    private static void requireNoChoice(String name, TrainingOptions options) {
        Objects.requireNonNull(options, name);
        if (options.patience() > 0 || options.restoreBest()) {
            throw new InvalidInputException(
                    name
                            + " must have patience 0 and restoreBest false: there are no validation"
                            + " images, and test images choose nothing");
        }
    }

    /**
     * The same with other settings; {@code methods.NAME} may name a method that is not in it.
     *
     * @param changes component to value, as {@link Json#withSettings} takes them
     * @throws InvalidInputException if there is no such component or method, or a value is refused
     */
    ImageSetup with(String label, Map<String, String> changes) {
        return MethodSettings.changed(
                this, label, changes, ImageSetup::methods, ImageSetup::withMethods);
    }

    /** The same with other methods. */
    ImageSetup withMethods(Map<String, JsonNode> other) {
        return new ImageSetup(
                trainImages,
                testImages,
                augmentation,
                options,
                fineTuning,
                guidance,
                explained,
                explainedByAll,
                shown,
                replacements,
                other);
    }

    private static void require(boolean holds, String rule, Object was) {
        if (!holds) {
            throw new InvalidInputException(rule + ", was " + was);
        }
    }
}
