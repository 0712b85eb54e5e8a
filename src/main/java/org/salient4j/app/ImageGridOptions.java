package org.salient4j.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.framework.InvalidInputException;
import picocli.CommandLine.Option;

/** What the commands of the image experiments share: the protocol and its size. */
final class ImageGridOptions {
    private static final String USUAL = "usual";
    private static final String QUICK = "quick";

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "usual (all images, few epochs), paper (the released code's 100 epochs: hours),"
                            + " cifar (5000 photographs, SGD, flips and crops) or quick"
                            + " (default: usual).")
    private String preset;

    @Option(
            names = "--quick",
            description =
                    "The small form, 2000 training images and one seed: whether it runs, not what"
                            + " is so.")
    private boolean quick;

    @Option(
            names = "--train-samples",
            paramLabel = "N",
            description = "Training images, drawn by the seed; 0 for all (default: the preset's).")
    private Integer trainSamples;

    @Option(
            names = "--test-samples",
            paramLabel = "N",
            description =
                    "The first so many test images, your own in a fixed random order; 0 for all"
                            + " (default: the preset's).")
    private Integer testSamples;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "Passes over the training images; fine-tuning has its own, --set"
                            + " fineTuning.epochs=N (default: the preset's).")
    private Integer epochs;

    @Option(
            names = "--trainings",
            split = ",",
            paramLabel = "NAME",
            description =
                    "standard, fine-tuned, saliency-guided, several with commas (default: as said"
                            + " above).")
    private List<ImageTraining> trainings;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            description = "Attribution methods, several with commas (default: as said above).")
    private List<String> methods;

    boolean quick() {
        return quick;
    }

    String preset() {
        if (quick && preset != null) {
            throw new InvalidInputException(
                    "--quick is the preset quick: leave out --preset " + preset);
        }
        return quick ? QUICK : preset == null ? USUAL : preset;
    }

    int seeds(GridOptions grid, int usual) {
        return grid.seeds(quick ? 1 : usual);
    }

    List<ImageTraining> trainings(List<ImageTraining> usual) {
        return trainings == null ? usual : trainings;
    }

    List<String> methods(List<String> usual) {
        return methods == null ? usual : methods;
    }

    /** What is set otherwise than the preset has it. */
    Map<String, String> changes(GridOptions grid) {
        Map<String, String> changes = new LinkedHashMap<>();
        put(changes, "trainImages", trainSamples);
        put(changes, "testImages", testSamples);
        put(changes, "options.epochs", epochs);
        changes.putAll(grid.changes());
        return changes;
    }

    private static void put(Map<String, String> changes, String component, Integer value) {
        if (value != null) {
            changes.put(component, value.toString());
        }
    }
}
