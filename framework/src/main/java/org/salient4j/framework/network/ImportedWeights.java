package org.salient4j.framework.network;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.io.NpzArchive;
import org.salient4j.layers.zoo.Architecture;

/**
 * A network's parameters in PyTorch's names and layouts, running statistics among them: a folder
 * with one {@code NAME.npy} each, or one {@code .npz} archive, as {@code numpy.savez(file, **{n:
 * t.numpy() for n, t in net.state_dict().items()})} writes it. The number of batches that PyTorch
 * counts beside running statistics is left out: nothing here depends on it.
 *
 * <p>ONNX files are not read. DL4J's importer of them (samediff-import-onnx 1.0.0-M2.1, 448 MB with
 * what it needs) leaves out nodes that have no name and gives zeros for a convolution, a batch
 * normalisation, a ReLU, a mean and a linear layer in a row; what it makes would be a graph, not
 * the parameters of one of these networks. The arrays in such a file are the same state dictionary,
 * and {@code onnx.numpy_helper.to_array} gives them.
 */
public final class ImportedWeights {
    private static final String COUNTER = ".num_batches_tracked";
    private static final String ARRAY = ".npy";

    private ImportedWeights() {}

    /**
     * Makes the network that a folder or archive holds the parameters of. Sizes that are not set
     * are read off the arrays; those that no array depends on (an LSTM's time steps) keep their
     * defaults.
     *
     * @param fullName the architecture, or one of its presets: {@code vgg-16/imagenet}
     * @param settings component to value
     * @param place the folder or archive
     * @param type FLOAT or DOUBLE; null takes DOUBLE if there is a float64 array
     * @throws InvalidInputException if it is missing, a parameter is missing, too many, not finite
     *     or of another shape
     */
    public static Network network(
            String fullName, Map<String, String> settings, Path place, DataType type) {
        return network(fullName, settings, place, type, null);
    }

    /**
     * The same with a part that starts anew, whatever the place holds for it.
     *
     * @param fresh the part; null for none
     * @throws InvalidInputException also if the network has no parameter in that part
     */
    public static Network network(
            String fullName,
            Map<String, String> settings,
            Path place,
            DataType type,
            FreshPart fresh) {
        Map<String, INDArray> weights =
                read(
                        place,
                        name -> !name.endsWith(COUNTER) && (fresh == null || !fresh.holds(name)));
        Architecture prototype = configured(Networks.named(fullName), settings);
        Map<String, String> all =
                new LinkedHashMap<>(ParameterShapes.sizes(prototype, settings.keySet(), weights));
        all.putAll(settings);
        Architecture architecture = configured(prototype, all);
        DataType used = type == null ? typeOf(weights) : type;
        Network network =
                fresh == null
                        ? Network.blank(architecture, used)
                        : Network.initialise(architecture, used, fresh.seed());
        if (fresh != null) {
            keep(network, fresh, weights);
        }
        weights.forEach((parameter, array) -> requireShape(network, parameter, array, place));
        try {
            network.parameters().assign(weights);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(place + ": " + e.getMessage(), e);
        }
        return network;
    }

    private static Architecture configured(Architecture prototype, Map<String, String> settings) {
        return settings.isEmpty()
                ? prototype
                : Json.withSettings(prototype, "network '" + prototype.name() + "'", settings);
    }

    private static void keep(Network network, FreshPart fresh, Map<String, INDArray> weights) {
        int before = weights.size();
        for (String name : network.parameters().names()) {
            if (fresh.holds(name)) {
                weights.put(name, network.parameters().get(name));
            }
        }
        if (weights.size() == before) {
            throw new InvalidInputException(
                    "no parameter of the network '%s' begins with '%s'; there are %s"
                            .formatted(
                                    network.architecture().name(),
                                    fresh.prefix(),
                                    network.parameters().names()));
        }
    }

    private static void requireShape(
            Network network, String parameter, INDArray found, Path place) {
        if (!network.parameters().names().contains(parameter)) {
            return; // what is too many is named together with what is missing
        }
        long[] expected = network.parameters().get(parameter).shape();
        if (!Arrays.equals(expected, found.shape())) {
            throw new InvalidInputException(
                    "%s must have shape %s, found %s"
                            .formatted(
                                    place.resolve(parameter + ARRAY),
                                    Arrays.toString(expected),
                                    Arrays.toString(found.shape())));
        }
    }

    private static DataType typeOf(Map<String, INDArray> weights) {
        return weights.values().stream().anyMatch(w -> w.dataType() == DataType.DOUBLE)
                ? DataType.DOUBLE
                : DataType.FLOAT;
    }

    private static Map<String, INDArray> read(Path place, Predicate<String> wanted) {
        Map<String, INDArray> weights =
                Files.isRegularFile(place) ? archived(place, wanted) : ofFolder(place, wanted);
        if (weights.isEmpty()) {
            throw new InvalidInputException(
                    place + " holds no .npy file: expected one for each parameter");
        }
        weights.forEach((name, array) -> requireFinite(place.resolve(name + ARRAY), array));
        return weights;
    }

    private static Map<String, INDArray> archived(Path file, Predicate<String> wanted) {
        Map<String, INDArray> weights = new TreeMap<>();
        try (NpzArchive archive = NpzArchive.open(file)) {
            archive.arrays().stream()
                    .filter(wanted)
                    .forEach(name -> weights.put(name, archive.array(name)));
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
        return weights;
    }

    private static Map<String, INDArray> ofFolder(Path directory, Predicate<String> wanted) {
        if (!Files.isDirectory(directory)) {
            throw new InvalidInputException(
                    "cannot read weights from " + directory + ": no such folder or archive");
        }
        Map<String, INDArray> weights = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ARRAY)) {
            for (Path file : files) {
                String fileName = file.getFileName().toString();
                String name = fileName.substring(0, fileName.length() - ARRAY.length());
                if (wanted.test(name)) {
                    weights.put(name, NpyFile.read(file));
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + directory + ": " + AtomicFile.reason(e), e);
        }
        return weights;
    }

    private static void requireFinite(Path name, INDArray weights) {
        for (double value : HostArray.doubles(weights)) {
            if (!Double.isFinite(value)) {
                throw new InvalidInputException(name + " must be finite, holds " + value);
            }
        }
    }
}
