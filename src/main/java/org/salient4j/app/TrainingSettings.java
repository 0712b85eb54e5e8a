package org.salient4j.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.training.TrainingOptions;
import picocli.CommandLine.Option;

/**
 * How to train, each option a component of {@link TrainingOptions}. What is not given keeps the
 * library's default.
 */
final class TrainingSettings {

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "At most so many passes over the data (default: 500).")
    private String epochs;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "Examples a step (default: 50).")
    private String batchSize;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "Step size (default: 0.001).")
    private String learningRate;

    @Option(
            names = "--learning-rate-schedule",
            paramLabel = "TEXT",
            description =
                    "constant, linear (to 0), 0.1@100,150 (times 0.1 at these epochs) or 0.75/5"
                            + " (times 0.75 every 5 epochs) (default: constant).")
    private String learningRateSchedule;

    @Option(
            names = "--weight-decay",
            paramLabel = "X",
            description = "L2 regularisation, as PyTorch's optimisers do it (default: 0.0).")
    private String weightDecay;

    @Option(
            names = "--updater",
            paramLabel = "NAME",
            description =
                    "adam, sgd, momentum, nesterovs, ada-grad, ada-delta, rms-prop, ams-grad, nadam,"
                            + " ada-max or ada-belief (default: adam).")
    private String updater;

    @Option(
            names = "--clip-norm",
            paramLabel = "X",
            description = "Largest norm of the whole gradient; 0 clips nothing (default: 0.0).")
    private String clipNorm;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "Stop after so many epochs without a better validation score; 0 never stops"
                            + " (default: 200).")
    private String patience;

    @Option(
            names = "--stop-at-train-accuracy",
            paramLabel = "X",
            description = "Stop when reached, in (0, 1]; 0 never stops (default: 0.0).")
    private String stopAtTrainAccuracy;

    @Option(
            names = "--restore-best",
            paramLabel = "true|false",
            description = "End with the weights of the best validation epoch (default: true).")
    private String restoreBest;

    /**
     * The options.
     *
     * @param usual what counts where nothing is given
     */
    TrainingOptions options(TrainingOptions usual) {
        return Json.withSettings(usual, "training", given());
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("epochs", epochs);
        given.put("batchSize", batchSize);
        given.put("learningRate", learningRate);
        given.put("learningRateSchedule", learningRateSchedule);
        given.put("weightDecay", weightDecay);
        given.put("updater", updater);
        given.put("clipNorm", clipNorm);
        given.put("patience", patience);
        given.put("stopAtTrainAccuracy", stopAtTrainAccuracy);
        given.put("restoreBest", restoreBest);
        given.values().removeIf(Objects::isNull);
        return given;
    }
}
