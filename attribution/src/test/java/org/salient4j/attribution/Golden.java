package org.salient4j.attribution;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.framework.network.Network;
import org.salient4j.layers.zoo.Architecture;
import org.salient4j.layers.zoo.CnnClassifier;
import org.salient4j.layers.zoo.InputCellAttentionClassifier;
import org.salient4j.layers.zoo.LstmClassifier;
import org.salient4j.layers.zoo.TcnClassifier;
import org.salient4j.layers.zoo.TransformerClassifier;

/** The fixtures of {@code golden}; see the README.txt there. */
final class Golden {
    private Golden() {}

    static Path file(String name) {
        URL url = Golden.class.getResource("/golden/" + name + ".npy");
        if (url == null) {
            throw new IllegalStateException("no golden file " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static INDArray read(String name) {
        return NpyFile.read(file(name));
    }

    static int[] labels() {
        return read("common_series/label").toIntVector();
    }

    static Network network(String name, DataType type) {
        Architecture architecture =
                switch (name) {
                    case "lstm" -> new LstmClassifier();
                    case "lstm_ica" -> new InputCellAttentionClassifier();
                    case "tcn" -> new TcnClassifier();
                    case "mnist_cnn" -> new CnnClassifier();
                    default -> new TransformerClassifier();
                };
        Network network = Network.initialise(architecture, type, Seed.of(1));
        Map<String, INDArray> weights = new HashMap<>();
        network.parameters().names().forEach(p -> weights.put(p, weight(name + "/weights/" + p)));
        network.parameters().assign(weights);
        return network;
    }

    /** The largest one is kept as whole numbers of 2^-13. */
    private static INDArray weight(String name) {
        return name.equals("mnist_cnn/weights/fc1.weight")
                ? read(name + ".q").castTo(DataType.DOUBLE).mul(0x1p-13)
                : read(name);
    }

    /** max |a - b| / max |b|. */
    static double relativeError(INDArray actual, INDArray expected) {
        double[] a = HostArray.doubles(actual);
        double[] b = HostArray.doubles(expected);
        double error = 0;
        double scale = 0;
        for (int i = 0; i < b.length; i++) {
            error = Math.max(error, Math.abs(a[i] - b[i]));
            scale = Math.max(scale, Math.abs(b[i]));
        }
        return error / scale;
    }

    /** |a - b| / |b|, Euclidean, of each sample. */
    static double[] relativeL2OfSamples(INDArray actual, INDArray expected) {
        double[] a = HostArray.doubles(actual);
        double[] b = HostArray.doubles(expected);
        double[] errors = new double[(int) expected.size(0)];
        int cells = b.length / errors.length;
        for (int sample = 0; sample < errors.length; sample++) {
            double error = 0;
            double scale = 0;
            for (int i = sample * cells; i < (sample + 1) * cells; i++) {
                error += (a[i] - b[i]) * (a[i] - b[i]);
                scale += b[i] * b[i];
            }
            errors[sample] = Math.sqrt(error / scale);
        }
        return errors;
    }
}
