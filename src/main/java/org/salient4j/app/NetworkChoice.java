package org.salient4j.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;
import org.salient4j.layers.zoo.Architecture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is trained: a new network, or a model. */
final class NetworkChoice {
    private static final int IMAGE_AXES = 3;

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
                            + " networks'); its input and classes fit the data.")
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

    @ArgGroup private Precision precision;

    /** The model to fine-tune; null for a new network. */
    private Network model;

    /**
     * What the network is, but for the sizes of the data.
     *
     * @param remark takes what is to be said of the model that is fine-tuned
     */
    Architecture prototype(Consumer<String> remark) {
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
            model = ModelOption.load(from, remark);
            return model.architecture();
        }
        if (network == null) {
            throw new InvalidInputException(
                    "a network is needed: --network NAME (known: "
                            + String.join(", ", Networks.registry().names())
                            + ") or --from MODEL");
        }
        Architecture plain =
                networkPreset == null
                        ? Networks.registry().get(network)
                        : Networks.preset(network, networkPreset);
        return settings.isEmpty()
                ? plain
                : Json.withSettings(plain, "network '" + network + "'", settings);
    }

    /** Whether a network is for images. */
    static boolean takesImages(Architecture prototype) {
        return prototype.inputShape().length == IMAGE_AXES;
    }

    /** Whether a size is not the data's to tell. */
    boolean isSet(String size) {
        return from != null || settings.containsKey(size);
    }

    /**
     * The network.
     *
     * @param prototype as given above
     * @param sizes of the data, by component
     * @param seed of its start values
     */
    Network start(Architecture prototype, Map<String, Long> sizes, long seed) {
        return model != null
                ? model
                : Network.initialise(
                        Networks.fitted(prototype, settings, sizes),
                        Precision.of(precision, DataType.FLOAT),
                        Seed.of(seed));
    }
}
