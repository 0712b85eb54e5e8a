package org.salient4j.framework.network;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.layers.zoo.Architecture;

/**
 * A network's parameters as a folder with one {@code NAME.npy} each, in PyTorch's names and
 * layouts: what {@code numpy.save(name + ".npy", tensor.numpy())} over a state dictionary gives.
 */
public final class WeightsDirectory {

    private WeightsDirectory() {}

    /**
     * Makes the network that a folder holds the parameters of. Sizes that are not set are read off
     * the arrays; those that no array depends on (an LSTM's time steps) keep their defaults.
     *
     * @param name the architecture
     * @param settings component to value
     * @param directory the folder
     * @param type FLOAT or DOUBLE; null takes DOUBLE if the folder holds a float64 array
     * @throws InvalidInputException if the folder is missing, a parameter is missing, too many, not
     *     finite or of another shape
     */
    public static Network network(
            String name, Map<String, String> settings, Path directory, DataType type) {
        Architecture prototype = Networks.registry().configured(name, settings);
        Map<String, INDArray> weights = read(directory);
        Map<String, String> sizes = ParameterShapes.sizes(prototype, settings.keySet(), weights);
        Map<String, String> all = new LinkedHashMap<>(sizes);
        all.putAll(settings);
        Architecture architecture = Networks.registry().configured(name, all);
        DataType used = type == null ? typeOf(weights) : type;
        // Start values are drawn and overwritten at once; any seed does.
        Network network = Network.initialise(architecture, used, Seed.of(1));
        weights.forEach((parameter, array) -> requireShape(network, parameter, array, directory));
        try {
            network.parameters().assign(weights);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(directory + ": " + e.getMessage(), e);
        }
        return network;
    }

    private static void requireShape(
            Network network, String parameter, INDArray found, Path directory) {
        if (!network.parameters().names().contains(parameter)) {
            return; // what is too many is named together with what is missing
        }
        long[] expected = network.parameters().get(parameter).shape();
        if (!Arrays.equals(expected, found.shape())) {
            throw new InvalidInputException(
                    "%s must have shape %s, found %s"
                            .formatted(
                                    directory.resolve(parameter + ".npy"),
                                    Arrays.toString(expected),
                                    Arrays.toString(found.shape())));
        }
    }

    private static DataType typeOf(Map<String, INDArray> weights) {
        return weights.values().stream().anyMatch(w -> w.dataType() == DataType.DOUBLE)
                ? DataType.DOUBLE
                : DataType.FLOAT;
    }

    private static Map<String, INDArray> read(Path directory) {
        if (!Files.isDirectory(directory)) {
            String found = Files.exists(directory) ? "it is a file" : "no such folder";
            throw new InvalidInputException("cannot read weights from " + directory + ": " + found);
        }
        Map<String, INDArray> weights = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.npy")) {
            for (Path file : files) {
                String fileName = file.getFileName().toString();
                weights.put(
                        fileName.substring(0, fileName.length() - ".npy".length()), finite(file));
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + directory + ": " + AtomicFile.reason(e), e);
        }
        if (weights.isEmpty()) {
            throw new InvalidInputException(
                    directory + " holds no .npy file: expected one for each parameter");
        }
        return weights;
    }

    private static INDArray finite(Path file) {
        INDArray weights = NpyFile.read(file);
        for (double value : HostArray.doubles(weights)) {
            if (!Double.isFinite(value)) {
                throw new InvalidInputException(file + " must be finite, holds " + value);
            }
        }
        return weights;
    }
}
