package org.salient4j.framework.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpzArchive;
import org.salient4j.layers.zoo.Architecture;

/**
 * A network on disk: a ZIP that {@code numpy.load} reads, with one {@code parameters/NAME.npy} a
 * parameter (PyTorch's names and layouts), {@code network.json} (architecture, data type,
 * provenance), and, while training runs, what exact resume needs. The graph itself is not stored:
 * it is rebuilt from the architecture.
 */
public final class Checkpoint {
    private static final int FORMAT = 1;
    private static final String SPEC = "network";

    /** The document that a running training keeps beside the network. */
    public static final String TRAINING_STATE = "training-state";

    private static final String PARAMETERS = "parameters/";

    private Checkpoint() {}

    /**
     * What {@code network.json} holds.
     *
     * @param format version of the layout
     * @param network name of the architecture
     * @param architecture its sizes
     * @param dataType FLOAT or DOUBLE
     * @param training how it was trained, free form; null if it was not
     * @param provenance who wrote it
     */
    public record Spec(
            int format,
            String network,
            JsonNode architecture,
            DataType dataType,
            JsonNode training,
            Provenance provenance) {}

    /**
     * Writes a network, atomically.
     *
     * @param file target
     * @param network the network
     * @param training how it was trained; null if unknown
     * @param provenance who writes it
     */
    public static void save(Path file, Network network, Object training, Provenance provenance) {
        save(file, network, training, provenance, Map.of(), Map.of());
    }

    /**
     * Writes a network with more arrays and documents beside it, such as a training's state.
     *
     * @param arrays by entry name
     * @param documents by entry name
     */
    public static void save(
            Path file,
            Network network,
            Object training,
            Provenance provenance,
            Map<String, INDArray> arrays,
            Map<String, Object> documents) {
        Map<String, INDArray> all = new LinkedHashMap<>(arrays);
        for (String name : network.parameters().names()) {
            all.put(PARAMETERS + name, network.parameters().get(name));
        }
        Map<String, Object> texts = new LinkedHashMap<>(documents);
        texts.put(
                SPEC,
                new Spec(
                        FORMAT,
                        network.architecture().name(),
                        Json.tree(network.architecture()),
                        network.dataType(),
                        training == null ? null : Json.tree(training),
                        provenance));
        NpzArchive.write(file, all, texts, NpzArchive.Compression.STORED);
    }

    /** Reads a network. */
    public static Network load(Path file) {
        try (NpzArchive archive = NpzArchive.open(file)) {
            return load(archive, file);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads what {@code network.json} says. */
    public static Spec spec(Path file) {
        try (NpzArchive archive = NpzArchive.open(file)) {
            return spec(archive, file);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * How many epochs a training has behind it that has not ended in this file; nothing of a
     * finished model.
     */
    public static OptionalInt epochsOfRunning(Path file) {
        try (NpzArchive archive = NpzArchive.open(file)) {
            return archive.documents().contains(TRAINING_STATE)
                    ? OptionalInt.of(
                            archive.document(TRAINING_STATE, JsonNode.class).path("epoch").asInt())
                    : OptionalInt.empty();
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a network from an open archive. */
    public static Network load(NpzArchive archive, Path file) {
        Spec spec = spec(archive, file);
        Architecture prototype = Networks.registry().get(spec.network());
        Architecture architecture =
                Json.convert(spec.architecture(), prototype.getClass(), file + "/network.json");
        Network network = Network.blank(architecture, spec.dataType());
        assign(network, parameters(archive), file);
        return network;
    }

    /** The network's parameters in an open archive, by name. */
    public static Map<String, INDArray> parameters(NpzArchive archive) {
        return arrays(archive, PARAMETERS);
    }

    /** The archive's arrays under a prefix, by the rest of their names. */
    public static Map<String, INDArray> arrays(NpzArchive archive, String prefix) {
        return archive.arrays().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), archive::array));
    }

    /** Reads what {@code network.json} of an open archive says. */
    public static Spec spec(NpzArchive archive, Path file) {
        if (!archive.documents().contains(SPEC)) {
            throw new InvalidInputException(
                    file + " is an archive but holds no network.json: expected a salient4j model");
        }
        Spec spec = archive.document(SPEC, Spec.class);
        if (spec.format() != FORMAT) {
            throw new InvalidInputException(
                    "%s has format %d, this version reads format %d"
                            .formatted(file, spec.format(), FORMAT));
        }
        return spec;
    }

    private static void assign(Network network, Map<String, INDArray> values, Path file) {
        try {
            network.parameters().assign(values);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file + ": " + e.getMessage(), e);
        }
    }
}
