package org.salient4j.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Checkpoint;
import org.salient4j.framework.network.FreshPart;
import org.salient4j.framework.network.ImportedWeights;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a model of weights that were trained elsewhere. */
@Command(
        name = "import",
        description = {
            "Make a model of weights that were trained in PyTorch or elsewhere.",
            "",
            "PLACE is a folder with one NAME.npy for each parameter, or one .npz archive of them, in",
            "PyTorch's names and layouts, running statistics included. For the LSTM:",
            "weight_ih [4H,F], weight_hh [4H,H], bias_ih, bias_hh [4H], fc.weight [C,H], fc.bias [C],",
            "gates in the order input, forget, cell, output. Sizes are read off the arrays; time steps,",
            "which no array tells, are 50 unless set."
        },
        footer = {
            "  python -c \"import numpy as np; [np.save(f'weights/{n}.npy', p.numpy()) for n, p in ...]\"",
            "  salient4j import --network lstm --weights weights --set timeSteps=100 --out model.npz",
            "  salient4j import --network vgg-16 --weights vgg16.npz --fresh classifier. \\",
            "      --out pretrained.npz"
        })
final class ImportCommand extends LibraryCommand {

    @Option(
            names = "--network",
            required = true,
            paramLabel = "NAME",
            description = "What they are the weights of ('salient4j list networks').")
    private String network;

    @Option(
            names = "--network-preset",
            paramLabel = "NAME",
            description =
                    "A published size of the network, such as vgg-16's imagenet ('salient4j list"
                            + " networks').")
    private String networkPreset;

    @Option(
            names = "--weights",
            required = true,
            paramLabel = "PLACE",
            description = "The folder of .npy files, or the .npz archive.")
    private Path weights;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the network, such as timeSteps=100.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--fresh",
            paramLabel = "PREFIX",
            description =
                    "Start the parameters anew whose names begin so, such as classifier., whatever"
                            + " PLACE holds for them.")
    private String fresh;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Of what starts anew (default: ${DEFAULT-VALUE}).")
    private long seed;

    @ArgGroup private Precision precision;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        Path model = output.free();
        Network imported =
                ImportedWeights.network(
                        networkPreset == null ? network : Networks.fullName(network, networkPreset),
                        settings,
                        weights,
                        Precision.of(precision, null),
                        fresh == null ? null : new FreshPart(fresh, Seed.of(seed)));
        Checkpoint.save(
                model,
                imported,
                Map.of("imported", weights.toString()),
                Provenance.now(null, commandLine()));
        remark(
                "wrote %s: %s %s, %d parameters of type %s"
                        .formatted(
                                model,
                                network,
                                Json.canonical(imported.architecture()),
                                imported.parameters().count(),
                                imported.dataType()));
        return DONE;
    }
}
