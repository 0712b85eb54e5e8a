package org.salient4j.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.salient4j.framework.Seed;
import org.salient4j.framework.contrastive.EmbeddingConfig;
import org.salient4j.framework.contrastive.EmbeddingRecipe;
import org.salient4j.framework.contrastive.NeuralRecording;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.progress.Progress;
import org.salient4j.framework.training.Epoch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains an encoder on a recording. */
@Command(
        name = "embed",
        description = {
            "Train an encoder on a recording of neurons, contrastively or on labels (xCEBRA).",
            "",
            "The configuration is JSON:",
            "  {\"model\": \"offset1-model-mse-clip-5-5\", \"dimension\": 6,",
            "   \"objectives\": [",
            "     {\"name\": \"time\", \"from\": 0, \"to\": 6, \"positives\": \"time-offset\"},",
            "     {\"name\": \"label\", \"from\": 3, \"to\": 6, \"positives\": \"time-delta\"}],",
            "   \"training\": {\"steps\": 1500, \"lambda\": 0.1}}",
            "Objectives with \"labels\": [0, 1] instead of positives fit these columns. Without",
            "objectives all dimensions follow the labels, or time if there are none. What is in",
            "\"training\" otherwise: batchSize, learningRate, rampFrom, rampTo, loss, estimator",
            "(tangent, adjoint, adjoint-exact, finite-difference), draws, stepsPerEpoch. The loss:",
            "  {\"similarity\": \"euclidean\",",
            "   \"temperature\": {\"value\": 1, \"learned\": false, \"minimum\": 0.1}}",
            "What is left out is as here; models that normalise have similarity cosine.",
            "",
            "The model file is written as the training goes on; a run that was killed goes on with",
            "--resume and ends with the same bits."
        },
        footer = {
            "  salient4j embed --data neurons.csv --labels position.csv --config encoder.json \\",
            "      --seed 7 --out encoder.npz",
            "  salient4j transform --model encoder.npz --data neurons.csv --out embedding.npy",
            "  salient4j explain --model encoder.npz --input neurons.csv \\",
            "      --method inverted-neuron-gradient --out a.npy --map map.npy"
        })
final class EmbedCommand extends LibraryCommand {

    @Mixin private RecordingFiles recording;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Continuous labels, a row a time step: .npy [T,k] or .csv.")
    private Path labels;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "What to train and how, as JSON.")
    private Path config;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Of start values, samples and directions (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--resume",
            description = "Go on where the output stands; from the start if it is not there.")
    private boolean resume;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        Path model = output.file(resume);
        EmbeddingRecipe recipe =
                new EmbeddingRecipe(Json.read(config, EmbeddingConfig.class), Seed.of(seed));
        NeuralRecording data = recording.read(labels);
        if (resume && !Files.exists(model)) {
            remark(model + " is not there yet: training from the start");
        }
        try (Progress progress = streams().progress()) {
            EmbeddingRecipe.Embedded embedded =
                    recipe.train(data, model, resume, progress, commandLine());
            Epoch last =
                    embedded.training().history().get(embedded.training().history().size() - 1);
            for (Map.Entry<String, Double> loss : last.losses().entrySet()) {
                Double fit = embedded.goodnessOfFit().get(loss.getKey());
                String better =
                        fit == null
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "  goodness of fit %.4f nats (0 is chance)",
                                        fit);
                print(
                        String.format(
                                Locale.ROOT,
                                "%-12s %.4f%s",
                                loss.getKey(),
                                loss.getValue(),
                                better));
            }
        }
        print("model        " + model);
        return DONE;
    }
}
