package org.salient4j.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.data.SeriesDirectory;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.recipe.TrainedNetwork;
import org.salient4j.framework.recipe.TrainingRecipe;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.layers.zoo.Architecture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network on a folder of series. */
@Command(
        name = "train",
        description = {
            "Train a network on a folder of series.",
            "",
            "DIR holds train/{x,y}.npy and, if there are any, validation/ and test/, as 'generate'",
            "writes them or as NumPy does. Validation data choose the weights, test data never. The",
            "model file is written after every epoch; a run that was killed goes on with --resume and",
            "ends with the same bits."
        },
        footer = {
            "  salient4j train --data data --network lstm --set hidden=32 --set forgetBias=2 \\",
            "      --training saliency-guided --epochs 100 --seed 7 --out model.npz",
            "  salient4j train --data data --from model.npz --training saliency-guided \\",
            "      --lambda 0..1@10 --epochs 20 --out tuned.npz"
        })
final class TrainCommand extends LibraryCommand {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder of series.")
    private Path data;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "What to train ('salient4j list networks').")
    private String network;

    @Option(
            names = "--network-preset",
            paramLabel = "NAME",
            description =
                    "A published size of the network, such as mnist-series ('salient4j list"
                            + " networks'); time steps, features and classes fit the data.")
    private String networkPreset;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the network, such as hidden=5; its sizes fit the data.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "Fine-tune this model instead of a new network.")
    private Path from;

    @Option(
            names = "--training",
            defaultValue = "standard",
            paramLabel = "KIND",
            description = "standard or saliency-guided (default: ${DEFAULT-VALUE}).")
    private String training;

    @Mixin private TrainingSettings trainingSettings;

    @Option(
            names = "--validation-fraction",
            defaultValue = "0.2",
            paramLabel = "X",
            description =
                    "Share of train/ for validation if DIR has none; 0 goes without (default:"
                            + " ${DEFAULT-VALUE}).")
    private double validationFraction;

    @ArgGroup(heading = "%nSaliency guided training:%n", validate = false)
    private GuidanceSettings guidance = new GuidanceSettings();

    @ArgGroup private Precision precision;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Of start values, order, dropout and fill (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--resume",
            description = "Go on where the output stands; from the start if it is not there.")
    private boolean resume;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        Path model = resume ? output.file() : output.free();
        TrainingRecipe recipe =
                new TrainingRecipe(
                        guidance(), trainingSettings.options(), validationFraction, Seed.of(seed));
        SeriesDataset series = SeriesDirectory.read(data);
        if (!SeriesDirectory.hasCard(data)) {
            remark(
                    "%s has no dataset.json: %d classes, as its labels have"
                            .formatted(data, series.card().classes()));
        }
        Network trained = start(series);
        if (resume && !Files.exists(model)) {
            remark(model + " is not there yet: training from the start");
        }
        try (Progress progress = streams().progress()) {
            print(recipe.train(trained, series, model, resume, progress, commandLine()), model);
        }
        return DONE;
    }

    private SaliencyGuidedOptions guidance() {
        return switch (training) {
            case "standard" -> {
                guidance.requireNone();
                yield null;
            }
            case "saliency-guided" -> guidance.options();
            default ->
                    throw NearestName.unknown(
                            "training", training, List.of("standard", "saliency-guided"));
        };
    }

    private Network start(SeriesDataset series) {
        boolean described =
                network != null
                        || networkPreset != null
                        || !settings.isEmpty()
                        || precision != null;
        if (from != null && described) {
            throw new InvalidInputException(
                    "--from takes the network as it is in "
                            + from
                            + ": leave out --network, --network-preset, --set, --float and --double");
        }
        if (from != null) {
            return Checkpoint.load(from);
        }
        if (network == null) {
            throw new InvalidInputException(
                    "a network is needed: --network NAME (known: "
                            + String.join(", ", Networks.registry().names())
                            + ") or --from MODEL");
        }
        Architecture prototype =
                networkPreset == null
                        ? Networks.registry().get(network)
                        : Networks.preset(network, networkPreset);
        return Network.initialise(
                Networks.fitted(prototype, settings, series.card()),
                Precision.of(precision, DataType.FLOAT),
                Seed.of(seed));
    }

    private void print(TrainedNetwork trained, Path model) {
        trained.evaluations()
                .forEach(
                        (split, score) ->
                                print(
                                        String.format(
                                                Locale.ROOT,
                                                "%-10s  accuracy %6.2f %%  cross-entropy %.4f",
                                                split.folder(),
                                                100 * score.accuracy(),
                                                score.loss())));
        print("model       " + model);
    }
}
