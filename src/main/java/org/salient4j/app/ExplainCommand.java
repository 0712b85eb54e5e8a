package org.salient4j.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Attribution;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.embedding.EmbeddingAttribution;
import org.salient4j.attribution.embedding.EmbeddingMethod;
import org.salient4j.benchmarks.report.AttributionPictures;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.SeriesDirectory;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.ModelInput;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Predictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes attributions. */
@Command(
        name = "explain",
        description = {
            "Write how much each input cell contributed to a class's output, [N,T,F], signed.",
            "",
            "With an encoder and a method of embeddings: how each neuron is bound up with each",
            "dimension of the embedding, [S,C,n], or [S,C,W,n] where it sees windows of W steps."
        },
        footer = {
            "  salient4j explain --model model.npz --input x.npy --target y.npy \\",
            "      --method integrated-gradients --option steps=50 --option baseline=@b.npy --out a.npy",
            "  salient4j explain --model model.npz --input x.npy --target predicted \\",
            "      --method smooth-grad --option samples=20 --seed 3 --out a.npy --png maps",
            "  salient4j explain --model encoder.npz --input neurons.csv \\",
            "      --method inverted-neuron-gradient --out a.npy --map map.npy"
        })
final class ExplainCommand extends LibraryCommand {
    private static final String PREDICTED = "predicted";

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "The model.")
    private Path model;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description =
                    "Samples, [N,T,F] float32 or float64; for an encoder a recording, .npy [T,n] or"
                            + " .csv.")
    private Path input;

    @Option(
            names = "--target",
            defaultValue = PREDICTED,
            paramLabel = "FILE|predicted",
            description =
                    "The class explained in each sample: a file of [N] class indices (integers"
                            + " from 0), or the class the model predicts (default:"
                            + " ${DEFAULT-VALUE}).")
    private String target;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description =
                    "How ('salient4j list methods', for encoders 'salient4j list"
                            + " embedding-methods').")
    private String method;

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description =
                    "A setting of the method, such as steps=50, baseline=uniform or"
                            + " baseline=@file.npy.")
    private final Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Of what a method draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--png",
            paramLabel = "DIR",
            description = "Also a picture of each sample's magnitudes, time from left to right.")
    private Path png;

    @Option(
            names = "--samples",
            defaultValue = "250",
            paramLabel = "N",
            description =
                    "Time steps of a recording that are explained, drawn at random (default:"
                            + " ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "For an encoder: also the mean magnitude over samples, [C,n].")
    private Path map;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        return EmbeddingMethod.registry().names().contains(method)
                ? explainEncoder()
                : explainClassifier();
    }

    private Integer explainEncoder() {
        Path file = output.free();
        if (map != null && !output.force()) {
            OutputFile.requireFree(map);
        }
        if (png != null) {
            throw new InvalidInputException(
                    "--png draws series: for an encoder write its map with --map");
        }
        EmbeddingMethod how = EmbeddingMethod.registry().configured(method, options);
        EmbeddingAttribution attribution =
                new EncoderExplanation(Checkpoint.load(model), how, samples, Seed.of(seed))
                        .of(input);
        NpyFile.write(file, attribution.values());
        remark("wrote " + file + " " + Arrays.toString(attribution.values().shape()));
        attribution.ranks().ifPresent(ranks -> remark(ranks.toString()));
        if (map != null) {
            NpyFile.write(map, attribution.map().values());
            remark("wrote " + map);
        }
        return DONE;
    }

    private Integer explainClassifier() {
        Path file = output.free();
        if (map != null) {
            throw new InvalidInputException(
                    method + " explains classes: --map is for methods of embeddings");
        }
        if (png != null && !output.force()) {
            OutputFile.requireFree(png);
        }
        AttributionMethod how = AttributionMethod.registry().configured(method, options);
        Network network = Checkpoint.load(model);
        INDArray x = ModelInput.read(input, network);
        int[] targets =
                target.equals(PREDICTED)
                        ? Predictions.classes(network, x)
                        : SeriesDirectory.readLabels(Path.of(target));
        Attribution attribution = how.attribute(network, x, targets, Seed.of(seed));
        NpyFile.write(file, attribution.values());
        remark("wrote " + file + " " + Arrays.toString(attribution.values().shape()));
        attribution.convergenceDelta().ifPresent(delta -> remarkDelta(delta, attribution.values()));
        if (png != null) {
            AttributionPictures.write(png, attribution.values());
            remark("wrote " + png);
        }
        return DONE;
    }

    /** Says how far a complete method is from completeness, and what to do where that is far. */
    private void remarkDelta(double[] delta, INDArray values) {
        double[] cells = HostArray.doubles(values);
        int each = cells.length / delta.length;
        double error = 0;
        double difference = 0;
        for (int b = 0; b < delta.length; b++) {
            double sum = Arrays.stream(cells, b * each, (b + 1) * each).sum();
            error += Math.abs(delta[b]);
            difference += Math.abs(sum - delta[b]);
        }
        double share = difference == 0 ? 0 : 100 * error / difference;
        remark(
                String.format(
                        Locale.ROOT,
                        "attributions sum to the difference of outputs to within %.2g %% on average%s",
                        share,
                        share > 1 ? ": not converged, raise --option steps=N" : ""));
    }
}
