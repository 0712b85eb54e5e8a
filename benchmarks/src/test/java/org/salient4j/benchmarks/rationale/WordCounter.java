package org.salient4j.benchmarks.rationale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salient4j.framework.text.TextClassifier;
import org.salient4j.framework.text.TextExample;

/**
 * A classifier that can be computed by hand: class 1 has the probability (1 + good) / (2 + good +
 * bad) with the weights of a text's good and bad words.
 */
final class WordCounter implements TextClassifier {
    private static final Map<String, Integer> WORTH = Map.of("good", 1, "great", 2, "bad", -1);

    final List<List<TextExample>> calls = new ArrayList<>();

    @Override
    public double[][] probabilities(List<TextExample> texts) {
        calls.add(texts);
        return texts.stream().map(WordCounter::probabilities).toArray(double[][]::new);
    }

    private static double[] probabilities(TextExample text) {
        double good = 0;
        double bad = 0;
        for (String token : text.tokens()) {
            int worth = WORTH.getOrDefault(token, 0);
            good += Math.max(worth, 0);
            bad -= Math.min(worth, 0);
        }
        double one = (1 + good) / (2 + good + bad);
        return new double[] {1 - one, one};
    }
}
