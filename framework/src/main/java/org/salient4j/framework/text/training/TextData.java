package org.salient4j.framework.text.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.DataDigest;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.LengthBuckets;
import org.salient4j.framework.training.Batches;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.TrainingData;
import org.salient4j.framework.training.Validation;
import org.salient4j.layers.zoo.BiLstmTextClassifier;

/**
 * Labelled texts for a network that reads them: word numbers [B, T] and one-hot labels [B, C],
 * every text once an epoch, texts of similar length in one batch, in another order in each epoch.
 *
 * <p>Only the numbers are in memory, and of a batch what its bucket's width asks for.
 *
 * @param texts the texts
 * @param buckets how many ranges of lengths; each has its own width, and the graph a plan for it
 */
public record TextData(List<EncodedText> texts, int buckets) implements TrainingData, Validation {

    /** Validates. */
    public TextData {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new InvalidInputException("expected at least one text, found none");
        }
        if (buckets < 1) {
            throw new InvalidInputException("buckets must be at least 1, was " + buckets);
        }
    }

    @Override
    public void requireFits(Network network, String part) {
        BiLstmTextClassifier architecture = TextNetwork.architecture(network);
        for (EncodedText text : texts) {
            if (text.label() < 0 || text.label() >= architecture.classes()) {
                throw new InvalidInputException(
                        "%s labels must be in [0, %d), found %d"
                                .formatted(part, architecture.classes(), text.label()));
            }
            for (int id : text.ids()) {
                if (id <= BiLstmTextClassifier.PADDING || id >= architecture.words()) {
                    throw new InvalidInputException(
                            "%s word numbers must be in [1, %d), found %d: encode the texts with the network's vocabulary"
                                    .formatted(part, architecture.words(), id));
                }
            }
        }
    }

    @Override
    public Batches batches(Network network, int batchSize, Seed seed) {
        return new BucketedBatches(
                texts,
                LengthBuckets.of(texts, buckets),
                network.outputs(),
                network.dataType(),
                batchSize,
                seed.child("shuffle"));
    }

    @Override
    public Evaluation evaluate(Network network) {
        double[][] logits = TextNetwork.logits(network, texts);
        double loss = 0;
        int right = 0;
        for (int i = 0; i < logits.length; i++) {
            int label = texts.get(i).label();
            loss += TextNetwork.crossEntropy(logits[i], label);
            right += TextNetwork.highest(logits[i]) == label ? 1 : 0;
        }
        return new Evaluation((double) right / logits.length, loss / logits.length);
    }

    @Override
    public Optional<Validation> measured() {
        return Optional.of(this);
    }

    /** Of the numbers, the lengths and the labels; other buckets make other batches. */
    @Override
    public String digest() {
        INDArray ids =
                Nd4j.createFromArray(
                        texts.stream().flatMapToInt(t -> Arrays.stream(t.ids())).toArray());
        INDArray lengths =
                Nd4j.createFromArray(texts.stream().mapToInt(EncodedText::length).toArray());
        INDArray labels =
                Nd4j.createFromArray(texts.stream().mapToInt(EncodedText::label).toArray());
        return DataDigest.of(Map.of("ids", ids, "labels", labels, "lengths", lengths))
                + "/"
                + buckets;
    }
}
