package org.salient4j.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.SeriesDataset;
import org.salient4j.framework.data.SeriesDirectory;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.recipe.ModelFile;
import org.salient4j.framework.recipe.TrainedNetwork;
import org.salient4j.framework.recipe.TrainingPreset;
import org.salient4j.framework.recipe.TrainingRecipe;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;
import org.salient4j.framework.training.TrainingOptions;
import org.salient4j.layers.zoo.Architecture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network on series or images. */
@Command(
        name = "train",
        description = {
            "Train a network on series or, if it is one for images, on images.",
            "",
            "A folder of series holds train/{x,y}.npy and, if there are any, validation/ and test/, as",
            "'generate' writes them or as NumPy does; 'data show' tells how images may lie. Validation",
            "data choose the weights, test data never. The model file is written after every epoch; a",
            "run that was killed goes on with --resume and ends with the same bits."
        },
        footer = {
            "  salient4j train --data data --network lstm --set hidden=32 --set forgetBias=2 \\",
            "      --training saliency-guided --epochs 100 --seed 7 --out model.npz",
            "  salient4j train --data data --from model.npz --training saliency-guided \\",
            "      --lambda 0..1@10 --epochs 20 --out tuned.npz",
            "  salient4j train --data cifar --network resnet-18 --preset paper.cifar --batch-size 64 \\",
            "      --training saliency-guided --epochs 3 --out cifar.npz"
        })
final class TrainCommand extends LibraryCommand {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PLACE",
            description = "The folder of series, or the folder or zip of images.")
    private Path data;

    @Mixin private NetworkChoice network;

    @Mixin private ImageInput images;

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
                    "Share of train/ for validation if there is none; 0 goes without (default:"
                            + " ${DEFAULT-VALUE}).")
    private double validationFraction;

    @ArgGroup(heading = "%nSaliency guided training:%n", validate = false)
    private GuidanceSettings guidance = new GuidanceSettings();

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
        Path model = output.file(resume);
        Architecture prototype = network.prototype(this::remark);
        boolean ofImages = NetworkChoice.takesImages(prototype);
        if (images.given() && !ofImages) {
            throw new InvalidInputException(
                    "--preset and --images are for images, the network %s takes series"
                            .formatted(prototype.name()));
        }
        TrainingRecipe recipe = recipe();
        if (resume && !Files.exists(model)) {
            remark(model + " is not there yet: training from the start");
        }
        try (Progress progress = streams().progress()) {
            ModelFile file = new ModelFile(model, resume, progress, commandLine());
            TrainedNetwork trained =
                    ofImages
                            ? onImages(prototype, recipe, file)
                            : onSeries(prototype, recipe, file);
            print(trained, model);
        }
        return DONE;
    }

    private TrainingRecipe recipe() {
        TrainingPreset preset = images.preset();
        return new TrainingRecipe(
                guidance(preset == null ? new SaliencyGuidedOptions() : preset.guidance()),
                trainingSettings.options(preset == null ? new TrainingOptions() : preset.options()),
                validationFraction,
                Seed.of(seed));
    }

    private TrainedNetwork onSeries(Architecture prototype, TrainingRecipe recipe, ModelFile file) {
        SeriesDataset series = SeriesDirectory.read(data);
        if (!SeriesDirectory.hasCard(data)) {
            remark(
                    "%s has no dataset.json: %d classes, as its labels have"
                            .formatted(data, series.card().classes()));
        }
        return recipe.train(network.start(prototype, series.card().sizes(), seed), series, file);
    }

    private TrainedNetwork onImages(Architecture prototype, TrainingRecipe recipe, ModelFile file) {
        try (ImageDataset opened = images.open(data, prototype, network, Seed.of(seed))) {
            return images.recipe(recipe)
                    .train(network.start(prototype, opened.sizes(), seed), opened, file);
        }
    }

    private SaliencyGuidedOptions guidance(SaliencyGuidedOptions usual) {
        return switch (training) {
            case "standard" -> {
                guidance.requireNone();
                yield null;
            }
            case "saliency-guided" -> guidance.options(usual);
            default ->
                    throw NearestName.unknown(
                            "training", training, List.of("standard", "saliency-guided"));
        };
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
        int epochs = trained.training().history().size();
        remark(
                String.format(
                        Locale.ROOT,
                        "%d epochs, %.1f s an epoch",
                        epochs,
                        trained.training().seconds() / epochs));
    }
}
