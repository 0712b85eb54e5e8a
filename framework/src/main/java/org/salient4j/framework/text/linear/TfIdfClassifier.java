package org.salient4j.framework.text.linear;

import java.util.List;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.text.TextClassifier;
import org.salient4j.framework.text.TextExample;

/**
 * The line a network has to be better than: logistic regression on tf-idf weights of single words,
 * in lower case.
 *
 * <p>It knows neither order nor parts: on pairs (claim and document, premise and hypothesis) it
 * shows how much of the label the mere words give away.
 */
public final class TfIdfClassifier implements TextClassifier {
    private final TfIdf tfIdf;
    private final LogisticRegression regression;

    private TfIdfClassifier(TfIdf tfIdf, LogisticRegression regression) {
        this.tfIdf = tfIdf;
        this.regression = regression;
    }

    /**
     * @param texts the training texts
     * @param classes how many classes there are
     * @param options how it is fitted
     * @throws InvalidInputException if no word is in enough texts
     */
    public static TfIdfClassifier fit(List<TextExample> texts, int classes, TfIdfOptions options) {
        TfIdf tfIdf = TfIdf.fit(texts, options.minimumTexts());
        if (tfIdf.features() == 0) {
            throw new InvalidInputException(
                    "no word is in %d of the %d texts: lower minimumTexts"
                            .formatted(options.minimumTexts(), texts.size()));
        }
        LogisticRegression regression =
                LogisticRegression.fit(
                        texts.stream().map(tfIdf::of).toList(),
                        texts.stream().mapToInt(TextExample::label).toArray(),
                        classes,
                        tfIdf.features(),
                        1 / (options.strength() * texts.size()));
        return new TfIdfClassifier(tfIdf, regression);
    }

    /** How many words it uses. */
    public int features() {
        return tfIdf.features();
    }

    @Override
    public double[][] probabilities(List<TextExample> texts) {
        return texts.stream()
                .map(text -> regression.probabilities(tfIdf.of(text)))
                .toArray(double[][]::new);
    }

    /** The share of texts for which the likeliest class is the right one. */
    public double accuracy(List<TextExample> texts) {
        int right = 0;
        double[][] probabilities = probabilities(texts);
        for (int i = 0; i < probabilities.length; i++) {
            int best = 0;
            for (int c = 1; c < probabilities[i].length; c++) {
                best = probabilities[i][c] > probabilities[i][best] ? c : best;
            }
            right += best == texts.get(i).label() ? 1 : 0;
        }
        return (double) right / texts.size();
    }
}
