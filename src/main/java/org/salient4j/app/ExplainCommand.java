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
import org.salient4j.framework.NearestName;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.SeriesDirectory;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.ModelInput;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Predictions;
import org.salient4j.layers.encoder.Encoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes attributions. */
@Command(
        name = "explain",
        description = {
            "Write how much each input cell contributed to a class's output, [N,T,F], signed.",
            "",
            "Of an encoder: how each neuron is bound up with each dimension of its embedding, in S",
            "time steps, [S,C,n], or [S,C,W,n] where it sees windows of W steps. The inverse",
            "inverted-neuron-gradient takes the mean over the window first and is [S,C,n], but for",
            "--option reduction=none; linear-regression has one sample for all steps, [1,..]."
        },
        footer = {
            "  salient4j explain --model model.npz --input x.npy --target y.npy \\",
            "      --method integrated-gradients --option steps=50 --option baseline=@b.npy --out"
                    + " a.npy",
            "  salient4j explain --model model.npz --input x.npy --target predicted \\",
            "      --method smooth-grad --option samples=20 --seed 3 --out a.npy --png maps",
            "  salient4j explain --model encoder.npz --input neurons.csv \\",
            "      --method inverted-neuron-gradient --out a.npy --map map.npy"
        })
final class ExplainCommand extends LibraryCommand {
    private static final String PREDICTED = "predicted";
    private static final int SAMPLES = 250;

    @Mixin private ModelOption model;

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
            paramLabel = "FILE|predicted",
            description =
                    "The class explained in each sample: a file of [N] class indices (integers"
                            + " from 0), or the class the model predicts (default:"
                            + " predicted).")
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
            paramLabel = "N",
            description =
                    "For an encoder: time steps that are explained, drawn at random (default:"
                            + " 250).")
    private Integer samples;

    @Mixin private TrialsOption trials;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "For an encoder: also the mean magnitude over samples, [C,n].")
    private Path map;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        Path file = output.free();
        Network network = model.load(this::remark);
        return network.architecture() instanceof Encoder
                ? explainEncoder(network, file)
                : explainClassifier(network, file);
    }

    private Integer explainEncoder(Network network, Path file) {
        EmbeddingMethod how = embeddingMethod();
        refuse(target != null, "--target is a class: an encoder has none, leave it out");
        refuse(png != null, "--png draws series: for an encoder write its map with --map");
        refuse(
                samples != null && !how.perSample(),
                method + " takes all time steps together: leave --samples out");
        if (map != null) {
            refuse(
                    map.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize()),
                    "--out and --map must be two files, both are " + map);
            output.free(map);
        }
        EmbeddingAttribution attribution =
                new EncoderExplanation(
                                network, how, samples == null ? SAMPLES : samples, Seed.of(seed))
                        .of(input, trials.starts());
        NpyFile.write(file, attribution.values());
        remark("wrote " + file + " " + Arrays.toString(attribution.values().shape()));
        attribution.ranks().ifPresent(ranks -> remark(ranks.toString()));
        if (map != null) {
            NpyFile.write(map, attribution.map().values());
            remark("wrote " + map);
        }
        return DONE;
    }

    private EmbeddingMethod embeddingMethod() {
        refuse(
                !EmbeddingMethod.registry().names().contains(method)
                        && AttributionMethod.registry().names().contains(method),
                "%s is an encoder and '%s' explains classes: take a method of 'salient4j list embedding-methods', such as %s"
                        .formatted(
                                model.file(),
                                method,
                                NearestName.of(
                                                "neuron-" + method,
                                                EmbeddingMethod.registry().names())
                                        .orElse("neuron-gradient")));
        return EmbeddingMethod.registry().configured(method, options);
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new InvalidInputException(message);
        }
    }

    private Integer explainClassifier(Network network, Path file) {
        refuse(
                EmbeddingMethod.registry().names().contains(method)
                        && !AttributionMethod.registry().names().contains(method),
                "%s explains embeddings, the network '%s' is no encoder: take a method of 'salient4j list methods'"
                        .formatted(method, network.architecture().name()));
        String encoders =
                " is for encoders, the network '%s' is none"
                        .formatted(network.architecture().name());
        refuse(map != null, "--map" + encoders);
        refuse(samples != null, "--samples" + encoders);
        refuse(trials.given(), "--trials" + encoders);
        if (png != null && !output.force()) {
            OutputFile.requireFree(png);
        }
        AttributionMethod how = AttributionMethod.registry().configured(method, options);
        INDArray x = ModelInput.read(input, network);
        int[] targets =
                target == null || target.equals(PREDICTED)
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
                        "attributions sum to the difference of outputs to within %.2g %% on"
                                + " average%s",
                        share,
                        share > 1 ? ": not converged, raise --option steps=N" : ""));
    }
}
