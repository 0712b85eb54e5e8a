package org.salient4j.framework.text.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.ExplainGraphs;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.TextBatch;
import org.salient4j.framework.text.TextClassifier;
import org.salient4j.framework.text.TextEncoder;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.vectors.EmbeddingTable;
import org.salient4j.layers.Mode;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.BiLstmTextClassifier;

/**
 * A classifier of texts: its network, and the vocabulary that turns words into what the network
 * reads.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class TextNetwork implements TextClassifier {
    /** Words in one call, padding included, so that the memory of a call is bounded. */
    private static final int POSITIONS = 1 << 14;

    private static final int TEXTS = 256;

    private final Network network;
    private final BiLstmTextClassifier architecture;
    private final TextEncoder encoder;

    /**
     * @param network of a {@link BiLstmTextClassifier}
     * @param encoder whose vocabulary has as many numbers as the network has word vectors
     * @throws InvalidInputException if the two do not fit
     */
    public TextNetwork(Network network, TextEncoder encoder) {
        this.network = network;
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.architecture = architecture(network);
        int words = encoder.vocabulary().size();
        if (architecture.words() != words) {
            throw new InvalidInputException(
                    "the network has %d word vectors, the vocabulary %d numbers"
                            .formatted(architecture.words(), words));
        }
    }

    /**
     * A network with fresh start values over given word vectors.
     *
     * @param architecture its sizes, those of the table among them
     * @param table the word vectors, copied
     * @param dataType FLOAT or DOUBLE
     * @param seed where start values come from
     * @throws InvalidInputException if the sizes are not those of the table
     */
    public static TextNetwork initialise(
            BiLstmTextClassifier architecture, EmbeddingTable table, DataType dataType, Seed seed) {
        if (architecture.dimension() != table.dimension()) {
            throw new InvalidInputException(
                    "dimension must be that of the word vectors, %d, was %d"
                            .formatted(table.dimension(), architecture.dimension()));
        }
        TextNetwork made =
                new TextNetwork(
                        Network.initialise(architecture, dataType, seed),
                        new TextEncoder(table.vocabulary()));
        made.network.parameters().get(BiLstmTextClassifier.VECTORS).assign(table.vectors());
        return made;
    }

    static BiLstmTextClassifier architecture(Network network) {
        if (network.architecture() instanceof BiLstmTextClassifier texts) {
            return texts;
        }
        throw new InvalidInputException(
                "a network that reads texts is needed, found '%s'"
                        .formatted(network.architecture().name()));
    }

    /** The network itself, to be trained. */
    public Network network() {
        return network;
    }

    /** What turns words into numbers. */
    public TextEncoder encoder() {
        return encoder;
    }

    @Override
    public double[][] probabilities(List<TextExample> texts) {
        double[][] answers = logits(network, encoder.encode(texts));
        for (double[] row : answers) {
            softmax(row);
        }
        return answers;
    }

    /** The class of each text: the lowest of those with the highest probability. */
    public int[] predict(List<EncodedText> texts) {
        double[][] logits = logits(network, texts);
        int[] classes = new int[logits.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = highest(logits[i]);
        }
        return classes;
    }

    /** The word vectors of texts of one length, [B, T, D]. */
    public INDArray vectors(List<EncodedText> texts) {
        int length = texts.get(0).length();
        int dimension = architecture.dimension();
        float[] table = HostArray.floats(network.parameters().get(BiLstmTextClassifier.VECTORS));
        double[] values = new double[texts.size() * length * dimension];
        int at = 0;
        for (EncodedText text : texts) {
            if (text.length() != length) {
                throw new IllegalArgumentException(
                        "expected texts of %d words, found one of %d"
                                .formatted(length, text.length()));
            }
            for (int id : text.ids()) {
                for (int j = 0; j < dimension; j++) {
                    values[at++] = table[id * dimension + j];
                }
            }
        }
        return HostArray.of(values, network.dataType(), texts.size(), length, dimension);
    }

    /**
     * The network behind the word vectors, for texts of one length: what attribution methods
     * explain, since word numbers have no gradient. It shares the parameters.
     *
     * @param length T
     * @return a model of inputs [B, T, D]
     */
    public DifferentiableModel ofVectors(int length) {
        return new ExplainGraphs(
                new long[] {length, architecture.dimension()},
                architecture.classes(),
                network.dataType(),
                (graph, vectors) ->
                        architecture.logitsOfVectors(
                                new Scope(graph, network.parameters(), Mode.EXPLAIN),
                                vectors,
                                null));
    }

    /** Logits of texts, those of similar length in one call. */
    static double[][] logits(Network network, List<EncodedText> texts) {
        double[][] all = new double[texts.size()][];
        List<Integer> order =
                IntStream.range(0, texts.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> texts.get(i).length()))
                        .toList();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            rows.add(order.get(i));
            int width = width(texts.get(order.get(i)).length());
            boolean last = i + 1 == order.size();
            int next = last ? 0 : width(texts.get(order.get(i + 1)).length());
            if (last || next != width || rows.size() >= Math.min(TEXTS, POSITIONS / width)) {
                answer(network, texts, rows, width, all);
                rows.clear();
            }
        }
        return all;
    }

    private static void answer(
            Network network,
            List<EncodedText> texts,
            List<Integer> rows,
            int width,
            double[][] into) {
        TextBatch batch =
                TextBatch.of(texts, rows.stream().mapToInt(Integer::intValue).toArray(), width);
        double[] logits = HostArray.doubles(network.output(batch.idArray()));
        int classes = network.outputs();
        for (int i = 0; i < rows.size(); i++) {
            double[] row = new double[classes];
            System.arraycopy(logits, i * classes, row, 0, classes);
            into[rows.get(i)] = row;
        }
    }

    /** Lengths of eighths of a power of two, so that few shapes are planned. */
    private static int width(int length) {
        int step = Math.max(4, Integer.highestOneBit(length) / 8);
        return (length + step - 1) / step * step;
    }

    static int highest(double[] values) {
        int highest = 0;
        for (int i = 1; i < values.length; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }

    private static void softmax(double[] row) {
        double most = row[highest(row)];
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.exp(row[i] - most);
            sum += row[i];
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= sum;
        }
    }

    /** The cross-entropy of a row of logits, nats. */
    static double crossEntropy(double[] logits, int label) {
        double most = logits[highest(logits)];
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - most);
        }
        return most + Math.log(sum) - logits[label];
    }
}
