package org.salient4j.benchmarks.bench;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.network.Networks;

/** A network that is timed, at its default sizes in float, and the data it is timed on. */
public enum BenchNetwork {
    /** The LSTM. */
    LSTM("lstm", 50, 50),
    /** The LSTM with input-cell attention. */
    LSTM_ICA("lstm-input-cell", 50, 50),
    /** The temporal convolutional network. */
    TCN("tcn", 50, 50),
    /** The Transformer. */
    TRANSFORMER("transformer", 50, 50),
    /** The convolutional network for digits. */
    MNIST_CNN("mnist-cnn", 128, 100),
    /** ResNet-18 on images of CIFAR-10's size: steps only. */
    RESNET_18("resnet-18", 64),
    /** VGG-16 on images of 224 x 224: steps only; with Adam it takes several gigabytes. */
    VGG_16("vgg-16", 4);

    private static final Seed SEED = Seed.of(7);
    private static final double MNIST_MEAN = 0.1307;
    private static final double MNIST_DEVIATION = 0.3081;

    private final String registered;
    private final int batch;
    private final int baselines;
    private final boolean large;

    /**
     * @param registered the registered name of its architecture
     * @param batch examples a training step
     * @param baselines size of the pool that SHAP methods draw from
     */
    BenchNetwork(String registered, int batch, int baselines) {
        this(registered, batch, baselines, false);
    }

    /** One of those that take seconds a step. */
    BenchNetwork(String registered, int batch) {
        this(registered, batch, 0, true);
    }

    BenchNetwork(String registered, int batch, int baselines, boolean large) {
        this.registered = registered;
        this.batch = batch;
        this.baselines = baselines;
        this.large = large;
    }

    /** Those that are timed unless others are asked for: a step of the others takes seconds. */
    public static List<BenchNetwork> usual() {
        return Arrays.stream(values()).filter(network -> !network.large).toList();
    }

    /** Whether attributions of 100 samples are timed too; of the largest they would take hours. */
    public boolean explained() {
        return !large;
    }

    /** Its name in results and on the command line: {@code lstm_ica}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Examples a training step. */
    public int batch() {
        return batch;
    }

    /** Size of the pool that SHAP methods draw from. */
    public int baselines() {
        return baselines;
    }

    /** Whether its examples are images. */
    boolean images() {
        return this == MNIST_CNN || large;
    }

    /**
     * The network of this name.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is none
     */
    public static BenchNetwork of(String key) {
        List<String> keys = Arrays.stream(values()).map(BenchNetwork::key).toList();
        int index = keys.indexOf(key.strip().replace('-', '_'));
        if (index < 0) {
            throw NearestName.unknown("network", key, keys);
        }
        return values()[index];
    }

    /** With fresh start values, always the same ones. */
    Network network() {
        return Network.initialise(Networks.registry().get(registered), DataType.FLOAT, SEED);
    }

    /**
     * Uniform noise, of images standardised as MNIST's are, labels in turn; always the same.
     *
     * @param count how many examples
     */
    Examples examples(int count) {
        Network network = network();
        long[] example = network.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = count;
        System.arraycopy(example, 0, shape, 1, example.length);
        int cells = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        SplittableRandom random = new SplittableRandom(SEED.child("data").value());
        double[] values = random.doubles(cells).toArray();
        if (images()) {
            Arrays.setAll(values, i -> (values[i] - MNIST_MEAN) / MNIST_DEVIATION);
        }
        INDArray x = HostArray.of(values, DataType.FLOAT, shape);
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> i % network.outputs());
        return new Examples(x, labels);
    }
}
