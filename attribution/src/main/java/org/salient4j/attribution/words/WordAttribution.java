package org.salient4j.attribution.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.text.EncodedText;
import org.salient4j.framework.text.Vocabulary;
import org.salient4j.framework.text.masking.WordScore;
import org.salient4j.framework.text.training.TextNetwork;

/**
 * Scores the words of texts by an attribution method.
 *
 * <p>Texts of one length are explained together, each length by itself: nothing is filled up, so no
 * method can attribute anything to padding. What is drawn for a text follows from its values, not
 * from the texts beside it.
 *
 * <p>Integrated gradients and DeepLIFT sum to the difference of the output to that of the zero
 * vectors.
 *
 * @param network what is explained
 * @param options settings of the methods
 */
public record WordAttribution(TextNetwork network, WordMethodOptions options) {
    /** Values of word vectors explained in one call of a method. */
    private static final int VALUES = 1 << 20;

    private static final int BASELINES = 5;

    /** Nothing may be null. */
    public WordAttribution {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(options, "options");
    }

    /**
     * Scores of the positions of texts, separators among them.
     *
     * @param method which method
     * @param texts the texts
     * @param targets the class explained in each
     * @param seed where a stochastic method draws from
     * @return [texts][positions], for each kind of score that the method has
     * @throws InvalidInputException if there is not a class for each text
     */
    public Map<WordScore, double[][]> of(
            WordMethod method, List<EncodedText> texts, int[] targets, Seed seed) {
        if (texts.size() != targets.length) {
            throw new InvalidInputException(
                    "expected a class for each of %d texts, found %d"
                            .formatted(texts.size(), targets.length));
        }
        Map<WordScore, double[][]> scores = new EnumMap<>(WordScore.class);
        method.scores().forEach(score -> scores.put(score, new double[texts.size()][]));
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byLength.computeIfAbsent(texts.get(i).length(), any -> new ArrayList<>()).add(i);
        }
        byLength.forEach(
                (length, rows) -> explain(method, texts, targets, length, rows, seed, scores));
        return scores;
    }

    private void explain(
            WordMethod method,
            List<EncodedText> texts,
            int[] targets,
            int length,
            List<Integer> rows,
            Seed seed,
            Map<WordScore, double[][]> into) {
        DifferentiableModel model = network.ofVectors(length);
        AttributionMethod made = method.with(options, randomTexts(length, seed));
        int most = (int) Math.max(1, VALUES / (length * model.inputShape()[1]));
        for (int from = 0; from < rows.size(); from += most) {
            List<Integer> part = rows.subList(from, Math.min(rows.size(), from + most));
            INDArray vectors = network.vectors(part.stream().map(texts::get).toList());
            INDArray values =
                    made.attribute(
                                    model,
                                    vectors,
                                    part.stream().mapToInt(row -> targets[row]).toArray(),
                                    seed)
                            .values();
            into.forEach(
                    (score, all) -> {
                        double[][] scored = score.of(values, vectors);
                        for (int i = 0; i < scored.length; i++) {
                            all[part.get(i)] = scored[i];
                        }
                    });
        }
    }

    /** Vectors of random words, [P, T, D]: the same for all texts of a length. */
    private INDArray randomTexts(int length, Seed seed) {
        Vocabulary vocabulary = network.encoder().vocabulary();
        RandomGenerator random = seed.child("baselines").child(length).random();
        List<EncodedText> drawn = new ArrayList<>();
        for (int i = 0; i < BASELINES; i++) {
            int[] ids = new int[length];
            for (int j = 0; j < length; j++) {
                ids[j] = Vocabulary.FIRST_WORD + random.nextInt(vocabulary.words().size());
            }
            drawn.add(new EncodedText(ids, ids, 0));
        }
        return network.vectors(drawn);
    }
}
